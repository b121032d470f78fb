/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { etcdDbGrowth as check } from './etcdDbGrowth';
import { trendPerSecond } from './linearTrend';
import { etcdOf, GIB, MIB, statusWith, threeVoters } from './testing/etcdWith';

const HOUR = 3600;

/** A quota of 2 GiB, `usedMib` in use now, growing evenly by `mibPerHour` for `hours`. */
function growing(
  hours: number,
  usedMib: number,
  mibPerHour: number,
  quota: number | undefined = 2 * GIB,
) {
  const looks = 13;
  return etcdOf(
    threeVoters({ status: statusWith({ dbSizeQuotaBytes: quota }) }),
    {
      sizeHistory: Array.from({ length: looks }, (_, i) => {
        const ago = (hours * (looks - 1 - i)) / (looks - 1);
        return {
          at: secondsAgo(ago * HOUR),
          dbSizeInUseBytes: (usedMib - ago * mibPerHour) * MIB,
        };
      }),
    },
  );
}

it.each`
  etcd                         | status              | rule
  ${growing(6, 1000, 0)}       | ${'pass'}           | ${'steady'}
  ${growing(6, 1000, -50)}     | ${'pass'}           | ${'shrinking'}
  ${growing(6, 1048, 40)}      | ${'pass'}           | ${'25 hours away'}
  ${growing(6, 1088, 40.1)}    | ${'warn'}           | ${'under 24 hours away'}
  ${growing(6, 1648, 99)}      | ${'warn'}           | ${'just over four hours away'}
  ${growing(6, 1648, 101)}     | ${'fail'}           | ${'just under four hours away'}
  ${growing(4, 1300, 190)}     | ${'fail'}           | ${'under four hours away'}
  ${growing(6, 2048, 10)}      | ${'fail'}           | ${'at the quota and growing'}
  ${growing(0.25, 1000, 0)}    | ${'pass'}           | ${'a short history with room to spare'}
  ${growing(0.25, 1024, 0)}    | ${'unknown'}        | ${'a short history and half full'}
  ${growing(0.25, 1000, 2000)} | ${'pass'}           | ${'a quarter of an hour tells no trend'}
  ${growing(0.5, 1900, 100)}   | ${'fail'}           | ${'half an hour of growth that shows'}
  ${growing(0.5, 1900, 40)}    | ${'pass'}           | ${'half an hour of growth below 1 % of the quota is noise'}
  ${growing(4, 1900, 12)}      | ${'warn'}           | ${'over four hours slow growth counts too'}
  ${growing(6, 1000, 0, -1)}   | ${'not-applicable'} | ${'no quota to reach'}
  ${etcdOf(threeVoters())}     | ${'unknown'}        | ${'no history at all'}
  ${notKnown()}                | ${'unknown'}        | ${'not read'}
  ${absent()}                  | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('is unknown without a quota', () => {
  const etcd = growing(6, 1000, 100);
  const members = threeVoters({
    status: statusWith({ dbSizeQuotaBytes: undefined }),
  });
  expect(judge(check, { etcd: { ...etcd, members } })).toMatchObject({
    status: 'unknown',
    reason: 'not-exposed',
  });
});

it('says how short the history is', () => {
  expect(judge(check, { etcd: growing(0.25, 500, 0) }).says).toBe(
    '500 MiB of 2 GiB in use; observed for 15 min, too short for a trend',
  );
});

it('forecasts from what is in use now and the pace', () => {
  expect(judge(check, { etcd: growing(6, 1448, 100) }).says).toBe(
    '1.4 GiB in use, growing by 100 MiB per hour: reaches the quota of 2 GiB in 6 h (observed for 6 h)',
  );
});

describe('trendPerSecond', () => {
  it('finds the slope of any straight line again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: -1000, max: 1000 }),
        fc.uniqueArray(fc.nat(10_000), { minLength: 2, maxLength: 30 }),
        (slope, start, seconds) => {
          const readings = seconds.map(s => ({
            seconds: s,
            value: start + slope * s,
          }));
          expect(trendPerSecond(readings)).toBeCloseTo(slope, 4);
        },
      ),
    );
  });

  it('leaves no better line: any other slope misses by more', () => {
    const reading = fc.record({ seconds: fc.nat(100), value: fc.nat(100) });
    fc.assert(
      fc.property(
        fc.array(reading, { minLength: 2, maxLength: 15 }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (readings, off) => {
          const slope = trendPerSecond(readings);
          fc.pre(slope !== undefined && Math.abs(off) > 1e-3);
          const mean = (
            pick: (r: { seconds: number; value: number }) => number,
          ) => readings.reduce((sum, r) => sum + pick(r), 0) / readings.length;
          const miss = (k: number) =>
            readings.reduce((sum, { seconds, value }) => {
              const line =
                mean(r => r.value) + k * (seconds - mean(r => r.seconds));
              return sum + (value - line) ** 2;
            }, 0);
          expect(miss(slope!)).toBeLessThanOrEqual(miss(slope! + off) + 1e-6);
        },
      ),
    );
  });

  it('is unknown from one sample or from one instant', () => {
    expect(trendPerSecond([{ seconds: 1, value: 1 }])).toBeUndefined();
    expect(
      trendPerSecond([
        { seconds: 1, value: 1 },
        { seconds: 1, value: 9 },
      ]),
    ).toBeUndefined();
  });
});
