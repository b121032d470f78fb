/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LeasesInfo, Signal } from 'backstage-plugin-kubernetes-ha-common';
import type { SignalSource, SourceContext } from '../../contracts';
import { previousValue } from '../previousValue';
import { observedSignal, unknownSignal, viaOf } from '../signals';
import { SOURCE_MS } from './bounds';
import { leasesPath, listLeases } from './listLeases';
import { transitionHistory } from './transitionHistory';

const SOURCE = 'leases';

/** Leader election and API server identity (kube-system), and the kubelets' heartbeats (kube-node-lease). */
export function createLeasesSource(): SignalSource<'leases' | 'nodeLeases'> {
  return {
    id: SOURCE,
    group: 'control-plane',
    provides: ['leases', 'nodeLeases'],
    readsThroughInstances: true,
    deadlineMs: SOURCE_MS,
    async observe(context) {
      const [leases, nodeLeases] = await Promise.all([
        observe(context, 'kube-system', value => ({
          ...value,
          transitionHistory: transitionHistory(
            value.leases,
            context.now().toISOString(),
            previousValue(context.lastObserved, 'leases')?.transitionHistory,
          ),
        })),
        observe(context, 'kube-node-lease', value => value),
      ]);
      return { leases, nodeLeases };
    },
  };
}

async function observe(
  context: SourceContext,
  namespace: string,
  finish: (value: LeasesInfo) => LeasesInfo,
): Promise<Signal<LeasesInfo>> {
  const list = await listLeases(context, namespace);
  const via = viaOf(context.connection.api, leasesPath(namespace));
  return list.ok
    ? observedSignal(context, SOURCE, via, finish(list.value))
    : unknownSignal(context, SOURCE, via, list.refusal);
}
