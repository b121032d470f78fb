/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TranslationOf } from '../types';
import type { apiServer as en } from '../en/apiServer';
import { apiServerConfiguration } from './apiServerConfiguration';
import { apiServerHealth } from './apiServerHealth';
import { apiServerLoad } from './apiServerLoad';

export const apiServer: TranslationOf<typeof en> = {
  ...apiServerHealth,
  ...apiServerLoad,
  ...apiServerConfiguration,
};
