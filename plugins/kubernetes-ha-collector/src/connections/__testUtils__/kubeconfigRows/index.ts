/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { clusterRows } from './clusters';
import { documentRows } from './documents';
import { pluginRows } from './plugins';
import type { KubeconfigRow } from './row';
import { userRows } from './users';

/** Every row. */
export const kubeconfigRows: readonly KubeconfigRow[] = [
  ...userRows,
  ...clusterRows,
  ...documentRows,
  ...pluginRows,
];
