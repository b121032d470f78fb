/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { apiServerConfiguration } from './apiServerConfiguration';
import { apiServerHealth } from './apiServerHealth';
import { apiServerLoad } from './apiServerLoad';

/** What the API server checks say. */
export const apiServer = {
  ...apiServerHealth,
  ...apiServerLoad,
  ...apiServerConfiguration,
} as const;
