/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { nodeWith } from '../nodes/testing/nodeWith';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdZoneSpread as check } from './etcdZoneSpread';
import { dead, etcdOf, learner, voter } from './testing/etcdWith';

const inZones = (...zones: (string | undefined)[]) =>
  etcdOf(zones.map((zone, i) => voter(`m${i + 1}`, { zone })));

it.each`
  etcd                                                                                                                          | status              | rule
  ${inZones('a', 'b', 'c')}                                                                                                     | ${'pass'}           | ${'one in each of three'}
  ${inZones('a', 'a', 'b')}                                                                                                     | ${'warn'}           | ${'two zones: one of them carries the quorum'}
  ${inZones('a', 'a', 'a')}                                                                                                     | ${'fail'}           | ${'all in one'}
  ${inZones('a', 'a', 'b', 'b', 'c')}                                                                                           | ${'pass'}           | ${'five over three'}
  ${inZones('a', 'a', 'a', 'b', 'c')}                                                                                           | ${'fail'}           | ${'three zones badly used'}
  ${inZones('a', 'a', 'b', 'b')}                                                                                                | ${'warn'}           | ${'an even split over two zones'}
  ${inZones('a', 'a', 'b', 'c')}                                                                                                | ${'fail'}           | ${'four voters: two are no majority'}
  ${inZones('a', 'b')}                                                                                                          | ${'fail'}           | ${'two voters in two zones'}
  ${inZones('a')}                                                                                                               | ${'fail'}           | ${'a single voter'}
  ${inZones('a', 'b', undefined)}                                                                                               | ${'unknown'}        | ${'one zone not known'}
  ${etcdOf([voter('m1', { zone: 'a' }), voter('m2', { zone: 'b' }), dead('m3', { zone: 'c' })])}                                | ${'pass'}           | ${'it is about where they are, not how'}
  ${etcdOf([voter('m1', { zone: 'a' }), voter('m2', { zone: 'a' }), voter('m3', { zone: 'b' }), learner('m4', { zone: 'c' })])} | ${'warn'}           | ${'a learner is no voter'}
  ${etcdOf([])}                                                                                                                 | ${'unknown'}        | ${'an empty list is no answer'}
  ${notKnown()}                                                                                                                 | ${'unknown'}        | ${'not read'}
  ${absent()}                                                                                                                   | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('passes exactly when a strict majority is left without any one zone', () => {
  const places = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(places, zones => {
      const survives = ['a', 'b', 'c', 'd'].every(gone => {
        const left = zones.filter(zone => zone !== gone).length;
        return left > zones.length - left;
      });
      const { status } = judge(check, { etcd: inZones(...zones) });
      expect(status === 'pass').toBe(survives);
    }),
  );
});

it('finds the zone by the node, by name or by the host of the peer URL', () => {
  const nodes = [
    nodeWith('cp1', { zone: 'a' }),
    nodeWith('cp2', { zone: 'b', internalIPs: ['192.0.2.12'] }),
    nodeWith('cp3', { zone: 'c', hostname: 'CP3.example' }),
  ];
  const etcd = etcdOf([
    voter('m1', { nodeName: 'cp1' }),
    voter('m2', { peerUrls: ['https://192.0.2.12:2380'] }),
    voter('m3', { peerUrls: ['https://cp3.example:2380'] }),
  ]);
  expect(judge(check, { etcd, nodes }).status).toBe('pass');
  expect(judge(check, { etcd, nodes: notKnown('forbidden') })).toMatchObject({
    status: 'unknown',
    reason: 'forbidden',
    subjects: ['m1', 'm2', 'm3'],
  });
});

it('does not take the fault domains of one data centre for zones', () => {
  const nodes = ['0', '1', '2'].map(zone => nodeWith(`cp${zone}`, { zone }));
  const members = nodes.map(({ name, zone }) =>
    voter(name, { nodeName: name, zone }),
  );
  expect(judge(check, { etcd: etcdOf(members), nodes })).toMatchObject({
    status: 'unknown',
    says: expect.stringContaining('numbers of fault domains'),
  });
});

it('distinguishes zones of one name in two regions', () => {
  const nodes = ['eu', 'us', 'ap'].map(region =>
    nodeWith(`cp-${region}`, { zone: 'a', region }),
  );
  const members = nodes.map(({ name }) => voter(name, { nodeName: name }));
  expect(judge(check, { etcd: etcdOf(members), nodes }).status).toBe('pass');
});

it('says what is left without the fullest zone', () => {
  expect(judge(check, { etcd: inZones('a', 'b', 'b') }).says).toBe(
    'voters by zone: b: 2, a: 1; after the loss of b, 1 of 3 remain and the quorum is 2',
  );
});
