/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ListSection } from '../lists';

const core = 'k8s.io.api.core.v1';
const apps = 'k8s.io.api.apps.v1';
const admission = 'k8s.io.api.admissionregistration.v1';

/** Protobuf package of each list. */
export const messagePackages: { readonly [S in ListSection]: string } = {
  nodes: core,
  pods: core,
  deployments: apps,
  daemonSets: apps,
  statefulSets: apps,
  podDisruptionBudgets: 'k8s.io.api.policy.v1',
  endpointSlices: 'k8s.io.api.discovery.v1',
  validatingWebhooks: admission,
  mutatingWebhooks: admission,
  apiServices: 'k8s.io.kube_aggregator.pkg.apis.apiregistration.v1',
};
