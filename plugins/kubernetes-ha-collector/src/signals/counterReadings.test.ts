/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Counters } from 'backstage-plugin-kubernetes-ha-common';
import { counterSample, pairOfReadings } from './counterReadings';

const START = Date.parse('2026-11-23T12:00:00.000Z');

function sample(seconds: number, processStart = 1) {
  return counterSample(
    { a: seconds, process_start_time_seconds: processStart },
    new Date(START + seconds * 1000),
  );
}

it('takes the start of the process out of the values', () => {
  expect(sample(5)).toEqual({
    at: '2026-11-23T12:00:05.000Z',
    processStartSeconds: 1,
    values: { a: 5 },
  });
});

it('pairs the newest sample with the oldest of at most ten minutes before', () => {
  let pair: Counters = pairOfReadings(sample(0), undefined);
  expect(pair.earlier).toBeUndefined();
  for (let seconds = 30; seconds <= 1800; seconds += 30) {
    pair = pairOfReadings(sample(seconds), pair);
    const span =
      (Date.parse(pair.latest.at) - Date.parse(pair.earlier!.at)) / 1000;
    expect(span).toBeGreaterThanOrEqual(30);
    expect(span).toBeLessThanOrEqual(600);
  }
});

it('does not pair readings of two processes', () => {
  const before = pairOfReadings(
    sample(30),
    pairOfReadings(sample(0), undefined),
  );
  expect(pairOfReadings(sample(60, 2), before)).toEqual({
    latest: sample(60, 2),
  });
});

it('does not pair a reading with one that is older than ten minutes, or from the future', () => {
  const before = pairOfReadings(sample(0), undefined);
  expect(pairOfReadings(sample(601), before).earlier).toBeUndefined();
  expect(pairOfReadings(sample(-1), before).earlier).toBeUndefined();
});
