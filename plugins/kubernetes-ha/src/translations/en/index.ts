/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { charts } from './charts';
import { cluster } from './cluster';
import { common } from './common';
import { fleet } from './fleet';
import { signals } from './signals';
import { units } from './units';

/** English labels, by key. */
export const en = {
  ...common,
  ...fleet,
  ...cluster,
  ...signals,
  ...charts,
  ...units,
} as const;
