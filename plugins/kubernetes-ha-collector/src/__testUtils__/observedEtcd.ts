/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdInfo, Signal } from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../contracts';

/** An observed etcd of `voters` members of which `healthy` answer. */
export function observedEtcd(
  context: Pick<SourceContext, 'now' | 'intervalSeconds'>,
  options: { voters: number; healthy: number; clusterId?: string },
): Signal<EtcdInfo> {
  const at = context.now().toISOString();
  const provenance = { source: 'fake', via: 'fake', observedAt: at };
  const unasked = {
    state: 'unknown',
    reason: 'not-collected',
    detail: 'the fake has none',
    ...provenance,
  } as const;
  return {
    state: 'observed',
    ...provenance,
    intervalSeconds: context.intervalSeconds,
    value: {
      clusterId: options.clusterId ?? 'c1',
      memberListFrom: 'https://fake.invalid:2379',
      memberListLinearizable: true,
      alarms: unasked,
      termHistory: [],
      sizeHistory: [],
      members: Array.from({ length: options.voters }, (_, i) => ({
        id: `${i + 1}`,
        name: `etcd-${i + 1}`,
        peerUrls: [],
        clientUrls: [],
        isLearner: false,
        health:
          i < options.healthy
            ? { ok: true, status: 200, consecutiveFailures: 0 }
            : { ok: false, status: 503, consecutiveFailures: 1 },
        status: unasked,
        certificates: unasked,
        metrics: unasked,
        seenByPeers: 'unknown',
      })),
    },
  };
}
