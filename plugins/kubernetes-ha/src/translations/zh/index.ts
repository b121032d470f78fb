/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { en } from '../en';
import { charts } from './charts';
import { cluster } from './cluster';
import { common } from './common';
import { fleet } from './fleet';
import { signals } from './signals';
import { units } from './units';

/** Simplified Chinese labels; the compiler holds them complete. */
const zh: Record<keyof typeof en, string> = {
  ...common,
  ...fleet,
  ...cluster,
  ...signals,
  ...charts,
  ...units,
};

export default zh;
