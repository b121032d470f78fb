/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdInfo } from 'backstage-plugin-kubernetes-ha-common';
import * as fc from 'fast-check';
import { sizeHistoryWith, termHistoryWith } from './histories';

const START = Date.parse('2026-11-23T00:00:00.000Z');
const at = (seconds: number) => new Date(START + seconds * 1000);

it('notes a changed term at once and an unchanged one once a minute', () => {
  let history: EtcdInfo['termHistory'] = [];
  for (let seconds = 0; seconds <= 150; seconds += 30) {
    history = termHistoryWith(history, [seconds < 120 ? 3 : 4, 3], at(seconds));
  }
  expect(
    history.map(entry => [(Date.parse(entry.at) - START) / 1000, entry.term]),
  ).toEqual([
    [0, 3],
    [60, 3],
    [120, 4],
  ]);
});

it('adds nothing when no member reports, and forgets after twenty minutes', () => {
  const history = termHistoryWith([], [3], at(0));
  expect(termHistoryWith(history, [], at(1200))).toEqual(history);
  expect(termHistoryWith(history, [], at(1201))).toEqual([]);
});

it('keeps the largest size every five minutes, for a day', () => {
  let history: EtcdInfo['sizeHistory'] = [];
  for (let seconds = 0; seconds <= 26 * 3600; seconds += 30) {
    history = sizeHistoryWith(history, [seconds, 7], at(seconds));
  }
  expect(history).toHaveLength(24 * 12 + 1);
  expect(history.at(-1)).toEqual({
    at: at(26 * 3600).toISOString(),
    dbSizeInUseBytes: 26 * 3600,
  });
  expect(sizeHistoryWith(history, [], at(26 * 3600 + 1))).toEqual(
    history.slice(1),
  );
});

it('never loses the newest term, and stays in the order of time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 600 }), fc.nat(5)), {
        minLength: 1,
        maxLength: 80,
      }),
      steps => {
        let seconds = 0;
        let history: EtcdInfo['termHistory'] = [];
        for (const [step, term] of steps) {
          seconds += step;
          history = termHistoryWith(history, [term], at(seconds));
          expect(history.at(-1)?.term).toBe(term);
        }
        const times = history.map(entry => Date.parse(entry.at));
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times[0]).toBeGreaterThanOrEqual(at(seconds - 1200).getTime());
      },
    ),
  );
});
