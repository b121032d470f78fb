/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  leaseOf,
  leasesOf,
  mirrorPodOf,
  nodeOf,
} from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { leaderCandidates } from './leaderCandidates';

const KCM = 'kube-controller-manager';
const SCHEDULER = 'kube-scheduler';
const nodes = ['cp1', 'cp2', 'cp3'].map(name => nodeOf(name));
const on = (component: string, ...hosts: string[]) =>
  hosts.map(host => mirrorPodOf(component, host));
const both = (...hosts: string[]) => [
  ...on(KCM, ...hosts),
  ...on(SCHEDULER, ...hosts),
];
const heartbeats = (age: number) =>
  leasesOf([
    leaseOf('cp2', age, {
      namespace: 'kube-node-lease',
      durationSeconds: 40,
    }),
  ]);
const silentSecond = [nodes[0], nodeOf('cp2', { status: 'Unknown' })];

it.each`
  given                                                                   | status              | rule
  ${{ pods: both('cp1', 'cp2', 'cp3'), nodes }}                           | ${'pass'}           | ${'three candidates each'}
  ${{ pods: both('cp1', 'cp2'), nodes }}                                  | ${'pass'}           | ${'two candidates each'}
  ${{ pods: both('cp1'), nodes }}                                         | ${'fail'}           | ${'nobody stands by'}
  ${{ pods: [...on(KCM, 'cp1', 'cp2'), ...on(SCHEDULER, 'cp1')], nodes }} | ${'fail'}           | ${'one component without a standby'}
  ${{ pods: [...both('cp1'), ...both('cp1')], nodes }}                    | ${'fail'}           | ${'two on one node are one'}
  ${{ pods: both('cp1', 'cp2'), nodes: silentSecond }}                    | ${'fail'}           | ${'a candidate on a silent node does not count'}
  ${{ pods: both('cp1', 'cp2'), nodes, nodeLeases: heartbeats(40) }}      | ${'pass'}           | ${'a heartbeat within 40 s'}
  ${{ pods: both('cp1', 'cp2'), nodes, nodeLeases: heartbeats(41) }}      | ${'fail'}           | ${'a heartbeat older than 40 s'}
  ${{ pods: on(KCM, 'cp1', 'cp2'), nodes }}                               | ${'unknown'}        | ${'the scheduler is not made of static pods'}
  ${{ pods: on(KCM, 'cp1'), nodes }}                                      | ${'fail'}           | ${'what is seen is too few already'}
  ${{ pods: [], nodes }}                                                  | ${'unknown'}        | ${'no static pods at all'}
  ${{ pods: notKnown('forbidden'), nodes }}                               | ${'unknown'}        | ${'pods not read'}
  ${{ pods: both('cp1'), nodes: notKnown('forbidden') }}                  | ${'unknown'}        | ${'nodes not read'}
  ${{ pods: absent(), nodes }}                                            | ${'not-applicable'} | ${'pods not shown'}
`('$status: $rule', ({ given, status }) => {
  expect(judge(leaderCandidates, given).status).toBe(status);
});

it('does not apply where the provider runs them', () => {
  const options = { cluster: { platform: 'aks' as const } };
  expect(
    judge(leaderCandidates, { pods: both('cp1'), nodes }, options).status,
  ).toBe('not-applicable');
});
