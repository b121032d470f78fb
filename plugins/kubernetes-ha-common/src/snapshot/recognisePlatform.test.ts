/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mirrorPodOf, nodeOf } from '../testing/controlPlane';
import { notKnown, observed } from '../testing/snapshotWith';
import { recognisePlatform } from './recognisePlatform';
import type { NodeInfo } from './sections/inventory';

const worker = (label: string, parts: Partial<NodeInfo> = {}) =>
  nodeOf('n1', { labels: label ? { [label]: 'x' } : {}, ...parts });
const on = (provider: string) => worker('', { provider });
const controlPlane = ['cp1', 'cp2', 'cp3'].map(name =>
  nodeOf(name, { controlPlane: true }),
);
const plain = 'v1.35.2';

it.each`
  version                   | nodes                                                        | platform          | rule
  ${plain}                  | ${[worker('eks.amazonaws.com/nodegroup')]}                   | ${'eks'}          | ${'EKS 1.35, whose version says nothing'}
  ${plain}                  | ${[worker('eks.amazonaws.com/compute-type')]}                | ${'eks'}          | ${'EKS on Fargate or in auto mode'}
  ${plain}                  | ${[worker('', { kubeletVersion: 'v1.35.0-eks-3025e55' })]}   | ${'eks'}          | ${'kubelets of EKS'}
  ${'v1.33.5-eks-3025e55'}  | ${[on('aws')]}                                               | ${'eks'}          | ${'the version of EKS'}
  ${'v1.33.5-eks-3025e55'}  | ${[on('eks-hybrid')]}                                        | ${'eks'}          | ${'EKS with nodes in a data centre'}
  ${'v1.29.1-eks-1-29-9'}   | ${[...controlPlane, worker('')]}                             | ${'self-managed'} | ${'EKS Anywhere: its control plane is seen'}
  ${'v1.28.8-gke.800'}      | ${[...controlPlane, worker('')]}                             | ${'self-managed'} | ${'GKE on VMware: its control plane is seen'}
  ${'v1.28.8-gke.800'}      | ${[on('vsphere')]}                                           | ${'self-managed'} | ${'GKE on VMware with its control plane elsewhere'}
  ${'v1.33.4-gke.1172000'}  | ${[on('gce')]}                                               | ${'gke'}          | ${'GKE'}
  ${plain}                  | ${[worker('cloud.google.com/gke-nodepool')]}                 | ${'gke'}          | ${'a label of GKE'}
  ${plain}                  | ${[worker('kubernetes.azure.com/cluster')]}                  | ${'aks'}          | ${'AKS leaves the version alone'}
  ${plain}                  | ${[worker('kubernetes.azure.com/cluster'), ...controlPlane]} | ${'self-managed'} | ${'AKS engine: its control plane is seen'}
  ${plain}                  | ${[on('azure')]}                                             | ${'self-managed'} | ${'machines of Azure make no AKS'}
  ${plain}                  | ${[on('aws')]}                                               | ${'self-managed'} | ${'machines of Amazon make no EKS (kOps)'}
  ${'v1.32.6'}              | ${[...controlPlane, worker('node.openshift.io/os_id')]}      | ${'openshift'}    | ${'OpenShift'}
  ${'v1.32.6'}              | ${[worker('hypershift.openshift.io/nodePool')]}              | ${'managed'}      | ${'OpenShift whose control plane is hosted (ROSA HCP)'}
  ${'v1.30.4+IKS'}          | ${[worker('ibm-cloud.kubernetes.io/worker-id')]}             | ${'managed'}      | ${'IKS'}
  ${'v1.30.1-aliyun.1'}     | ${[worker('alibabacloud.com/nodepool-id')]}                  | ${'managed'}      | ${'ACK'}
  ${'v1.30.1-aliyun.1'}     | ${controlPlane}                                              | ${'self-managed'} | ${'ACK dedicated: its control plane is seen'}
  ${'v1.30.0-tke.4'}        | ${[worker('')]}                                              | ${'managed'}      | ${'TKE'}
  ${'v1.28.5-r0-CCE23.9.7'} | ${[worker('')]}                                              | ${'managed'}      | ${'CCE'}
  ${plain}                  | ${[worker('oke.oraclecloud.com/pool.name')]}                 | ${'managed'}      | ${'OKE'}
  ${plain}                  | ${[worker('doks.digitalocean.com/node-pool')]}               | ${'managed'}      | ${'DOKS'}
  ${plain}                  | ${[worker('lke.linode.com/pool-id')]}                        | ${'managed'}      | ${'LKE'}
  ${plain}                  | ${[worker('worker.gardener.cloud/pool')]}                    | ${'managed'}      | ${'a shoot of Gardener'}
  ${'v1.33.5+k3s1'}         | ${[...controlPlane, worker('')]}                             | ${'self-managed'} | ${'k3s'}
  ${'v1.33.5-k3s1'}         | ${controlPlane}                                              | ${'self-managed'} | ${'k3s on AKS edge'}
  ${'v1.33.5+rke2r1'}       | ${controlPlane}                                              | ${'self-managed'} | ${'RKE2'}
  ${plain}                  | ${[worker('')]}                                              | ${'self-managed'} | ${'no mark at all'}
`('$platform: $rule', ({ version, nodes, platform }) => {
  const signals = {
    version: observed({ gitVersion: version }),
    nodes: observed(nodes as NodeInfo[]),
  };
  expect(recognisePlatform(signals)?.platform).toBe(platform);
});

it('takes static pods of the control plane for a control plane that is seen', () => {
  const signals = {
    version: observed({ gitVersion: 'v1.29.1-eks-1-29-9' }),
    nodes: notKnown('forbidden'),
    pods: observed([mirrorPodOf('kube-apiserver', 'cp1')]),
  };
  expect(recognisePlatform(signals)?.platform).toBe('self-managed');
});

it('says what names a maker, also where it is contradicted', () => {
  const signals = {
    version: observed({ gitVersion: 'v1.29.1-eks-1-29-9' }),
    nodes: observed([...controlPlane, worker('eks.amazonaws.com/nodegroup')]),
  };
  expect(recognisePlatform(signals)).toEqual({
    platform: 'self-managed',
    marks: [
      { platform: 'eks', mark: 'version v1.29.1-eks-1-29-9' },
      { platform: 'eks', mark: 'node label eks.amazonaws.com/nodegroup' },
    ],
  });
});

it('goes by API groups and webhooks that a provider keeps in place', () => {
  const base = {
    version: observed({ gitVersion: plain }),
    nodes: notKnown('forbidden'),
  };
  const apiServices = observed([
    { name: 'v1.x', group: 'metrics.eks.amazonaws.com', version: 'v1' },
  ]);
  expect(recognisePlatform({ ...base, apiServices })?.platform).toBe('eks');
  const mutatingWebhooks = observed([
    {
      configuration: 'aks-node-mutating-webhook',
      name: 'w',
      failurePolicy: 'Ignore' as const,
      timeoutSeconds: 10,
      matchConditions: 0,
      rules: [],
    },
  ]);
  expect(recognisePlatform({ ...base, mutatingWebhooks })?.platform).toBe(
    'aks',
  );
});

it.each`
  given                                                                                      | rule
  ${{ version: notKnown(), nodes: observed([worker('')]) }}                                  | ${'a version that was not seen may carry a mark'}
  ${{ version: observed({ gitVersion: plain }), nodes: notKnown() }}                         | ${'nodes that were not seen may carry a mark'}
  ${{ version: observed({ gitVersion: 'v1.29.1-eks-1-29-9' }), nodes: notKnown('timeout') }} | ${'silent nodes may be of the control plane'}
  ${{ version: observed({ gitVersion: 'v1.29.1-eks-1-29-9' }) }}                             | ${'nodes that were not looked at yet'}
  ${{}}                                                                                      | ${'nothing was seen'}
`('leaves it open: $rule', ({ given }) => {
  expect(recognisePlatform(given)).toBeUndefined();
});
