/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import { defineCheck } from '../check';
import { componentFlags } from '../componentFlags';
import { hostPort } from '../hostPort';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { readinessOf } from './instances';
import { kubernetesServiceAddresses } from './kubernetesService';
import { providerManaged } from './providerManaged';

/**
 * Whether the Service `kubernetes` names only API servers that live: to one
 * that is dead, every pod's request in the cluster may be sent. Unit: seconds.
 * Source: kubernetes/kubernetes pkg/controlplane (lease reconciler: 10 s, TTL 15 s). @public
 */
export const apiserverEndpointReconciler = defineCheck({
  id: 'apiserver-endpoint-reconciler',
  layer: 'apiserver',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: ['endpointSlices', 'apiServers'],
  consults: ['pods', 'leases', 'nodes'],
  thresholds: {
    deadSeconds: {
      value: 60,
      unit: 's',
      source: '(proposal) four times the TTL of 15 s of the lease reconciler',
    },
  },
  runbook: 'RB-APISERVER-DOWN',
  source:
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
  evaluate({ values, signals, thresholds, cluster, nowMs }) {
    if (isProviderRun(cluster)) return providerManaged(cluster);
    const addresses = kubernetesServiceAddresses(signals);
    const required = message('apiserver-endpoint-reconciler.required', {
      deadSeconds: thresholds.deadSeconds,
    });
    if (addresses.size === 0) {
      return unknown(
        'inconclusive',
        message('apiserver-endpoint-reconciler.none'),
        required,
      );
    }
    const readiness = readinessOf(values.apiServers, signals);
    const dead: string[] = [];
    for (const [{ address, readyz }, { state }] of readiness) {
      const host = hostPort(address)?.host;
      if (host === undefined || !addresses.has(host)) continue;
      // An answer, even a bad one, comes from a live server.
      if (state !== 'not-ready' || readyz.status !== undefined) continue;
      const seconds = readyz.failingSince
        ? (nowMs - Date.parse(readyz.failingSince)) / 1000
        : 0;
      if (seconds > thresholds.deadSeconds) dead.push(host);
    }
    const flags = componentFlags('kube-apiserver', signals);
    const types =
      flags.state === 'known'
        ? [
            ...new Set(
              flags.instances.map(
                ({ flags: own }) => own['endpoint-reconciler-type'] ?? 'lease',
              ),
            ),
          ].sort()
        : [];
    if (types.length === 1 && types[0] === 'none') {
      return notApplicable(message('apiserver-endpoint-reconciler.off'));
    }
    const observed = message('apiserver-endpoint-reconciler.observed', {
      addresses: addresses.size,
      dead,
      types,
    });
    if (dead.length > 0) {
      return fail(observed, required, {
        fix: message('apiserver-endpoint-reconciler.fix', { dead }),
        subjects: dead,
      });
    }
    return types.includes('master-count')
      ? warn(observed, required, {
          fix: message('apiserver-endpoint-reconciler.fix-type'),
        })
      : pass(observed, required);
  },
});
