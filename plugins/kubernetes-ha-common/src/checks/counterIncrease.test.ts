/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { countersOf } from '../testing/controlPlane';
import { counterIncrease, labelsOf, total } from './counterIncrease';

it.each`
  latest                            | earlier              | sum   | rule
  ${{ a: 10 }}                      | ${{ a: 4 }}          | ${6}  | ${'the difference'}
  ${{ a: 10 }}                      | ${undefined}         | ${10} | ${'one reading: all since the start'}
  ${{ a: 3 }}                       | ${{ a: 10 }}         | ${3}  | ${'a counter that fell began anew'}
  ${{ 'a{x="1"}': 2, a: 1 }}        | ${{ 'a{x="1"}': 2 }} | ${1}  | ${'a new series counts in full'}
  ${{ ab: 5, 'a_total{x="1"}': 5 }} | ${undefined}         | ${0}  | ${'another family does not count'}
  ${{}}                             | ${{ a: 5 }}          | ${0}  | ${'a family that is gone'}
`('$sum: $rule', ({ latest, earlier, sum }) => {
  expect(total(counterIncrease(countersOf(latest, earlier), 'a'))).toBe(sum);
});

it('says over which time, or that it is since the start', () => {
  expect(counterIncrease(countersOf({ a: 1 }, { a: 0 }), 'a').seconds).toBe(60);
  expect(counterIncrease(countersOf({ a: 1 }), 'a').seconds).toBeUndefined();
});

it('does not subtract the readings of another process', () => {
  const counters = countersOf({ a: 10 }, { a: 4 });
  const restarted = {
    ...counters,
    latest: { ...counters.latest, processStartSeconds: 2 },
  };
  expect(total(counterIncrease(restarted, 'a'))).toBe(10);
  expect(counterIncrease(restarted, 'a').seconds).toBeUndefined();
});

it('reads labels, escaped ones too', () => {
  expect(labelsOf('a{x="1",y="q\\"u\\\\o,{}"}')).toEqual({
    x: '1',
    y: 'q"u\\o,{}',
  });
  expect(labelsOf('a')).toEqual({});
});

it('is never negative, whatever the readings', () => {
  const sample = fc.dictionary(fc.constantFrom('a', 'a{x="1"}', 'b'), fc.nat());
  fc.assert(
    fc.property(sample, sample, (latest, earlier) => {
      const { series } = counterIncrease(countersOf(latest, earlier), 'a');
      expect(series.every(({ increase }) => increase >= 0)).toBe(true);
    }),
  );
});

it('reads the labels of a key the same each time, and nobody can change them', () => {
  const key = 'x{a="1",b="\\"2\\""}';
  expect(labelsOf(key)).toEqual({ a: '1', b: '"2"' });
  expect(labelsOf(key)).toEqual({ a: '1', b: '"2"' });
  expect(Object.isFrozen(labelsOf(key))).toBe(true);
  const long = `x{a="${'y'.repeat(300)}"}`;
  expect(labelsOf(long)).toEqual({ a: 'y'.repeat(300) });
});
