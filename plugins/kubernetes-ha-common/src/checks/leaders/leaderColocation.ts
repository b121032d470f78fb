/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { machinesByHost } from '../../machinesByHost';
import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { LeasesInfo } from '../../snapshot/sections/leases';
import { providerManaged } from '../apiserver/providerManaged';
import { defineCheck } from '../check';
import { memberNode } from '../etcd/memberNode';
import { nodesOfHosts } from '../nodesOfHosts';
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
  kind: 'design',
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
    if (!isSameHost(kcm, scheduler, signals)) {
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
        message('section.absent', { section: 'etcd', detail: detailOf(etcd) }),
      );
    }
    if (etcd.state === 'unknown') {
      return unknown(
        etcd.reason,
        message('section.unknown', {
          section: 'etcd',
          reason: etcd.reason,
          detail: detailOf(etcd),
        }),
        required,
      );
    }
    const leaderNode = etcdLeaderNode(signals);
    if (leaderNode === undefined) {
      return unknown(
        'inconclusive',
        message('leader-colocation.etcd-leader-unplaced'),
        required,
      );
    }
    const node = nodeOfHolder(kcm, signals);
    if (node === undefined) {
      return unknown(
        'inconclusive',
        message('leader-colocation.holder-unplaced', { host: kcm }),
        required,
      );
    }
    return node === leaderNode
      ? warn(message('leader-colocation.together', { host: kcm }), required, {
          fix: message('leader-colocation.fix'),
          subjects: [kcm],
        })
      : pass(
          message('leader-colocation.etcd-apart', {
            host: kcm,
            etcd: leaderNode,
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

/** Whether two holders run on one machine, of which one may give its name with its domain. */
function isSameHost(
  a: string,
  b: string,
  signals: Readonly<Sections>,
): boolean {
  if (a === b) return true;
  const nodeOf = nodesOfHosts([a, b], memberNodeNames(signals), signals);
  const [nodeOfA, nodeOfB] = [nodeOf(a), nodeOf(b)];
  return nodeOfA === undefined && nodeOfB === undefined
    ? machinesByHost([a, b], [{ name: b }]).has(a)
    : nodeOfA === nodeOfB;
}

function nodeOfHolder(
  host: string,
  signals: Readonly<Sections>,
): string | undefined {
  return nodesOfHosts([host], memberNodeNames(signals), signals)(host);
}

/** Nodes that are known by etcd members alone, where nodes are not listed. */
function memberNodeNames({ etcd }: Readonly<Sections>): string[] {
  return etcd.state === 'observed'
    ? etcd.value.members.flatMap(({ nodeName }) => nodeName ?? [])
    : [];
}

/** The node of the etcd leader; undefined when none is agreed on or it has no node. */
function etcdLeaderNode(signals: Readonly<Sections>): string | undefined {
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
  return leader && (leader.nodeName ?? memberNode(leader, signals)?.name);
}
