/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HaproxyServer } from '../../snapshot/sections/loadBalancers';
import { snapshotWith } from '../../testing/snapshotWith';
import { normalAddress } from './apiServerAddresses';
import { haproxyPools } from './haproxyPools';
import { serverState } from './serverState';
import {
  balancers,
  haproxy,
  serverOf,
  threeApiServers,
} from './testing/haproxyWith';

const web = (n: number): HaproxyServer =>
  serverOf(n, {
    backend: 'web',
    name: `web${n}`,
    address: `198.51.100.${n}:80`,
  });
const named = (backend: string, n: number) =>
  serverOf(n, { backend, address: undefined });

it.each`
  servers                                                    | chosen       | rule
  ${[serverOf(1), web(2)]}                                   | ${['cp1']}   | ${'the backend with an API server in it'}
  ${[{ ...serverOf(1), backend: 'x' }, web(2)]}              | ${['cp1']}   | ${'whatever it is called'}
  ${[named('api', 1), named('web', 2)]}                      | ${['cp1']}   | ${'without addresses, by its name'}
  ${[named('kube-apiserver', 1), named('k8s-ingress', 2)]}   | ${['cp1']}   | ${'without addresses, the ingress is not it'}
  ${[named('api-gateway', 1), named('postgres-master', 2)]}  | ${undefined} | ${'neither a gateway nor a database'}
  ${[named('kube-apiserver', 1), named('apiserver-old', 2)]} | ${undefined} | ${'two that are both named like it'}
  ${[named('blue', 1)]}                                      | ${['cp1']}   | ${'the only one, whatever it is called'}
  ${[named('blue', 1), named('green', 2)]}                   | ${undefined} | ${'nothing to tell them apart'}
  ${[web(1)]}                                                | ${['web1']}  | ${'the only one, although it holds no API server'}
`('chooses $rule', ({ servers, chosen }) => {
  const { sections } = snapshotWith({ apiServers: threeApiServers() });
  const found = haproxyPools(balancers(haproxy('lb1', servers)), sections);
  if (found.state !== 'pools') throw new Error('expected pools');
  const [pool] = found.pools.known;
  expect(pool?.servers.map(({ name }) => name)).toEqual(chosen);
  expect(found.pools.unread).toHaveLength(chosen ? 0 : 1);
});

it('takes each backend that holds an API server for a pool of its own', () => {
  const { sections } = snapshotWith({ apiServers: threeApiServers() });
  const servers = [serverOf(1), { ...serverOf(2), backend: 'internal' }];
  const found = haproxyPools(balancers(haproxy('lb1', servers)), sections);
  if (found.state !== 'pools') throw new Error('expected pools');
  expect(
    found.pools.known.map(({ instance, backend }) => [instance, backend]),
  ).toEqual([
    ['lb1', 'kube-apiserver'],
    ['lb1', 'internal'],
  ]);
});

it.each`
  status                   | state
  ${'UP'}                  | ${'up'}
  ${'UP 1/3'}              | ${'up'}
  ${'UP (agent)'}          | ${'up'}
  ${'DOWN'}                | ${'down'}
  ${'DOWN 1/2'}            | ${'down'}
  ${'MAINT'}               | ${'intentional'}
  ${'MAINT (resolution)'}  | ${'no-address'}
  ${'MAINT (via web/cp1)'} | ${'automatic'}
  ${'DRAIN (agent)'}       | ${'automatic'}
  ${'DRAIN 1/3'}           | ${'intentional'}
  ${'DOWN (agent)'}        | ${'down'}
  ${'NOLB 1/3'}            | ${'automatic'}
  ${'DRAIN'}               | ${'intentional'}
  ${'NOLB'}                | ${'automatic'}
  ${'no check'}            | ${'unchecked'}
  ${'UPSIDE'}              | ${'unrecognised'}
  ${''}                    | ${'unrecognised'}
`('"$status" is $state', ({ status, state }) => {
  expect(serverState(serverOf(1, { status }))).toBe(state);
});

it('writes one address in one way', () => {
  expect(normalAddress('[2001:DB8::1]:6443')).toBe(
    normalAddress('[2001:db8::1]:6443'),
  );
  expect(normalAddress('192.0.2.1:6443')).not.toBe(
    normalAddress('192.0.2.1:6444'),
  );
});
