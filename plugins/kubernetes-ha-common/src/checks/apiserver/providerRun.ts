/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterFacts } from '../../snapshot/clusterSnapshot';
import { message } from '../../messages';
import type { Outcome } from '../check';
import { notApplicable } from '../outcome';

/**
 * Whether the provider runs the control plane out of sight. OpenShift is not
 * among them: its control plane runs on nodes of the cluster.
 */
export function isProviderRun(cluster: ClusterFacts): boolean {
  return ['eks', 'gke', 'aks', 'managed'].includes(cluster.platform);
}

/** The answer of checks that look inside the control plane, where the provider runs it. */
export function providerManaged(cluster: ClusterFacts): Outcome {
  return notApplicable(
    message('check.provider-managed', { platform: cluster.platform }),
  );
}
