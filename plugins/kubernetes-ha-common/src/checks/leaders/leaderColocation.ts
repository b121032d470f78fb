/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { LeasesInfo } from '../../snapshot/sections/leases';
import { providerManaged } from '../apiserver/providerManaged';
import { hostNames } from '../apiserver/instances';
import { defineCheck } from '../check';
import { memberNode } from '../etcd/memberNode';
import { notApplicable, pass, unknown, warn } from '../outcome';

/**
 * Whether the leaders of etcd, controller-manager and scheduler share a
 * machine: then the loss of one costs three failovers at once. (proposal)
 * @public
 */
export const leaderColocation = defineCheck({
  id: 'leader-colocation',
  layer: 'leaders',
  severity: 'low',
  stage: 1,
  reads: ['leases'],
  consults: ['etcd', 'nodes'],
  runbook: 'RB-LEADER',
  source: 'https://kubernetes.io/docs/concepts/architecture/leases/',
  evaluate({ values: { leases }, signals, cluster }) {
    if (isProviderRun(cluster)) return providerManaged(cluster);
    const required = message('leader-colocation.required');
    const kcm = holderHost(leases, 'kube-controller-manager');
    const scheduler = holderHost(leases, 'kube-scheduler');
    if (kcm === undefined || scheduler === undefined) {
      return unknown(
        'not-found',
        message('leader-colocation.no-leader'),
        required,
      );
    }
    if (kcm !== scheduler) {
      return pass(
        message('leader-colocation.apart', {
          controllerManager: kcm,
          scheduler,
        }),
        required,
      );
    }
    const { etcd } = signals;
    if (etcd.state === 'absent') {
      return notApplicable(
        message('section.absent', { section: 'etcd', detail: etcd.detail }),
      );
    }
    if (etcd.state === 'unknown') {
      return unknown(
        etcd.reason,
        message('section.unknown', {
          section: 'etcd',
          reason: etcd.reason,
          detail: etcd.detail,
        }),
        required,
      );
    }
    const hosts = etcdLeaderHosts(signals);
    if (!hosts) {
      return unknown(
        'inconclusive',
        message('leader-colocation.etcd-leader-unplaced'),
        required,
      );
    }
    return hosts.includes(kcm)
      ? warn(message('leader-colocation.together', { host: kcm }), required, {
          unblocks: message('leader-colocation.unblocks'),
          subjects: [kcm],
        })
      : pass(
          message('leader-colocation.etcd-apart', {
            host: kcm,
            etcd: hosts[0],
          }),
          required,
        );
  },
});

/** The host in a holder identity `<hostname>_<uuid>`; undefined while nobody holds the lease. */
function holderHost(
  { leases }: LeasesInfo,
  leaseName: string,
): string | undefined {
  const holder = leases.find(
    ({ namespace, name }) => namespace === 'kube-system' && name === leaseName,
  )?.holder;
  return holder?.replace(/_[^_]*$/, '') || undefined;
}

/** Names of the node of the etcd leader; undefined when none is agreed on or it has no node. */
function etcdLeaderHosts(signals: Readonly<Sections>): string[] | undefined {
  if (signals.etcd.state !== 'observed') return undefined;
  const { members } = signals.etcd.value;
  const leaders = new Set(
    members.flatMap(({ status }) =>
      status.state === 'observed' && status.value.leaderId !== '0'
        ? status.value.leaderId
        : [],
    ),
  );
  if (leaders.size !== 1) return undefined;
  const leader = members.find(({ id }) => leaders.has(id));
  if (!leader) return undefined;
  const nodeName = leader.nodeName ?? memberNode(leader, signals)?.name;
  return nodeName === undefined ? undefined : hostNames(nodeName, signals);
}
