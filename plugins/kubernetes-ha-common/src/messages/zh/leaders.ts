/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TranslationOf } from '../types';
import type { leaders as en } from '../en/leaders';

export const leaders: TranslationOf<typeof en> = {};
