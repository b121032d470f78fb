/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readinessOf } from '../checks/apiserver/instances';
import { componentFlags } from '../checks/componentFlags';
import { hostPort, isLoopback } from '../checks/hostPort';
import { isProviderRun } from '../snapshot/clusterKinds';
import type { ClusterSnapshot, Sections } from '../snapshot/clusterSnapshot';
import type { ApiServerInstance } from '../snapshot/sections/apiServers';
import type { Goes, LostParts, LostPartsReader } from './lostParts';
import type { ServersOutcome } from './outcome';

/**
 * API servers that are left. One that asks the etcd member on its own machine
 * alone, as kubeadm makes them, goes with that member.
 * Source: kubernetes/kubeadm docs/design/design_v1.10.md (`--etcd-servers`)
 */
export class ApiServersAfter {
  readonly #snapshot: ClusterSnapshot;
  readonly #instances: readonly {
    instance: ApiServerInstance;
    isReady: boolean;
    /** Whether it needs the member on its own machine. */
    needsOwn: Goes;
  }[];

  constructor(snapshot: ClusterSnapshot) {
    this.#snapshot = snapshot;
    const { sections } = snapshot;
    const { apiServers } = sections;
    const all = apiServers.state === 'observed' ? apiServers.value : [];
    const readiness = readinessOf(all, sections);
    const needsOwn = dependence(sections);
    this.#instances = all.flatMap(instance => {
      const said = readiness.get(instance)?.state;
      if (said === 'not-ready') return [];
      const isReady = said === 'ready';
      return [{ instance, isReady, needsOwn: needsOwn(instance) }];
    });
  }

  after(lost: LostParts, places: LostPartsReader): ServersOutcome {
    const { cluster, sections } = this.#snapshot;
    const { apiServers } = sections;
    const none = { atLeast: 0, atMost: 0 };
    if (apiServers.state === 'absent' || isProviderRun(cluster)) {
      return { verdict: 'not-applicable', before: none, left: none };
    }
    if (apiServers.state === 'unknown') {
      const { reason } = apiServers;
      return { verdict: 'unknown', reason, before: none, left: none };
    }
    const before = { ...none };
    const left = { ...none };
    for (const { instance, isReady, needsOwn } of this.#instances) {
      before.atMost += 1;
      if (isReady) before.atLeast += 1;
      const goes = this.#goes(instance, needsOwn, lost, places);
      if (goes === 'yes') continue;
      left.atMost += 1;
      if (isReady && goes === 'no') left.atLeast += 1;
    }
    return { ...verdictOf(left), before, left };
  }

  #goes(
    instance: ApiServerInstance,
    needsOwn: Goes,
    lost: LostParts,
    places: LostPartsReader,
  ): Goes {
    const goes = lost.placed(instance);
    const { etcd } = this.#snapshot.sections;
    const { nodeName } = instance;
    if (goes === 'yes' || needsOwn === 'no') return goes;
    if (etcd.state !== 'observed' || nodeName === undefined) return goes;
    const own = etcd.value.members.find(
      member => places.nodeOf(member) === nodeName,
    );
    const ownGoes = own ? lost.member(own) : 'no';
    if (ownGoes === 'no') return goes;
    return ownGoes === 'yes' && needsOwn === 'yes' ? 'yes' : 'maybe';
  }
}

/** One server is enough, for all of them serve. */
export function verdictOf(
  left: ServersOutcome['left'],
): Pick<ServersOutcome, 'verdict' | 'reason'> {
  if (left.atMost === 0) return { verdict: 'outage' };
  return left.atLeast === 0
    ? { verdict: 'unknown', reason: 'inconclusive' }
    : { verdict: 'survives' };
}

/** Whether an API server needs the etcd member beside it, by its `--etcd-servers`; `maybe` where nobody shows them. */
function dependence(
  sections: Readonly<Sections>,
): (instance: ApiServerInstance) => Goes {
  const flags = componentFlags('kube-apiserver', sections);
  if (flags.state !== 'known') return () => 'maybe';
  const byName = new Map(
    flags.instances.map(({ name, flags: { 'etcd-servers': servers } }) => [
      name,
      servers,
    ]),
  );
  return ({ nodeName, address }) => {
    const servers = byName.get(nodeName ?? '') ?? byName.get(address);
    if (servers === undefined) return 'maybe';
    return servers
      .split(',')
      .every(server => isLoopback(hostPort(server)?.host ?? ''))
      ? 'yes'
      : 'no';
  };
}
