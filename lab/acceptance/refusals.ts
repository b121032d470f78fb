/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { SectionName } from 'backstage-plugin-kubernetes-ha-common';

/** A resource that the reader may not read any more, and what that hides. */
export interface Refusal {
  resource: string;
  /** Sections of the snapshot that cannot be read then. */
  lost: readonly SectionName[];
  /** Checks that cannot say anything then. Others that only consult a lost section may become unknown, too. */
  unknown: readonly string[];
  /** Checks on something that is found by way of the resource, with what they say then. */
  follows?: Readonly<Record<string, string>>;
}

export const refusals: readonly Refusal[] = [
  {
    resource: 'validatingwebhookconfigurations',
    lost: ['validatingWebhooks'],
    unknown: ['webhook-failclosed-spof', 'webhook-callable'],
  },
  {
    resource: 'poddisruptionbudgets',
    lost: ['podDisruptionBudgets'],
    unknown: ['pdb-blocks-eviction'],
  },
  {
    resource: 'leases',
    lost: ['leases', 'nodeLeases'],
    unknown: [
      'kcm-lease-fresh',
      'scheduler-lease-fresh',
      'leader-flapping',
      'leader-colocation',
      'node-lease-fresh',
    ],
  },
  {
    resource: 'nodes',
    lost: ['nodes'],
    unknown: [
      'apiserver-version-skew',
      'kcm-up',
      'leader-candidates',
      'lb-endpoint-not-a-node',
      'node-controlplane-isolation',
      'node-count',
      'node-n1-headroom',
      'node-pressure',
      'node-ready-ratio',
      'scheduler-up',
      'topology-balance',
      'topology-cp-zone-spread',
      'topology-zone-count',
      'topology-zone-labels',
    ],
    // Kubelets are asked at the addresses of their Nodes; on which machine the etcd leader runs is told by them, too.
    follows: {
      'leader-colocation': 'unknown (inconclusive)',
      'node-graceful-shutdown': 'unknown (forbidden)',
      'node-status-frequency': 'unknown (forbidden)',
    },
  },
  {
    resource: 'configmaps',
    lost: ['kubeadmConfig', 'kubeProxyConfig', 'clusterInfo'],
    unknown: ['kubeproxy-mode'],
  },
];
