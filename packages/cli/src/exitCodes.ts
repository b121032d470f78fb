/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * What the command ends with. Scripts rely on these numbers; they are written
 * down in docs/cli.md.
 */
export const exitCodes = {
  /** Assessed, and nothing that was asked for stands against it. */
  fine: 0,
  /** Assessed, and below `--min-grade` or failed by `--fail-on`. */
  belowRequirement: 1,
  /** Wrong options or configuration. */
  usage: 2,
  /** Nothing of the cluster could be read, so there is nothing to assess. */
  notAssessed: 3,
  /** Ended by Ctrl-C: 128 + SIGINT, as shells have it. */
  interrupted: 130,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
