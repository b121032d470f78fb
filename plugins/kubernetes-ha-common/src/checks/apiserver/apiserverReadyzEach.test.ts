/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import {
  apiServerOn,
  erring,
  identityLease,
  leasesOf,
  ready,
  silent,
} from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { apiserverReadyzEach } from './apiserverReadyzEach';

const hosts = ['cp1', 'cp2', 'cp3'];
const of = (probes: unknown[]) =>
  (probes as (typeof ready)[]).map((readyz, i) =>
    apiServerOn(hosts[i], { readyz }),
  );
const dead = leasesOf(hosts.map(host => identityLease(host, 60)));
const alive = leasesOf(hosts.map(host => identityLease(host, 5)));
const gone = leasesOf([identityLease('cp1', 5), identityLease('cp2', 5)]);
const aliveOne = leasesOf([identityLease('cp1', 5)]);
const renamed = leasesOf(hosts.map(host => identityLease(`ip-${host}`, 60)));

it.each`
  probes                                     | leases                   | status       | rule
  ${[ready, ready, ready]}                   | ${alive}                 | ${'pass'}    | ${'all answer 200'}
  ${[ready, ready, erring(500, 1)]}          | ${alive}                 | ${'pass'}    | ${'one bad look is a hiccup'}
  ${[ready, ready, erring(500, 2)]}          | ${alive}                 | ${'warn'}    | ${'one not ready twice in a row'}
  ${[ready, ready, silent('refused', 2)]}    | ${alive}                 | ${'warn'}    | ${'a refused connection comes from the machine: its Lease is only young'}
  ${[ready, ready, silent('timeout', 2)]}    | ${dead}                  | ${'warn'}    | ${'silent and no longer renewing its Lease'}
  ${[ready, ready, silent('timeout', 2)]}    | ${alive}                 | ${'unknown'} | ${'silent to us but renewing its Lease'}
  ${[ready, ready, erring(403)]}             | ${alive}                 | ${'unknown'} | ${'forbidden says nothing of health'}
  ${[ready, ready, erring(401)]}             | ${alive}                 | ${'unknown'} | ${'unauthorised says nothing of health'}
  ${[ready, erring(500, 1), erring(500, 1)]} | ${alive}                 | ${'fail'}    | ${'fewer than two ready, though both slipped only once'}
  ${[ready, ready, silent('timeout', 2)]}    | ${gone}                  | ${'warn'}    | ${'silent, and its Lease is gone while those of the others are found'}
  ${[ready, ready, silent('timeout', 2)]}    | ${notKnown('forbidden')} | ${'unknown'} | ${'silent without a witness'}
  ${[ready, ready, silent('timeout', 2)]}    | ${renamed}               | ${'unknown'} | ${'silent, and no Lease by the name of its node'}
  ${[ready, ready, silent('refused', 2)]}    | ${notKnown('forbidden')} | ${'warn'}    | ${'the machine itself refuses'}
  ${[ready, erring(500, 2), erring(500, 2)]} | ${alive}                 | ${'fail'}    | ${'fewer than two ready'}
  ${[ready, erring(500, 2), erring(403)]}    | ${alive}                 | ${'unknown'} | ${'the one that is not told decides'}
  ${[ready, erring(500, 2)]}                 | ${gone}                  | ${'fail'}    | ${'one of two ready'}
  ${[ready]}                                 | ${aliveOne}              | ${'fail'}    | ${'a single API server'}
  ${[silent('refused'), silent('refused')]}  | ${dead}                  | ${'fail'}    | ${'none ready'}
`('$status: $rule', ({ probes, leases, status }) => {
  const given = { apiServers: of(probes), leases };
  expect(judge(apiserverReadyzEach, given).status).toBe(status);
});

it.each`
  leases                   | status       | rule
  ${notKnown('timeout')}   | ${'unknown'} | ${'nothing of this cluster is heard: perhaps it is our network'}
  ${notKnown('forbidden')} | ${'unknown'} | ${'no Lease is a witness'}
  ${alive}                 | ${'unknown'} | ${'all renew their Leases'}
  ${dead}                  | ${'fail'}    | ${'all have stopped renewing them'}
`('all silent, $status: $rule', ({ leases, status }) => {
  const apiServers = of([silent('timeout'), silent('unreachable')]);
  expect(judge(apiserverReadyzEach, { apiServers, leases }).status).toBe(
    status,
  );
});

const nodeless = (address: string) =>
  apiServerOn('cp1', { address, nodeName: undefined });

it.each`
  apiServers                                             | leases        | status       | rule
  ${[apiServerOn('cp1'), nodeless('198.51.100.1:6443')]} | ${aliveOne}   | ${'fail'}    | ${'two addresses of one server'}
  ${[apiServerOn('cp1'), nodeless('198.51.100.1:6443')]} | ${alive}      | ${'pass'}    | ${'two addresses of two servers'}
  ${[apiServerOn('cp1'), nodeless('198.51.100.1:6443')]} | ${notKnown()} | ${'unknown'} | ${'two addresses of nobody knows how many'}
  ${[nodeless('198.51.100.1:6443')]}                     | ${alive}      | ${'unknown'} | ${'one address hides several servers'}
  ${[nodeless('198.51.100.1:6443')]}                     | ${notKnown()} | ${'unknown'} | ${'one address may hide several servers'}
`(
  'counts servers, not addresses: $status, $rule',
  ({ apiServers, leases, status }) => {
    expect(judge(apiserverReadyzEach, { apiServers, leases }).status).toBe(
      status,
    );
  },
);

it('gives the reason of the instance that is unknown', () => {
  const given = {
    apiServers: of([ready, ready, erring(403)]),
    leases: alive,
  };
  expect(judge(apiserverReadyzEach, given)).toMatchObject({
    reason: 'forbidden',
    subjects: ['cp3'],
  });
});

it.each`
  apiServers               | status              | rule
  ${notKnown('forbidden')} | ${'unknown'}        | ${'the instances could not be read'}
  ${absent()}              | ${'not-applicable'} | ${'the provider shows no instances'}
  ${observed([])}          | ${'unknown'}        | ${'no instance is known'}
`('$status: $rule', ({ apiServers, status }) => {
  const given = { apiServers };
  expect(judge(apiserverReadyzEach, given).status).toBe(status);
});

it('says who is not ready and with what answer', () => {
  const given = {
    apiServers: of([ready, ready, erring(500, 3)]),
    leases: alive,
  };
  expect(say(judge(apiserverReadyzEach, given).observed)).toBe(
    '2 of 3 API servers return 200 on /readyz; not ready: cp3 (cp3.test:6443): HTTP 500',
  );
});

it('says of a single one that nothing could take over, and what to do', () => {
  const result = judge(apiserverReadyzEach, {
    apiServers: of([ready]),
    leases: aliveOne,
  });
  expect(say(result.observed)).toBe(
    '1 of 1 API servers return 200 on /readyz; no other could take over',
  );
  expect(result.fix && say(result.fix)).toBe(
    'add control-plane machines until 2 API servers are ready',
  );
});

it('counts failed probes by the policy', () => {
  const given = {
    apiServers: of([ready, ready, erring(500, 1)]),
    leases: alive,
  };
  const policy = {
    thresholds: { 'apiserver-readyz-each': { failedProbes: 1 } },
    severities: {},
  };
  expect(judge(apiserverReadyzEach, given, { policy }).status).toBe('warn');
});

it.each`
  stoppedHost                                  | rule
  ${'ip-10-0-0-13'}                            | ${'without the domain of its node'}
  ${'ip-10-0-0-13.ec2.internal'}               | ${'under another domain'}
  ${'IP-10-0-0-13.eu-west-1.compute.internal'} | ${'in other case'}
`(
  'misses a silent API server whose identity Lease gives its host $rule',
  ({ stoppedHost }) => {
    const node = (n: number) => `ip-10-0-0-1${n}.eu-west-1.compute.internal`;
    const apiServers = [
      apiServerOn(node(1)),
      apiServerOn(node(2)),
      apiServerOn(node(3), { readyz: silent('timeout', 2) }),
    ];
    const leases = leasesOf([
      identityLease('ip-10-0-0-11', 5),
      identityLease('ip-10-0-0-12', 5),
      identityLease(stoppedHost, 60),
    ]);
    expect(judge(apiserverReadyzEach, { apiServers, leases })).toMatchObject({
      status: 'warn',
      subjects: [node(3)],
    });
  },
);
