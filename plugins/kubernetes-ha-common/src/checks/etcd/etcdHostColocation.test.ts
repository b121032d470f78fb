/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nodeWith } from '../nodes/testing/nodeWith';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdHostColocation as check } from './etcdHostColocation';
import { etcdOf, learner, voter } from './testing/etcdWith';

const at = (name: string, peerUrl: string) =>
  voter(name, { peerUrls: [peerUrl] });
const on = (name: string, nodeName: string) => voter(name, { nodeName });

it.each`
  etcd                                                                              | status              | rule
  ${etcdOf([on('m1', 'n1'), on('m2', 'n2'), on('m3', 'n3')])}                       | ${'pass'}           | ${'a node each'}
  ${etcdOf([on('m1', 'n1'), on('m2', 'n2'), on('m3', 'n1')])}                       | ${'fail'}           | ${'two on one node'}
  ${etcdOf([at('m1', 'https://10.0.0.1:2380'), at('m2', 'https://10.0.0.2:2380')])} | ${'pass'}           | ${'outside the cluster: an address each'}
  ${etcdOf([at('m1', 'https://10.0.0.1:2380'), at('m2', 'https://10.0.0.1:2382')])} | ${'fail'}           | ${'another port is no other machine'}
  ${etcdOf([on('m1', 'n1'), on('m2', 'n2'), learner('l', { nodeName: 'n1' })])}     | ${'pass'}           | ${'a learner is no voter'}
  ${etcdOf([on('m1', 'n1'), voter('m2', { peerUrls: [] })])}                        | ${'unknown'}        | ${'nobody knows where one is'}
  ${etcdOf([on('m1', 'n1'), on('m2', 'n1'), voter('m3', { peerUrls: [] })])}        | ${'fail'}           | ${'what is known counts'}
  ${etcdOf([on('m1', 'n1')])}                                                       | ${'not-applicable'} | ${'a single voter'}
  ${etcdOf([])}                                                                     | ${'unknown'}        | ${'an empty list is no answer'}
  ${notKnown()}                                                                     | ${'unknown'}        | ${'not read'}
  ${absent()}                                                                       | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('sees that a node name and an address are one machine', () => {
  const nodes = [nodeWith('n1', { internalIPs: ['10.0.0.1'] })];
  const etcd = etcdOf([on('m1', 'n1'), at('m2', 'https://10.0.0.1:2380')]);
  expect(judge(check, { etcd, nodes })).toMatchObject({
    status: 'fail',
    says: 'm1 and m2 share n1; 2 voters on 1 machine',
    subjects: ['m1', 'm2'],
  });
});

it.each`
  urls                                                          | status    | rule
  ${['https://n1:2380', 'https://10.0.0.1:2380']}               | ${'fail'} | ${'a peer URL without the domain of the node'}
  ${['https://n1.a.example:2380', 'https://n1.b.example:2380']} | ${'pass'} | ${'two hosts that share a label are two'}
`('$status: $rule', ({ urls, status }) => {
  const nodes = [nodeWith('n1.example', { internalIPs: ['10.0.0.1'] })];
  const etcd = etcdOf([at('m1', urls[0]), at('m2', urls[1])]);
  expect(judge(check, { etcd, nodes }).status).toBe(status);
});
