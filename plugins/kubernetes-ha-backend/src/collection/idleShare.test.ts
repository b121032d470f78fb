/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { performance } from 'node:perf_hooks';
import { measureIdleShare } from './idleShare';

/** What the event loop has done since the process began, in milliseconds. */
let loop: { idle: number; active: number };
beforeEach(() => {
  loop = { idle: 500, active: 500 };
  jest.spyOn(performance, 'eventLoopUtilization').mockImplementation(since => {
    const idle = loop.idle - (since?.idle ?? 0);
    const active = loop.active - (since?.active ?? 0);
    return { idle, active, utilization: active / (idle + active || 1) };
  });
});
afterEach(() => jest.restoreAllMocks());

it('is the share of the last second, of the one before until that is over', () => {
  const idleShare = measureIdleShare();
  expect(idleShare()).toBe(1);
  loop = { idle: 1_000, active: 900 };
  expect(idleShare()).toBe(1);
  loop = { idle: 1_000, active: 1_500 };
  expect(idleShare()).toBeCloseTo(1 / 3);
  loop = { idle: 1_100, active: 2_400 };
  expect(idleShare()).toBeCloseTo(0.1);
});
