/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { CounterSample } from '../snapshot/sections/counters';
import { secondsAgo, TEST_NOW } from '../testing/snapshotWith';
import {
  Bucket,
  histogramQuantile,
  histogramWindow,
} from './histogramQuantile';

const buckets = (...pairs: [number, number][]): Bucket[] =>
  pairs.map(([upperBound, cumulativeCount]) => ({
    upperBound,
    cumulativeCount,
  }));

it.each`
  q       | given                                          | value        | rule
  ${0.5}  | ${buckets([1, 10], [2, 10], [Infinity, 10])}   | ${0.5}       | ${'the lowest bucket begins at 0'}
  ${0.99} | ${buckets([1, 0], [2, 100], [Infinity, 100])}  | ${1.99}      | ${'linear inside a bucket'}
  ${0.5}  | ${buckets([1, 50], [2, 100], [Infinity, 100])} | ${1}         | ${'on the edge of a bucket'}
  ${0.99} | ${buckets([1, 90], [2, 95], [Infinity, 100])}  | ${2}         | ${'in +Inf it is the highest finite bound'}
  ${1}    | ${buckets([1, 10], [2, 10], [Infinity, 10])}   | ${1}         | ${'the largest observation lies in the last filled bucket'}
  ${0.99} | ${buckets([1, 0], [Infinity, 0])}              | ${undefined} | ${'no observation'}
  ${0.99} | ${buckets([1, 10], [2, 20])}                   | ${undefined} | ${'no +Inf bucket, so the total is not known'}
  ${0.99} | ${buckets([Infinity, 20])}                     | ${undefined} | ${'no finite bound'}
  ${0.99} | ${[]}                                          | ${undefined} | ${'no buckets'}
`('$q: $rule', ({ q, given, value }) => {
  const result = histogramQuantile(q, given);
  expect(result && Number(result.toFixed(9))).toBe(value);
});

/** Observations between 0 and 10, sorted into buckets by counting them one by one. */
const observations = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), {
  minLength: 1,
  maxLength: 200,
});
const bounds = fc
  .uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 1 })
  .map(list => [...list].sort((a, b) => a - b));
const collect = (values: number[], upperBounds: number[]): Bucket[] =>
  [...upperBounds, Infinity].map(upperBound => ({
    upperBound,
    cumulativeCount: values.filter(value => value <= upperBound).length,
  }));
const quantile = fc.double({ min: 0.01, max: 1, noNaN: true });

it('lies in the bucket that holds the observation of that rank', () => {
  fc.assert(
    fc.property(observations, bounds, quantile, (values, upperBounds, q) => {
      const result = histogramQuantile(q, collect(values, upperBounds))!;
      const sorted = [...values].sort((a, b) => a - b);
      const exact = sorted[Math.ceil(q * sorted.length - 1e-9) - 1];
      const highest = upperBounds[upperBounds.length - 1];
      // Beyond the highest finite bound it is that bound, from both sides.
      const above = upperBounds.find(bound => bound >= exact) ?? highest;
      const below =
        exact > highest
          ? highest
          : Math.max(0, ...upperBounds.filter(bound => bound < exact));
      expect(result).toBeLessThanOrEqual(above + 1e-9);
      expect(result).toBeGreaterThanOrEqual(below - 1e-9);
    }),
  );
});

it('never falls as the quantile rises', () => {
  fc.assert(
    fc.property(
      observations,
      bounds,
      quantile,
      quantile,
      (values, upperBounds, p, q) => {
        const given = collect(values, upperBounds);
        const low = histogramQuantile(Math.min(p, q), given)!;
        const high = histogramQuantile(Math.max(p, q), given)!;
        expect(high).toBeGreaterThanOrEqual(low - 1e-9);
      },
    ),
  );
});

it('does not depend on the order of the buckets nor on how often all was seen', () => {
  fc.assert(
    fc.property(observations, bounds, quantile, (values, upperBounds, q) => {
      const given = collect(values, upperBounds);
      const result = histogramQuantile(q, given)!;
      expect(histogramQuantile(q, [...given].reverse())).toBe(result);
      const thrice = given.map(({ upperBound, cumulativeCount }) => ({
        upperBound,
        cumulativeCount: cumulativeCount * 3,
      }));
      expect(histogramQuantile(q, thrice)).toBeCloseTo(result, 9);
    }),
  );
});

describe('histogramWindow', () => {
  const sample = (
    counts: Record<string, number>,
    given: Partial<CounterSample> = {},
  ): CounterSample => ({
    at: TEST_NOW,
    values: Object.fromEntries(
      Object.entries(counts).map(([le, n]) => [`f_bucket{le="${le}"}`, n]),
    ),
    ...given,
  });
  const latest = sample({ '1': 10, '+Inf': 30 }, { processStartSeconds: 7 });

  it.each`
    earlier                                                                            | observations | seconds      | rule
    ${undefined}                                                                       | ${30}        | ${undefined} | ${'one reading counts since the start'}
    ${sample({ '1': 4, '+Inf': 10 }, { at: secondsAgo(300) })}                         | ${20}        | ${300}       | ${'two readings give what came between'}
    ${sample({ '1': 4, '+Inf': 10 }, { at: secondsAgo(300), processStartSeconds: 7 })} | ${20}        | ${300}       | ${'the same process'}
    ${sample({ '1': 4, '+Inf': 10 }, { at: secondsAgo(300), processStartSeconds: 6 })} | ${30}        | ${undefined} | ${'another process began anew'}
    ${sample({ '1': 40, '+Inf': 90 }, { at: secondsAgo(300) })}                        | ${30}        | ${undefined} | ${'a counter that fell began anew'}
    ${sample({}, { at: secondsAgo(300) })}                                             | ${30}        | ${undefined} | ${'the family was not on the earlier page'}
  `('$rule', ({ earlier, observations: expected, seconds }) => {
    expect(histogramWindow({ latest, earlier }, 'f')).toMatchObject({
      observations: expected,
      seconds,
    });
  });

  it('takes no other family for it', () => {
    expect(histogramWindow({ latest }, 'g')).toBeUndefined();
    expect(histogramWindow({ latest }, 'f_b')).toBeUndefined();
  });

  it('adds up what other labels split', () => {
    const split: CounterSample = {
      at: TEST_NOW,
      values: {
        'f_bucket{le="1",op="a"}': 1,
        'f_bucket{le="1",op="b"}': 2,
        'f_bucket{le="+Inf",op="a"}': 3,
        'f_bucket{le="+Inf",op="b"}': 4,
        'f_sum{op="a"}': 99,
      },
    };
    expect(histogramWindow({ latest: split }, 'f')).toEqual({
      buckets: [
        { upperBound: 1, cumulativeCount: 3 },
        { upperBound: Infinity, cumulativeCount: 7 },
      ],
      observations: 7,
      seconds: undefined,
    });
  });
});
