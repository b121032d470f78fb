/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import { apiServerOn, countersOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { apiserverEtcdPath } from './apiserverEtcdPath';

const judged = (apiServers: unknown) =>
  judge(apiserverEtcdPath, { apiServers: apiServers as never });

/** Buckets of `count` requests, all within one bucket that ends at `seconds`. */
const within = (seconds: number, count: number) =>
  Object.fromEntries([
    ...[0.005, 0.05, 0.1, 0.2, 1].map(bound => [
      `etcd_request_duration_seconds_bucket{le="${bound}"}`,
      bound >= seconds ? count : 0,
    ]),
    ['etcd_request_duration_seconds_bucket{le="+Inf"}', count],
  ]);

/** A hundred requests in the last minute, all within one bucket that ends at `seconds`. */
const allWithin = (seconds: number) =>
  observed(countersOf(within(seconds, 100), within(seconds, 0)));

const checks = (...names: [string, boolean][]) =>
  names.map(([name, ok]) => ({ name, ok }));

it.each`
  readyzChecks                                          | status       | rule
  ${checks(['etcd', true], ['etcd-readiness', true])}   | ${'pass'}    | ${'both etcd checks ok'}
  ${checks(['etcd', false], ['etcd-readiness', true])}  | ${'fail'}    | ${'etcd not ok'}
  ${checks(['etcd', true], ['etcd-readiness', false])}  | ${'fail'}    | ${'etcd-readiness not ok'}
  ${checks(['etcd', true], ['etcd-override-0', false])} | ${'fail'}    | ${'the etcd of an override not ok'}
  ${checks(['etcd', true], ['poststarthook/x', false])} | ${'pass'}    | ${'another check is not about etcd'}
  ${checks(['ping', true])}                             | ${'unknown'} | ${'no etcd check shown'}
`('$status: $rule', ({ readyzChecks, status }) => {
  const result = judged([apiServerOn('cp1', { readyzChecks })]);
  expect(result.status).toBe(status);
});

it.each`
  seconds | status    | rule
  ${0.05} | ${'pass'} | ${'under 100 ms'}
  ${0.1}  | ${'pass'} | ${'99 % within the bucket that ends at 100 ms'}
  ${0.2}  | ${'warn'} | ${'above 100 ms'}
`('by latency, $status: $rule', ({ seconds, status }) => {
  const result = judged([
    apiServerOn('cp1', { metrics: allWithin(0.005) }),
    apiServerOn('cp2', { metrics: allWithin(seconds) }),
  ]);
  expect(result.status).toBe(status);
  expect(result.subjects).toEqual(status === 'warn' ? ['cp2'] : undefined);
});

it('fails for one instance and names it, while the others are fine', () => {
  const result = judged([
    apiServerOn('cp1'),
    apiServerOn('cp2', { readyzChecks: checks(['etcd', false]) }),
  ]);
  expect(result.subjects).toEqual(['cp2']);
  expect(say(result.observed)).toBe(
    'etcd checks fail on cp2: etcd (2 API servers probed)',
  );
});

it.each`
  metrics                                                  | rule
  ${observed(countersOf(within(0.2, 5000)))}               | ${'one reading tells of the start, not of now'}
  ${observed(countersOf(within(0.2, 99), within(0.2, 0)))} | ${'too few requests say nothing about the slowest hundredth'}
`('passes without a latency: $rule', ({ metrics }) => {
  const result = judged([apiServerOn('cp1', { metrics })]);
  expect(result.status).toBe('pass');
  expect(say(result.observed)).toContain('not measured');
});

it('passes without metrics and says that the latency was not measured', () => {
  expect(say(judged([apiServerOn('cp1')]).observed)).toBe(
    '1 API server reach etcd; the latency was not measured; metrics not readable: cp1',
  );
});

it.each`
  apiServers               | status
  ${notKnown('forbidden')} | ${'unknown'}
  ${absent()}              | ${'not-applicable'}
`('$status when the instances are not there', ({ apiServers, status }) => {
  expect(judged(apiServers).status).toBe(status);
});
