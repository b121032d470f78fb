/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { extendSeries } from './extendSeries';

interface Point {
  at: string;
  score: number;
}

const MINUTE_MS = 60_000;
const start = Date.parse('2026-11-23T12:00:00.000Z');
const atMinute = (minute: number) =>
  new Date(start + minute * MINUTE_MS).toISOString();
const point = (minute: number, score = 90): Point => ({
  at: atMinute(minute),
  score,
});

/** A backend with these points, which counts those that it hands out. */
function backend(points: Point[]) {
  const sent: number[] = [];
  return {
    points,
    sent,
    request: async (from: string) => {
      const found = points.filter(({ at }) => at >= from);
      sent.push(found.length);
      return found;
    },
  };
}

describe('extendSeries', () => {
  beforeEach(() => jest.useFakeTimers({ now: start }));
  afterEach(() => jest.useRealTimers());

  it('reads the range once and then what is new: a day of polls costs little more than the day', async () => {
    const { points, sent, request } = backend([]);
    let known: Point[] | undefined;
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      points.push(point(minute));
      jest.setSystemTime(start + minute * MINUTE_MS);
      known = await extendSeries(known, 1, request);
    }
    expect(known).toEqual(points.slice(-61));
    expect(Math.max(...sent)).toBe(4);
  });

  it('reads what came while nobody asked', async () => {
    const { points, sent, request } = backend([point(-2), point(-1)]);
    const known = await extendSeries(undefined, 1, request);
    points.push(point(10), point(20));
    jest.setSystemTime(start + 20 * MINUTE_MS);
    await expect(extendSeries(known, 1, request)).resolves.toEqual(points);
    expect(sent).toEqual([2, 4]);
  });

  it('takes over the newest point as it became: the hour that still fills', async () => {
    const hour = (score: number) => point(-60, score);
    const { points, request } = backend([point(-120), hour(90)]);
    const known = await extendSeries(undefined, 24, request);
    points[1] = hour(40);
    await expect(extendSeries(known, 24, request)).resolves.toEqual([
      point(-120),
      hour(40),
    ]);
  });

  it('puts in a late point that stands before the newest', async () => {
    const { points, request } = backend([point(-10), point(-1)]);
    const known = await extendSeries(undefined, 1, request);
    points.splice(1, 0, point(-2));
    await expect(extendSeries(known, 1, request)).resolves.toEqual(points);
  });

  it('drops what left the range, and all of it when nothing is left', async () => {
    const known = [point(-90), point(-61), point(-59)];
    const { points, request } = backend([...known]);
    await expect(extendSeries(known, 1, request)).resolves.toEqual([
      point(-59),
    ]);
    points.length = 0;
    jest.setSystemTime(start + 600 * MINUTE_MS);
    await expect(extendSeries(known, 1, request)).resolves.toEqual([]);
  });

  it.each([undefined, []])('reads the whole range knowing %j', async known => {
    const { sent, request } = backend([point(-59), point(-1)]);
    await extendSeries(known, 1, request);
    expect(sent).toEqual([2]);
  });
});
