/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Kinds of the lists that a synthetic cluster has no objects of, by resource. */
export const emptyLists: Readonly<Record<string, string>> = {
  deployments: 'DeploymentList',
  daemonsets: 'DaemonSetList',
  statefulsets: 'StatefulSetList',
  poddisruptionbudgets: 'PodDisruptionBudgetList',
  endpointslices: 'EndpointSliceList',
  validatingwebhookconfigurations: 'ValidatingWebhookConfigurationList',
  mutatingwebhookconfigurations: 'MutatingWebhookConfigurationList',
  apiservices: 'APIServiceList',
};
