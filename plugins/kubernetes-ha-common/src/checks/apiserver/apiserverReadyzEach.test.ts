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

it.each`
  probes                                     | leases   | status       | rule
  ${[ready, ready, ready]}                   | ${alive} | ${'pass'}    | ${'all answer 200'}
  ${[ready, ready, erring(500, 1)]}          | ${alive} | ${'pass'}    | ${'one bad look is a hiccup'}
  ${[ready, ready, erring(500, 2)]}          | ${alive} | ${'warn'}    | ${'one not ready twice in a row'}
  ${[ready, ready, silent('refused', 2)]}    | ${alive} | ${'warn'}    | ${'a refused connection comes from the machine: its Lease is only young'}
  ${[ready, ready, silent('timeout', 2)]}    | ${dead}  | ${'warn'}    | ${'silent and no longer renewing its Lease'}
  ${[ready, ready, silent('timeout', 2)]}    | ${alive} | ${'unknown'} | ${'silent to us but renewing its Lease'}
  ${[ready, ready, erring(403)]}             | ${alive} | ${'unknown'} | ${'forbidden says nothing of health'}
  ${[ready, ready, erring(401)]}             | ${alive} | ${'unknown'} | ${'unauthorised says nothing of health'}
  ${[ready, erring(500, 2), erring(500, 2)]} | ${alive} | ${'fail'}    | ${'fewer than two ready'}
  ${[ready, erring(500, 2), erring(403)]}    | ${alive} | ${'unknown'} | ${'the one that is not told decides'}
  ${[ready, erring(500, 2)]}                 | ${alive} | ${'fail'}    | ${'one of two ready'}
  ${[ready]}                                 | ${alive} | ${'fail'}    | ${'a single API server'}
  ${[silent('refused'), silent('refused')]}  | ${dead}  | ${'fail'}    | ${'none ready'}
`('$status: $rule', ({ probes, leases, status }) => {
  const given = { apiServers: of(probes), leases };
  expect(judge(apiserverReadyzEach, given).status).toBe(status);
});

it.each`
  version                      | status       | rule
  ${{ gitVersion: 'v1.37.2' }} | ${'unknown'} | ${'the API answers by another path: ours is missing'}
  ${notKnown('timeout')}       | ${'fail'}    | ${'the API answers nowhere'}
`('all silent without Leases, $status: $rule', ({ version, status }) => {
  const apiServers = of([silent('timeout'), silent('unreachable')]);
  const result = judge(apiserverReadyzEach, { apiServers, version });
  expect(result.status).toBe(status);
});

it('gives the reason of the instance that was not told', () => {
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
    '2 of 3 API servers answer /readyz with 200; not ready: cp3: 500',
  );
});

it('says of a single one that nothing could take over, and what to do', () => {
  const result = judge(apiserverReadyzEach, {
    apiServers: of([ready]),
    leases: alive,
  });
  expect(say(result.observed)).toBe(
    '1 of 1 API servers answer /readyz with 200; no other could take over',
  );
  expect(result.unblocks && say(result.unblocks)).toBe(
    'add control-plane machines until 2 API servers are ready',
  );
});

it('counts failed looks by the policy', () => {
  const given = {
    apiServers: of([ready, ready, erring(500, 1)]),
    leases: alive,
  };
  const policy = {
    thresholds: { 'apiserver-readyz-each': { failedLooks: 1 } },
    severities: {},
  };
  expect(judge(apiserverReadyzEach, given, { policy }).status).toBe('warn');
});
