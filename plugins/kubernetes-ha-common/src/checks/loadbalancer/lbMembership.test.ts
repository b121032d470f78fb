/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nodeWith } from '../nodes/testing/nodeWith';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { lbMembership as check } from './lbMembership';
import {
  apiServerOf,
  balancers,
  haproxy,
  kubeVip,
  okIn,
  pathOf,
  serverOf,
  threeApiServers,
  threeServers,
} from './testing/haproxyWith';

const lb = (...servers: ReturnType<typeof serverOf>[]) =>
  balancers(haproxy('lb1', servers));
const [s1, s2, s3] = threeServers();
const apiServers = threeApiServers();
/** As HAProxy lists a name that does not resolve, and a slot that DNS has not filled. */
const unresolved = serverOf(9, {
  status: 'MAINT (resolution)',
  address: undefined,
});
const translated = [1, 2, 3].map(n =>
  serverOf(n, { address: `198.51.100.${n}:6443` }),
);
const otherCards = [1, 2, 3].map(n =>
  apiServerOf(n, { address: `198.51.100.${n}:6443` }),
);

it.each`
  loadBalancers                                                                        | given                                                                | status              | rule
  ${lb(s1, s2, s3)}                                                                    | ${apiServers}                                                        | ${'pass'}           | ${'all, and no other'}
  ${lb(s1, s2)}                                                                        | ${apiServers}                                                        | ${'fail'}           | ${'one API server missing'}
  ${lb(s1, s2, serverOf(3, { address: '192.0.2.13:7443' }))}                           | ${apiServers}                                                        | ${'fail'}           | ${'one with another port'}
  ${lb(s1, s2, s3, serverOf(4, { status: 'DOWN' }))}                                   | ${apiServers}                                                        | ${'warn'}           | ${'a server of an API server that is gone'}
  ${lb(s1, s2, s3, serverOf(4))}                                                       | ${apiServers}                                                        | ${'warn'}           | ${'a server that nobody knows'}
  ${lb(s1, s2, serverOf(4))}                                                           | ${apiServers}                                                        | ${'fail'}           | ${'one missing, one too many'}
  ${lb(...threeServers({ address: undefined }))}                                       | ${apiServers}                                                        | ${'unknown'}        | ${'no addresses without legends'}
  ${lb(s1, s2, s3, unresolved, unresolved)}                                            | ${apiServers}                                                        | ${'pass'}           | ${'spare slots hide no address'}
  ${lb(s1, s2, unresolved)}                                                            | ${apiServers}                                                        | ${'fail'}           | ${'a name that does not resolve brings no traffic'}
  ${lb(s1, s2, s3, serverOf(4, { status: 'MAINT (resolution)' }))}                     | ${apiServers}                                                        | ${'pass'}           | ${'nor does the address that it had before'}
  ${lb(s1, s2, serverOf(3, { address: undefined }))}                                   | ${apiServers}                                                        | ${'unknown'}        | ${'the hidden one may be the missing one'}
  ${lb(s1, s2, s3)}                                                                    | ${[...apiServers, apiServerOf(4, { discoveredBy: ['remembered'] })]} | ${'pass'}           | ${'one only remembered may have been taken away'}
  ${lb(s1, s2, s3)}                                                                    | ${[...apiServers, apiServerOf(4, { address: 'cp4.example:6443' })]}  | ${'unknown'}        | ${'a name cannot be compared'}
  ${balancers(haproxy('lb1', [s1, s2, s3]), haproxy('lb2', [s1, s2]))}                 | ${apiServers}                                                        | ${'fail'}           | ${'one load balancer of two'}
  ${balancers(haproxy('lb1', [s1, s2, s3]), haproxy('lb2', notKnown('timeout')))}      | ${apiServers}                                                        | ${'pass'}           | ${'a lost load balancer is another check'}
  ${balancers(haproxy('lb1', [s1, s2, s3]), haproxy('lb2', notKnown('unauthorised')))} | ${apiServers}                                                        | ${'unknown'}        | ${'one that does not let us look'}
  ${lb(...translated)}                                                                 | ${apiServers}                                                        | ${'unknown'}        | ${'translated addresses cannot be compared'}
  ${lb(translated[0])}                                                                 | ${apiServers}                                                        | ${'fail'}           | ${'one stranger for three missing'}
  ${lb(s1, s2, s3)}                                                                    | ${[...otherCards, ...threeApiServers({ nodeName: undefined })]}      | ${'unknown'}        | ${'a second address of each, on no node that is known'}
  ${lb(s1, s2, s3)}                                                                    | ${[...otherCards, apiServerOf(1, { nodeName: undefined })]}          | ${'fail'}           | ${'three missing, and one address that may be one of them'}
  ${lb(s1, s2, s3)}                                                                    | ${[]}                                                                | ${'unknown'}        | ${'no API server known'}
  ${lb(s1, s2, s3)}                                                                    | ${notKnown()}                                                        | ${'unknown'}        | ${'API servers not read'}
  ${balancers(kubeVip('vip1', 'cp1'))}                                                 | ${apiServers}                                                        | ${'not-applicable'} | ${'no HAProxy'}
  ${absent()}                                                                          | ${apiServers}                                                        | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ loadBalancers, given, status }) => {
  expect(judge(check, { loadBalancers, apiServers: given }).status).toBe(
    status,
  );
});

it('requires one that is down, though nothing reports it any more', () => {
  const down = [
    apiServerOf(1),
    apiServerOf(2),
    apiServerOf(3, {
      discoveredBy: ['remembered'],
      readyz: { ok: false, reason: 'refused', consecutiveFailures: 9 },
    }),
  ];
  const loadBalancers = lb(s1, s2, serverOf(3, { status: 'DOWN' }));
  const result = judge(check, { loadBalancers, apiServers: down });
  // It is in the pool where it belongs: nothing to take out.
  expect(result.status).toBe('pass');
  expect(result.required?.params).toEqual({
    apiServers: ['cp1', 'cp2', 'cp3'],
  });
});

it('does not require one that is remembered and in no pool', () => {
  const taken = [
    ...apiServers,
    apiServerOf(4, { discoveredBy: ['remembered'] }),
  ];
  const loadBalancers = lb(s1, s2, s3);
  const result = judge(check, { loadBalancers, apiServers: taken });
  expect(result.required?.params).toEqual({
    apiServers: ['cp1', 'cp2', 'cp3'],
  });
});

it('knows a named API server by the addresses of its node', () => {
  const nodes = [nodeWith('cp3', { internalIPs: ['192.0.2.13'] })];
  const named = [
    apiServerOf(1),
    apiServerOf(2),
    apiServerOf(3, { address: 'cp3.example:6443' }),
  ];
  const loadBalancers = lb(s1, s2, s3);
  expect(judge(check, { loadBalancers, apiServers: named, nodes }).status).toBe(
    'pass',
  );
});

it('does not expect the load-balanced address behind itself', () => {
  const advertised = apiServerOf(9, { address: '192.0.2.100:6443' });
  expect(
    judge(check, {
      loadBalancers: lb(s1, s2, s3),
      apiServers: [...apiServers, advertised],
      apiPath: pathOf(okIn(20)),
    }).status,
  ).toBe('pass');
});

it('names who is missing, and from where', () => {
  const result = judge(check, { loadBalancers: lb(s1, s2), apiServers });
  expect(result.says).toBe('lb1 has no server for cp3');
  expect(result.subjects).toEqual(['cp3']);
});

it('names the servers without an address beside who is missing', () => {
  const result = judge(check, {
    loadBalancers: lb(s1, s2, unresolved),
    apiServers,
  });
  expect(result.says).toBe(
    'lb1 has no server for cp3; no address from DNS for kube-apiserver/cp9',
  );
});
