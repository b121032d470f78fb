/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import { providerManaged } from './providerManaged';
import { defineCheck } from '../check';
import { connectionFix } from '../connectionFix';
import { nextServerLoss } from '../nextLoss';
import { fail, pass, unknown, warn } from '../outcome';
import { failedByName } from './failedInstances';
import { etcdLayout } from './etcdLayout';
import { countServing } from './servingCount';

/**
 * API servers that serve now. Three where etcd shares their machines, for a
 * stacked machine lost takes both; two where etcd is elsewhere, for API
 * servers are all active. Unit: instances.
 * Source: https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/. @public
 */
export const apiserverReplicaCount = defineCheck({
  id: 'apiserver-replica-count',
  layer: 'apiserver',
  severity: 'critical',
  kind: 'count',
  stage: 1,
  reads: [],
  consults: [
    'apiServers',
    'leases',
    'endpointSlices',
    'apiPath',
    'kubeadmConfig',
    'etcd',
    'pods',
    'nodes',
  ],
  thresholds: {
    stacked: {
      value: 3,
      unit: 'instances',
      source:
        'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/',
    },
    external: {
      value: 2,
      unit: 'instances',
      source:
        'aws-eks-best-practices reliability/controlplane (at least two API servers)',
    },
    leaseFreshSeconds: {
      value: 30,
      unit: 's',
      source:
        'KEP-1965: identity Leases are renewed every 10 s; three missed renewals',
    },
    failedProbes: {
      value: 2,
      unit: 'probes in a row',
      formerly: 'failedLooks',
      source: '(proposal) one failed probe is a hiccup, while two others serve',
    },
  },
  runbook: 'RB-APISERVER-DOWN',
  source:
    'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/',
  evaluate({ signals, thresholds, cluster }) {
    const managed = isProviderRun(cluster);
    // Where etcd runs is a matter of the provider: two servers are what is asked of it.
    const layout = managed ? 'external' : etcdLayout(signals);
    const needed =
      layout === 'external' ? thresholds.external : thresholds.stacked;
    const required = message('apiserver-replica-count.required', {
      needed,
      stacked: layout === 'stacked',
      orElsewhere: layout === 'untold' ? thresholds.external : 0,
    });
    const count = countServing(signals, {
      ...thresholds,
      readyInstances: thresholds.external,
    });
    if (!count) {
      if (managed || signals.apiServers.state === 'absent') {
        return providerManaged(cluster);
      }
      const first = [
        signals.apiServers,
        signals.leases,
        signals.endpointSlices,
      ].find(signal => signal.state === 'unknown');
      return unknown(
        first?.state === 'unknown' ? first.reason : 'inconclusive',
        message('apiserver-replica-count.untold', {
          detail: first?.state === 'unknown' ? detailOf(first) : '',
        }),
        required,
      );
    }
    // One address may be a load balancer with any number of servers behind it.
    if (managed && count.by === 'endpoints' && count.atLeast < 2) {
      return providerManaged(cluster);
    }
    const { atLeast, atMost, down, untold, by } = count;
    const observed = message('apiserver-replica-count.observed', {
      serving: atLeast,
      by,
      down,
      untold,
    });
    const parts = {
      fix:
        connectionFix(
          'kube-apiserver',
          failedByName([...down, ...untold], signals),
        ) ??
        message('apiserver-replica-count.fix', {
          missing: Math.max(0, needed - atLeast),
          down,
        }),
      subjects: [...down, ...untold],
      // More may stand behind an address that hides them.
      ...(Number.isFinite(atMost) && {
        nextLoss: nextServerLoss(
          'api-servers',
          atLeast,
          atLeast + down.length + untold.length,
        ),
      }),
    };
    const judge = (serving: number) => {
      if (serving >= needed) return 'pass';
      if (serving < thresholds.external) return 'fail';
      // With three needed, two still serve through the loss of one.
      return layout === 'stacked' ? 'warn' : 'unknown';
    };
    const status = judge(atLeast);
    if (status === 'pass') return pass(observed, required);
    if (status === 'unknown' || judge(atMost) !== status) {
      return unknown(count.reason ?? 'inconclusive', observed, required, parts);
    }
    return (status === 'warn' ? warn : fail)(observed, required, parts);
  },
});
