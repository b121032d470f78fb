/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { lbBackendsUp as check } from './lbBackendsUp';
import {
  apiServerOf,
  balancers,
  haproxy,
  kubeVip,
  serverOf,
  threeApiServers,
  threeServers,
} from './testing/haproxyWith';

const states = (...statuses: string[]) =>
  statuses.map((status, i) => serverOf(i + 1, { status }));
const lb = (...statuses: string[]) =>
  balancers(haproxy('lb1', states(...statuses)));

it.each`
  loadBalancers                                                                                     | status              | rule
  ${lb('UP', 'UP', 'UP')}                                                                           | ${'pass'}           | ${'three up'}
  ${lb('UP', 'UP', 'UP 1/3')}                                                                       | ${'pass'}           | ${'one on its way down still serves'}
  ${lb('UP', 'UP', 'DOWN')}                                                                         | ${'warn'}           | ${'one down'}
  ${lb('UP', 'UP', 'DOWN 1/2')}                                                                     | ${'warn'}           | ${'one on its way up does not serve yet'}
  ${lb('UP', 'DOWN', 'DOWN')}                                                                       | ${'fail'}           | ${'one left'}
  ${lb('DOWN', 'DOWN', 'DOWN')}                                                                     | ${'fail'}           | ${'none left'}
  ${lb('UP', 'UP', 'MAINT')}                                                                        | ${'warn'}           | ${'one in maintenance counts as down'}
  ${lb('UP', 'DRAIN', 'MAINT (via cp1)')}                                                           | ${'fail'}           | ${'two taken out'}
  ${lb('UP', 'UP', 'UP', 'MAINT (resolution)', 'MAINT (resolution)')}                               | ${'pass'}           | ${'spare slots of a server-template'}
  ${lb('UP', 'UP', 'DOWN', 'MAINT (resolution)')}                                                   | ${'warn'}           | ${'a spare slot replaces no server that is down'}
  ${lb('UP', 'MAINT (resolution)', 'MAINT (resolution)')}                                           | ${'fail'}           | ${'one left: two names do not resolve'}
  ${lb('MAINT (resolution)', 'MAINT (resolution)')}                                                 | ${'fail'}           | ${'no name resolves'}
  ${lb('UP', 'UP', 'UP', 'NOLB')}                                                                   | ${'warn'}           | ${'one asks for no new connections (404)'}
  ${lb('UP', 'UP', 'UP', 'DRAIN (agent)')}                                                          | ${'warn'}           | ${'one drained by its agent'}
  ${lb('UP', 'UP', 'UP', 'MAINT (via web/cp1)')}                                                    | ${'warn'}           | ${'one follows the server that it tracks'}
  ${lb('UP', 'UP', 'UP', 'DOWN (agent)')}                                                           | ${'warn'}           | ${'one down by its agent'}
  ${lb('UP', 'UP', 'UP', 'DRAIN 1/3')}                                                              | ${'warn'}           | ${'one drained and failing'}
  ${lb('UP')}                                                                                       | ${'fail'}           | ${'one server'}
  ${lb('no check', 'no check', 'no check')}                                                         | ${'unknown'}        | ${'nobody looks whether they work'}
  ${lb('UP', 'UP', 'no check')}                                                                     | ${'unknown'}        | ${'one is not looked at'}
  ${lb('UP', 'DOWN', 'no check')}                                                                   | ${'unknown'}        | ${'the unchecked one decides'}
  ${lb('DOWN', 'DOWN', 'no check')}                                                                 | ${'fail'}           | ${'one left at best'}
  ${balancers(haproxy('lb1', threeServers()), haproxy('lb2', states('UP', 'DOWN', 'DOWN')))}        | ${'fail'}           | ${'the worse of two load balancers'}
  ${balancers(haproxy('lb1', threeServers()), haproxy('lb2', notKnown('refused')))}                 | ${'pass'}           | ${'a lost load balancer is another check'}
  ${balancers(haproxy('lb1', threeServers()), haproxy('lb2', notKnown('forbidden')))}               | ${'unknown'}        | ${'one that does not let us look'}
  ${balancers(haproxy('lb1', states('UP', 'DOWN', 'DOWN')), haproxy('lb2', notKnown('forbidden')))} | ${'fail'}           | ${'what is seen counts'}
  ${balancers(haproxy('lb1', notKnown('refused')))}                                                 | ${'unknown'}        | ${'all lost'}
  ${balancers(haproxy('lb1', []))}                                                                  | ${'unknown'}        | ${'no server shown'}
  ${balancers(kubeVip('vip1', 'cp1'))}                                                              | ${'not-applicable'} | ${'no HAProxy'}
  ${balancers()}                                                                                    | ${'unknown'}        | ${'none configured'}
  ${notKnown('not-configured')}                                                                     | ${'unknown'}        | ${'not read'}
  ${absent()}                                                                                       | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ loadBalancers, status }) => {
  expect(judge(check, { loadBalancers }).status).toBe(status);
});

it.each`
  given                                                                       | status       | rule
  ${{ kubeadmConfig: { externalEtcdEndpoints: [] } }}                         | ${'warn'}    | ${'two are fewer than three, as etcd shares the machines'}
  ${{ kubeadmConfig: { externalEtcdEndpoints: ['https://192.0.2.9:2379'] } }} | ${'pass'}    | ${'two are enough where etcd is elsewhere'}
  ${{}}                                                                       | ${'unknown'} | ${'enough or too few: nobody knows where etcd runs'}
`('two servers, $status: $rule', ({ given, status }) => {
  const loadBalancers = lb('UP', 'UP');
  expect(judge(check, { ...given, loadBalancers }).status).toBe(status);
});

it('assesses each backend by itself: a sound one hides no sick one', () => {
  const sick = states('DOWN', 'DOWN', 'DOWN');
  const sound = states('UP', 'UP', 'UP').map(server => ({
    ...server,
    backend: 'internal',
  }));
  const loadBalancers = balancers(haproxy('lb1', [...sick, ...sound]));
  const result = judge(check, { loadBalancers, apiServers: threeApiServers() });
  expect(result.status).toBe('fail');
  expect(result.says).toContain('0 of 3 servers up');
});

it('distinguishes those taken out on purpose from those that fail', () => {
  const result = judge(check, {
    loadBalancers: lb('UP', 'DOWN', 'MAINT'),
  });
  expect(result.says).toBe(
    'lb1: 1 of 3 servers up; down: kube-apiserver/cp2; taken out of service by an administrator: kube-apiserver/cp3',
  );
  expect(result.subjects).toEqual(['kube-apiserver/cp2', 'kube-apiserver/cp3']);
});

it.each`
  loadBalancers                     | verdict          | subjects                                        | rule
  ${lb('DOWN', 'DOWN', 'no check')} | ${'broken'}      | ${['kube-apiserver/cp1', 'kube-apiserver/cp2']} | ${'those that are down, and not the one that nobody checks'}
  ${lb('no check')}                 | ${'weak'}        | ${[]}                                           | ${'none is known to be down: there are too few'}
  ${lb('UP', 'UP', 'no check')}     | ${'not-visible'} | ${['kube-apiserver/cp3']}                       | ${'the one that is unknown'}
`('names $rule', ({ loadBalancers, verdict, subjects }) => {
  expect(judge(check, { loadBalancers })).toMatchObject({ verdict, subjects });
});

it('takes nothing that HAProxy does by itself for somebody’s intent', () => {
  const result = judge(check, {
    loadBalancers: lb(
      'UP',
      'MAINT',
      'MAINT (resolution)',
      'MAINT (via web/cp1)',
      'NOLB',
      'DRAIN (agent)',
    ),
  });
  expect(result.says).toBe(
    'lb1: 1 of 5 servers up; taken out of service by HAProxy: kube-apiserver/cp4 (MAINT (via web/cp1)), kube-apiserver/cp5 (NOLB) and kube-apiserver/cp6 (DRAIN (agent)); taken out of service by an administrator: kube-apiserver/cp2; no address from DNS (unresolved name or spare slot): kube-apiserver/cp3',
  );
});

it('asks for the names that do not resolve where the others are too few', () => {
  const two = judge(check, {
    loadBalancers: lb('UP', 'UP', 'MAINT (resolution)'),
    kubeadmConfig: { externalEtcdEndpoints: [] },
  });
  expect(two).toMatchObject({
    status: 'warn',
    subjects: ['kube-apiserver/cp3'],
  });
});

it('states how many belong here, also where DNS has forgotten the one that is down', () => {
  const apiServers = [1, 2, 3].map(n =>
    apiServerOf(n, n === 3 ? { discoveredBy: ['remembered'] } : {}),
  );
  const result = judge(check, {
    loadBalancers: lb('UP', 'UP', ...Array(4).fill('MAINT (resolution)')),
    apiServers,
    kubeadmConfig: { externalEtcdEndpoints: [] },
  });
  expect(result.says).toContain('2 of 3 servers up');
  expect(say(result.nextLoss!)).toMatch(/^2 of 3 API servers/);
});

it('does not count a server of weight 0 as one that serves', () => {
  const loadBalancers = balancers(
    haproxy('lb1', [serverOf(1), serverOf(2), serverOf(3, { weight: 0 })]),
  );
  const result = judge(check, { loadBalancers });
  expect(result.status).toBe('warn');
  expect(result.says).toContain(
    'taken out of service by an administrator: kube-apiserver/cp3',
  );
});
