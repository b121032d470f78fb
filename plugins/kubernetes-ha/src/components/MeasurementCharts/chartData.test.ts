/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { chartData, isInReach, largest, newest } from './chartData';

const at = (minute: number) =>
  `2026-11-23T12:${String(minute).padStart(2, '0')}:00.000Z`;
const size = (values: Record<string, number>, quota?: number) => ({
  'etcd-db-size': values,
  ...(quota !== undefined && { 'etcd-db-quota': { '': quota } }),
});

describe('lines of a chart', () => {
  const data = chartData(
    [
      { at: at(0), values: size({ b: 2, a: 1 }, 100) },
      { at: at(1), values: size({ a: 3 }, 100) },
      { at: at(9), values: { 'nodes-ready': { '': 6 } } },
      { at: at(10), values: size({ a: 5, b: 6 }) },
    ],
    'etcd-db-size',
    'etcd-db-quota',
    180,
  );

  it('are one for each subject, by name, with gaps where it was not measured', () => {
    expect(data.lines).toEqual([
      { subject: 'a', values: [1, 3, null, null, 5] },
      { subject: 'b', values: [2, null, null, null, 6] },
    ]);
    expect(data.against?.values).toEqual([100, 100, null, null, null]);
  });

  it('break where nothing was collected for longer than a point holds', () => {
    const minutes = data.times.map(time => (time - data.times[0]) / 60);
    expect(minutes).toEqual([0, 1, 4, 9, 10]);
  });

  it('name their newest and largest value', () => {
    expect(data.lines.map(newest)).toEqual([5, 6]);
    expect(largest(data.lines)).toBe(6);
    expect(newest({ subject: '', values: [null] })).toBeUndefined();
    expect(largest([])).toBe(0);
  });

  it('are not held against what was never measured', () => {
    const alone = chartData(
      [{ at: at(0), values: size({ a: 1 }) }],
      'etcd-db-size',
      'etcd-db-quota',
      180,
    );
    expect(alone).not.toHaveProperty('against');
  });
});

it('draws a limit only where it leaves room for the lines', () => {
  expect(isInReach(400, 100)).toBe(true);
  expect(isInReach(401, 100)).toBe(false);
});
