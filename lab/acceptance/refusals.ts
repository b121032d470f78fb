/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { SectionName } from 'backstage-plugin-kubernetes-ha-common';
import type { Lab } from '../src';

/** Something that the reader may not read any more, and what that hides. */
export interface Refusal {
  what: string;
  /** Takes the right away; returns what gives it back. */
  take(lab: Lab): Promise<() => Promise<unknown>>;
  /** Sections of the snapshot that cannot be read then. */
  lost: readonly SectionName[];
  /** Checks that cannot say anything then. Others that only consult a lost section may become unknown, too. */
  unknown: readonly string[];
}

function without(
  resource: string,
  lost: readonly SectionName[],
  unknown: readonly string[],
): Refusal {
  return {
    what: resource,
    take: async lab => {
      await lab.fault('reader-without', { resource });
      return () => lab.heal('reader-without');
    },
    lost,
    unknown,
  };
}

export const refusals: readonly Refusal[] = [
  without(
    'validatingwebhookconfigurations',
    ['validatingWebhooks'],
    ['webhook-failclosed-spof'],
  ),
  // Kept in the snapshot for the simulation; no check rests on them.
  without('poddisruptionbudgets', ['podDisruptionBudgets'], []),
  without(
    'leases',
    ['leases', 'nodeLeases'],
    [
      'kcm-lease-fresh',
      'scheduler-lease-fresh',
      'leader-flapping',
      'leader-colocation',
      'node-lease-fresh',
    ],
  ),
  without(
    'nodes',
    ['nodes'],
    [
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
  ),
  {
    what: 'the ConfigMaps of kubeadm and kube-proxy',
    take: takeConfigMaps,
    lost: ['kubeadmConfig', 'kubeProxyConfig'],
    unknown: ['kubeproxy-mode'],
  },
];

/** They are granted by a Role of their own, by name. */
async function takeConfigMaps(lab: Lab): Promise<() => Promise<unknown>> {
  const role = ['role', 'kubernetes-ha-reader', '--namespace=kube-system'];
  const { stdout } = await lab.kubectl([
    ...['get', ...role, '--output=jsonpath={.rules}'],
  ]);
  const setRules = async (rules: string) => {
    const { code, stderr } = await lab.kubectl([
      ...['patch', ...role, '--type=merge', `--patch={"rules":${rules}}`],
    ]);
    if (code !== 0) {
      throw new Error(`The reader's Role was not changed: ${stderr}`);
    }
  };
  await setRules('[]');
  return () => setRules(stdout);
}
