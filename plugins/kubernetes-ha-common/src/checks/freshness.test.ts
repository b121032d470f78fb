/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../messages';
import type { ApiServerInstance } from '../snapshot/sections/apiServers';
import {
  notKnown,
  observed,
  secondsAgo,
  snapshotWith,
  TEST_NOW,
} from '../testing/snapshotWith';
import { ageSeconds, freshOrUnknown, freshSections } from './freshness';

const nowMs = Date.parse(TEST_NOW);
const seen = (seconds: number, intervalSeconds = 30) => ({
  ...observed('v1.37.2'),
  observedAt: secondsAgo(seconds),
  intervalSeconds,
});

it.each`
  age       | interval | state         | rule
  ${0}      | ${30}    | ${'observed'} | ${'just seen'}
  ${90}     | ${30}    | ${'observed'} | ${'three intervals old'}
  ${91}     | ${30}    | ${'unknown'}  | ${'older than three intervals'}
  ${91}     | ${120}   | ${'observed'} | ${'its own interval counts'}
  ${-60}    | ${30}    | ${'observed'} | ${'seen by a clock ahead of ours'}
  ${-90}    | ${30}    | ${'observed'} | ${'seen by a clock three intervals ahead'}
  ${-91}    | ${30}    | ${'unknown'}  | ${'of the future: a clock was wrong'}
  ${-86400} | ${30}    | ${'unknown'}  | ${'of tomorrow'}
`('$state: $rule', ({ age, interval, state }) => {
  expect(freshOrUnknown(seen(age, interval), nowMs).state).toBe(state);
});

it('says how old a stale signal is and keeps where it came from', () => {
  expect(freshOrUnknown(seen(200), nowMs)).toEqual({
    state: 'unknown',
    reason: 'stale',
    detail: 'last observed 200 s ago; data older than 90 s is stale',
    why: message('detail.stale-signal', { ageSeconds: 200, limitSeconds: 90 }),
    source: 'test',
    via: 'test',
    observedAt: secondsAgo(200),
  });
});

it('says of a signal of the future that a clock is wrong, in a check too', () => {
  const signal = seen(-3600);
  expect(freshOrUnknown(signal, nowMs)).toMatchObject({
    reason: 'stale',
    detail: `observed at ${signal.observedAt}, which is in the future: check the clocks of the machines of the backend`,
  });
});

it('leaves an unknown as it is, however old', () => {
  const old = { ...notKnown('forbidden'), observedAt: secondsAgo(9000) };
  expect(freshOrUnknown(old, nowMs)).toBe(old);
});

it('never counts a negative age', () => {
  expect(ageSeconds(secondsAgo(-5), nowMs)).toBe(0);
});

const instance = (
  version: ApiServerInstance['version'],
): ApiServerInstance => ({
  address: '192.0.2.10:6443',
  discoveredBy: ['configured'],
  readyz: { ok: true, status: 200, consecutiveFailures: 0 },
  livez: { ok: true, status: 200, consecutiveFailures: 0 },
  readyzChecks: [],
  version,
  certificates: notKnown(),
  flags: notKnown(),
  metrics: notKnown(),
});

it('finds a stale signal inside a fresh section, and leaves its fresh neighbours', () => {
  const { sections } = snapshotWith({
    apiServers: [instance(seen(5)), instance(seen(100))],
  });
  const { apiServers } = freshSections(sections, nowMs);
  expect(apiServers).toMatchObject({
    state: 'observed',
    value: [
      { version: { state: 'observed' } },
      { version: { state: 'unknown', reason: 'stale' } },
    ],
  });
});

it('gives back the very same section when nothing in it is stale', () => {
  const { sections } = snapshotWith({
    apiServers: [instance(seen(5))],
    nodes: [],
  });
  const fresh = freshSections(sections, nowMs);
  expect(fresh.apiServers).toBe(sections.apiServers);
  expect(fresh.nodes).toBe(sections.nodes);
});

it('assesses the same sections anew at another moment', () => {
  const { sections } = snapshotWith({ version: { gitVersion: 'v1.37.2' } });
  const seenMs = Date.parse(sections.version.observedAt);
  const stateAfter = (seconds: number) =>
    freshSections(sections, seenMs + seconds * 1000).version.state;
  const moments = [0, 100_000, 0, 100_000, 100_000];
  expect(moments.map(stateAfter)).toEqual([
    'observed',
    'unknown',
    'observed',
    'unknown',
    'unknown',
  ]);
});
