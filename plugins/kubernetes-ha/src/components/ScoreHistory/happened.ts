/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Incident } from 'backstage-plugin-kubernetes-ha-common';

/**
 * Whether something broke, or something that was weak ended. What is weak and
 * lasts stands among the findings since the same moment; that something could
 * not be seen for a while is no incident of the cluster. Pure.
 */
export function happened({ verdict, endedAt }: Incident): boolean {
  return verdict === 'broken' || (verdict === 'weak' && endedAt !== undefined);
}
