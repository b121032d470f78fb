/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdInfo } from '../../snapshot/sections/etcd';
import { leaseOf, leasesOf, nodeOf, ready } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { leaderColocation } from './leaderColocation';

const held = (kcm: string, scheduler: string) =>
  leasesOf([
    leaseOf('kube-controller-manager', 2, { holder: kcm && `${kcm}_a1-b2` }),
    leaseOf('kube-scheduler', 2, { holder: scheduler && `${scheduler}_c3` }),
  ]);
/** The members run on nodes of their names, with the given domain. */
const etcdLedBy = (
  leader: string,
  nodeNames: boolean = true,
  domain: string = '',
): EtcdInfo => ({
  clusterId: 'c',
  memberListFrom: 'cp1',
  memberListLinearizable: true,
  alarms: observed([]),
  termHistory: [],
  sizeHistory: [],
  members: ['cp1', 'cp2'].map(name => ({
    id: name,
    name,
    peerUrls: [],
    clientUrls: [],
    isLearner: false,
    ...(nodeNames && { nodeName: `${name}${domain}` }),
    health: ready,
    status: observed({
      version: '3.7.3',
      leaderId: leader,
      raftTerm: 2,
      raftIndex: 1,
      raftAppliedIndex: 1,
      revision: 1,
      dbSizeBytes: 1,
      dbSizeInUseBytes: 1,
      isLearner: false,
      errors: [],
    }),
    certificates: notKnown(),
    metrics: notKnown(),
    seenByPeers: 'alive' as const,
  })),
});

it.each`
  leases                | etcd                       | status              | rule
  ${held('cp1', 'cp2')} | ${etcdLedBy('cp1')}        | ${'pass'}           | ${'two machines'}
  ${held('cp1', 'cp2')} | ${notKnown('timeout')}     | ${'pass'}           | ${'two machines, wherever etcd leads'}
  ${held('cp1', 'cp1')} | ${etcdLedBy('cp2')}        | ${'pass'}           | ${'etcd leads elsewhere'}
  ${held('cp1', 'cp1')} | ${etcdLedBy('cp1')}        | ${'warn'}           | ${'all three on one machine'}
  ${held('cp1', 'cp1')} | ${etcdLedBy('0')}          | ${'unknown'}        | ${'etcd has no leader'}
  ${held('cp1', 'cp1')} | ${etcdLedBy('cp1', false)} | ${'unknown'}        | ${'where the etcd leader runs is not known'}
  ${held('cp1', 'cp1')} | ${notKnown('timeout')}     | ${'unknown'}        | ${'etcd not read'}
  ${held('cp1', 'cp1')} | ${absent()}                | ${'not-applicable'} | ${'etcd not shown'}
  ${held('cp1', '')}    | ${etcdLedBy('cp1')}        | ${'unknown'}        | ${'no scheduler leads'}
  ${leasesOf([])}       | ${etcdLedBy('cp1')}        | ${'unknown'}        | ${'no leases'}
  ${notKnown()}         | ${etcdLedBy('cp1')}        | ${'unknown'}        | ${'leases not read'}
`('$status: $rule', ({ leases, etcd, status }) => {
  expect(judge(leaderColocation, { leases, etcd }).status).toBe(status);
});

it('knows a node by its hostname too', () => {
  const result = judge(leaderColocation, {
    leases: held('host-1.test', 'host-1.test'),
    etcd: etcdLedBy('cp1'),
    nodes: [nodeOf('cp1', { hostname: 'host-1.test' })],
  });
  expect(result.status).toBe('warn');
});

const aws = '.eu-west-1.compute.internal';

it.each`
  leases                             | leader   | status       | rule
  ${held('cp1', 'cp1')}              | ${'cp1'} | ${'warn'}    | ${'the node has a domain, its processes do not give it'}
  ${held('cp1', `cp1${aws}`)}        | ${'cp1'} | ${'warn'}    | ${'one of two processes gives it'}
  ${held('cp1', 'cp1')}              | ${'cp2'} | ${'pass'}    | ${'etcd leads on another node'}
  ${held('cp1', 'cp2')}              | ${'cp1'} | ${'pass'}    | ${'two nodes'}
  ${held('cp1.ec2.internal', 'cp1')} | ${'cp1'} | ${'warn'}    | ${'another domain and no other machine of that name'}
  ${held('host-9', 'host-9')}        | ${'cp1'} | ${'unknown'} | ${'a host that is no node cannot be compared with one'}
`('host names, $status: $rule', ({ leases, leader, status }) => {
  const etcd = etcdLedBy(leader, true, aws);
  const nodes = ['cp1', 'cp2'].map(name => nodeOf(`${name}${aws}`));
  expect(judge(leaderColocation, { leases, etcd, nodes }).status).toBe(status);
  expect(judge(leaderColocation, { leases, etcd }).status).toBe(status);
});
