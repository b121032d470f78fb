/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  NodeInfo,
  Signal,
  VersionInfo,
} from 'backstage-plugin-kubernetes-ha-common';
import { detectPlatform } from './detectPlatform';

const provenance = {
  source: 'test',
  via: 'test',
  observedAt: '2026-11-23T12:00:00.000Z',
};
const unseen = {
  state: 'unknown',
  reason: 'forbidden',
  detail: '',
  ...provenance,
} as const;

function version(gitVersion: string | undefined): Signal<VersionInfo> {
  if (!gitVersion) return unseen;
  return {
    state: 'observed',
    value: { gitVersion },
    intervalSeconds: 30,
    ...provenance,
  };
}

function nodes(label: string | undefined): Signal<NodeInfo[]> {
  if (label === undefined) return unseen;
  const node: NodeInfo = {
    name: 'a',
    labels: label ? { [label]: 'x' } : {},
    controlPlane: false,
    internalIPs: [],
    unschedulable: false,
    taints: [],
    conditions: [],
    allocatable: { cpuMillis: 1, memoryBytes: 1, pods: 1 },
    kubeletVersion: 'v1.37.2',
    kernelVersion: '',
    osImage: '',
    operatingSystem: 'linux',
    containerRuntime: '',
  };
  return {
    state: 'observed',
    value: [node],
    intervalSeconds: 30,
    ...provenance,
  };
}

it.each`
  gitVersion               | label                             | platform          | rule
  ${'v1.33.5-eks-3025e55'} | ${undefined}                      | ${'eks'}          | ${'the version of EKS'}
  ${'v1.33.4-gke.1172000'} | ${''}                             | ${'gke'}          | ${'the version of GKE'}
  ${'v1.33.2'}             | ${'kubernetes.azure.com/cluster'} | ${'aks'}          | ${'a label of AKS'}
  ${'v1.32.6'}             | ${'node.openshift.io/os_id'}      | ${'openshift'}    | ${'a label of OpenShift'}
  ${'v1.37.2'}             | ${''}                             | ${'self-managed'} | ${'no mark at all'}
  ${'v1.37.2+k3s1'}        | ${''}                             | ${'self-managed'} | ${'a distribution that is run by oneself'}
  ${'v1.37.2'}             | ${undefined}                      | ${undefined}      | ${'nodes that were not seen may carry a mark'}
  ${undefined}             | ${''}                             | ${undefined}      | ${'a version that was not seen may carry a mark'}
  ${undefined}             | ${'kubernetes.azure.com/cluster'} | ${'aks'}          | ${'a mark is enough'}
`('$platform: $rule', ({ gitVersion, label, platform }) => {
  expect(
    detectPlatform({ version: version(gitVersion), nodes: nodes(label) }),
  ).toBe(platform);
});
