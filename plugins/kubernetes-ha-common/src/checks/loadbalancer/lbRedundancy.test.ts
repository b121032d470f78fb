/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nodeWith, notReadyFor } from '../nodes/testing/nodeWith';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { lbRedundancy as check } from './lbRedundancy';
import {
  balancers,
  haproxy,
  kubeVip,
  okIn,
  pathOf,
  threeServers,
} from './testing/haproxyWith';

const up = (name: string, nodeName?: string) =>
  haproxy(name, threeServers(), { nodeName });
const gone = (name: string, reason: 'refused' | 'timeout' | 'unreachable') =>
  haproxy(name, notKnown(reason));
const hidden = (name: string) => haproxy(name, notKnown('unauthorised'));
const works = pathOf(okIn(20));
const fails = pathOf({ reason: 'timeout' });

it.each`
  loadBalancers                                                | apiPath       | status              | rule
  ${balancers(up('lb1'), up('lb2'))}                           | ${works}      | ${'pass'}           | ${'two up'}
  ${balancers(up('lb1'), gone('lb2', 'refused'))}              | ${works}      | ${'fail'}           | ${'one of two refuses'}
  ${balancers(up('lb1'), gone('lb2', 'timeout'))}              | ${works}      | ${'fail'}           | ${'one of two is silent'}
  ${balancers(up('lb1'), gone('lb2', 'unreachable'))}          | ${works}      | ${'fail'}           | ${'one of two cannot be reached'}
  ${balancers(up('lb1'), hidden('lb2'))}                       | ${works}      | ${'unknown'}        | ${'one of two does not let us look'}
  ${balancers(up('lb1'), up('lb2'), gone('lb3', 'refused'))}   | ${works}      | ${'warn'}           | ${'one of three lost'}
  ${balancers(up('lb1'), up('lb2'), hidden('lb3'))}            | ${works}      | ${'unknown'}        | ${'one of three does not let us look'}
  ${balancers(gone('lb1', 'refused'), gone('lb2', 'refused'))} | ${fails}      | ${'fail'}           | ${'both lost and the path fails'}
  ${balancers(gone('lb1', 'timeout'), gone('lb2', 'timeout'))} | ${works}      | ${'unknown'}        | ${'the path works: only the statistics are out of reach'}
  ${balancers(gone('lb1', 'timeout'), gone('lb2', 'timeout'))} | ${notKnown()} | ${'fail'}           | ${'both lost, the path not known'}
  ${balancers(gone('lb1', 'refused'), hidden('lb2'))}          | ${works}      | ${'unknown'}        | ${'one lost, one not readable, the path works'}
  ${balancers(gone('lb1', 'refused'), hidden('lb2'))}          | ${fails}      | ${'fail'}           | ${'one lost, one at best'}
  ${balancers(up('lb1', 'edge1'), up('lb2', 'edge1'))}         | ${works}      | ${'fail'}           | ${'two on one machine'}
  ${balancers(up('lb1', 'edge1'), up('lb2', 'edge2'))}         | ${works}      | ${'pass'}           | ${'two on two machines'}
  ${balancers(up('lb1'))}                                      | ${works}      | ${'unknown'}        | ${'only one configured'}
  ${balancers()}                                               | ${works}      | ${'unknown'}        | ${'none configured'}
  ${notKnown('not-configured')}                                | ${works}      | ${'unknown'}        | ${'not read'}
  ${absent()}                                                  | ${works}      | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ loadBalancers, apiPath, status }) => {
  expect(judge(check, { loadBalancers, apiPath }).status).toBe(status);
});

describe('kube-vip', () => {
  const held = (seconds: number) => ({
    ...balancers(kubeVip('vip1', 'cp1'), kubeVip('vip2', 'cp2')),
    kubeVip: { holder: 'cp1', renewTime: secondsAgo(seconds) },
  });
  /** Listed two minutes before the snapshot is judged. */
  const behind = (seconds: number) => ({
    ...held(5),
    kubeVip: {
      holder: 'cp1',
      renewTime: secondsAgo(120 + seconds),
      serverTime: secondsAgo(120),
    },
  });
  const nodes = [nodeWith('cp1'), nodeWith('cp2')];
  const oneDown = [
    nodeWith('cp1'),
    nodeWith('cp2', { conditions: [notReadyFor(120)] }),
  ];

  it.each`
    loadBalancers                                                                                                                           | given         | status       | rule
    ${held(5)}                                                                                                                              | ${nodes}      | ${'pass'}    | ${'two on Ready nodes, the lease held'}
    ${held(60)}                                                                                                                             | ${nodes}      | ${'pass'}    | ${'renewed a minute ago'}
    ${held(61)}                                                                                                                             | ${nodes}      | ${'unknown'} | ${'nobody has renewed the lease'}
    ${balancers(kubeVip('vip1', 'cp1'), kubeVip('vip2', 'cp2'))}                                                                            | ${nodes}      | ${'unknown'} | ${'no lease seen'}
    ${behind(5)}                                                                                                                            | ${nodes}      | ${'pass'}    | ${'by the clock of the server, however old the reading is'}
    ${behind(61)}                                                                                                                           | ${nodes}      | ${'unknown'} | ${'not renewed, by the clock of the server'}
    ${behind(-60)}                                                                                                                          | ${nodes}      | ${'unknown'} | ${'renewed by a clock that is ahead'}
    ${{ ...held(5), instances: [kubeVip('vip1', 'cp1')] }}                                                                                  | ${nodes}      | ${'fail'}    | ${'one pod, and all pods were listed'}
    ${balancers(kubeVip('vip1', 'cp1'))}                                                                                                    | ${nodes}      | ${'unknown'} | ${'one pod that may serve Services only'}
    ${balancers(up('lb1'), up('lb2'), kubeVip('vip1', 'cp1'))}                                                                              | ${nodes}      | ${'pass'}    | ${'two HAProxy, and kube-vip for Services beside them'}
    ${balancers(up('lb1'), kubeVip('vip1', 'cp1'), kubeVip('vip2', 'cp2'))}                                                                 | ${nodes}      | ${'unknown'} | ${'one HAProxy, and kube-vip for Services beside it'}
    ${held(5)}                                                                                                                              | ${oneDown}    | ${'fail'}    | ${'a pod on a dead node, whatever it says of itself'}
    ${held(5)}                                                                                                                              | ${notKnown()} | ${'unknown'} | ${'nodes not known'}
    ${{ ...held(5), instances: [kubeVip('vip1', 'cp1'), { ...kubeVip('vip2', 'cp2'), stats: notKnown('inconclusive', 'pod not ready') }] }} | ${nodes}      | ${'fail'}    | ${'a pod that is not ready on a Ready node'}
  `('$status: $rule', ({ loadBalancers, given, status }) => {
    expect(judge(check, { loadBalancers, nodes: given }).status).toBe(status);
  });
});

it('names the lost one', () => {
  const loadBalancers = balancers(up('lb1'), gone('lb2', 'refused'));
  expect(judge(check, { loadBalancers })).toMatchObject({
    says: '1 of 2 load balancers up; lost: lb2; the holder of a virtual IP is not observed; lb2: no answer in time',
    subjects: ['lb2'],
  });
});

it('says what of kube-vip is not found, and where it may be', () => {
  const loadBalancers = balancers(
    kubeVip('vip1', 'cp1'),
    kubeVip('vip2', 'cp2'),
  );
  expect(judge(check, { loadBalancers })).toMatchObject({
    status: 'unknown',
    reason: 'not-exposed',
    says: 'kube-vip runs as vip1 and vip2, and no Lease of its control-plane mode is found in kube-system: it may serve Services only, advertise by BGP without a Lease, or keep its Lease in another namespace, which is not read',
  });
});

it('says what was searched where there is no load balancer', () => {
  expect(judge(check, { loadBalancers: balancers() }).says).toBe(
    'no HAProxy is configured for this cluster, and no pod of kube-vip on the host network is found in any namespace',
  );
});

it('says who holds the virtual IP only where a Lease shows it', () => {
  const judged = (holder?: string) =>
    judge(check, {
      loadBalancers: {
        ...balancers(up('lb1'), up('lb2')),
        ...(holder && { kubeVip: { holder, renewTime: secondsAgo(5) } }),
      },
    }).says;
  // Two holders at once (VRRP split brain) look the same as one from here.
  expect(judged()).toBe(
    '2 of 2 load balancers up; the holder of a virtual IP is not observed',
  );
  expect(judged('cp1')).toContain('the Lease of the virtual IP is held by cp1');
});
