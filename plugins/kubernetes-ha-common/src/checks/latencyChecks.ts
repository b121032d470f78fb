/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Checks that warn when something takes long: it works, and whatever is lost comes first. */
export const latencyChecks: ReadonlySet<string> = new Set([
  'apiserver-etcd-path',
  'etcd-commit-p99',
  'etcd-fsync-p99',
]);
