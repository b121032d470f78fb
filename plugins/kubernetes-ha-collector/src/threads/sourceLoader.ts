/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Options of a `Worker` that runs this file. In a checkout the packages are
 * TypeScript, and whoever runs them (the CLI, jest, tsx) translates it in ways
 * that a new thread does not always inherit: there the thread gets tsx, a
 * devDependency. The Backstage CLI's own translation will not do: on Node 24
 * the process crashes when a thread that loaded its native compiler ends.
 * @public
 */
export function sourceLoader(file: string): { execArgv?: string[] } {
  if (!file.endsWith('.ts')) return {};
  return { execArgv: ['--require', require.resolve('tsx/cjs')] };
}
