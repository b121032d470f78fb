/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { UnknownReason } from '../../snapshot/signal';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { etcdLayout } from './etcdLayout';
import { freshIdentities } from './identityLeases';
import { hostNames, instanceName, readinessOf } from './instances';
import { isProviderRun } from './providerRun';

/** How many API servers serve: at least and at most, where not all could be told. */
interface Count {
  atLeast: number;
  atMost: number;
  /** What was counted. */
  by: 'probes' | 'identity-leases' | 'endpoints';
  down: string[];
  untold: string[];
  reason?: UnknownReason;
}

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
  stage: 1,
  reads: [],
  consults: [
    'apiServers',
    'leases',
    'endpointSlices',
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
  },
  runbook: 'RB-APISERVER-DOWN',
  source:
    'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/',
  evaluate({ signals, thresholds, cluster }) {
    const managed = isProviderRun(cluster);
    const stacked = !managed && etcdLayout(signals) !== 'external';
    const needed = stacked ? thresholds.stacked : thresholds.external;
    const required = message('apiserver-replica-count.required', {
      needed,
      stacked,
    });
    const count = countServing(signals, thresholds.leaseFreshSeconds);
    if (!count) {
      if (managed || signals.apiServers.state === 'absent') {
        return notApplicable(
          message('check.provider-managed', { platform: cluster.platform }),
        );
      }
      const first = [
        signals.apiServers,
        signals.leases,
        signals.endpointSlices,
      ].find(signal => signal.state === 'unknown');
      return unknown(
        first?.state === 'unknown' ? first.reason : 'inconclusive',
        message('apiserver-replica-count.untold', {
          detail: first?.state === 'unknown' ? first.detail : '',
        }),
        required,
      );
    }
    // One address may be a load balancer with any number of servers behind it.
    if (managed && count.by === 'endpoints' && count.atLeast < 2) {
      return notApplicable(
        message('check.provider-managed', { platform: cluster.platform }),
      );
    }
    const { atLeast, atMost, down, untold, by } = count;
    const observed = message('apiserver-replica-count.observed', {
      serving: atLeast,
      by,
      down,
      untold,
    });
    const parts = {
      unblocks: message('apiserver-replica-count.unblocks', {
        missing: Math.max(0, needed - atLeast),
        down,
      }),
      subjects: [...down, ...untold],
    };
    // With three needed, two still serve through the loss of one: a warning.
    const judge = (serving: number) => {
      if (serving >= needed) return 'pass';
      return stacked && serving >= thresholds.external ? 'warn' : 'fail';
    };
    const status = judge(atLeast);
    if (status === 'pass') return pass(observed, required);
    if (judge(atMost) !== status) {
      return unknown(count.reason ?? 'inconclusive', observed, required, parts);
    }
    return (status === 'warn' ? warn : fail)(observed, required, parts);
  },
});

function countServing(
  signals: Readonly<Sections>,
  freshSeconds: number,
): Count | undefined {
  const { apiServers, leases, endpointSlices } = signals;
  const identities =
    leases.state === 'observed'
      ? freshIdentities(leases.value, freshSeconds)
      : [];
  if (apiServers.state === 'observed' && apiServers.value.length > 0) {
    const instances = apiServers.value;
    // More identities than instances: the addresses hide some, for example
    // when `--advertise-address` is that of the load balancer (KEP-1965).
    if (instances.length >= identities.length) {
      return countInstances(signals, identities);
    }
  }
  if (identities.length > 0) {
    return {
      atLeast: identities.length,
      atMost: identities.length,
      by: 'identity-leases',
      down: [],
      untold: [],
    };
  }
  if (endpointSlices.state !== 'observed') return undefined;
  const addresses = new Set(
    endpointSlices.value
      .filter(
        ({ namespace, service }) =>
          namespace === 'default' && service === 'kubernetes',
      )
      .flatMap(({ endpoints }) => endpoints)
      .filter(({ ready }) => ready)
      .flatMap(endpoint => endpoint.addresses),
  );
  if (addresses.size === 0) return undefined;
  return {
    atLeast: addresses.size,
    atMost: addresses.size === 1 ? Infinity : addresses.size,
    by: 'endpoints',
    down: [],
    untold: [],
  };
}

function countInstances(
  signals: Readonly<Sections>,
  identities: ReturnType<typeof freshIdentities>,
): Count {
  const alive = new Set(identities.map(({ host }) => host));
  const count: Count = {
    atLeast: 0,
    atMost: 0,
    by: 'probes',
    down: [],
    untold: [],
  };
  if (signals.apiServers.state !== 'observed') return count;
  for (const [instance, readiness] of readinessOf(
    signals.apiServers.value,
    signals,
  )) {
    const renewsItsLease =
      instance.nodeName !== undefined &&
      hostNames(instance.nodeName, signals).some(host => alive.has(host));
    if (
      readiness.state === 'ready' ||
      (readiness.state === 'untold' && renewsItsLease)
    ) {
      count.atLeast += 1;
      count.atMost += 1;
    } else if (readiness.state === 'untold') {
      count.atMost += 1;
      count.untold.push(instanceName(instance));
      count.reason ??= readiness.reason;
    } else {
      count.down.push(instanceName(instance));
    }
  }
  return count;
}
