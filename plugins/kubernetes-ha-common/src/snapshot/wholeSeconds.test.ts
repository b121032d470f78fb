/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import * as fc from 'fast-check';
import { secondsOfTime, timeOfSeconds } from './wholeSeconds';

/** As `Date` does it. */
function byDate(time: string): number | undefined {
  const seconds = Date.parse(time) / 1000;
  return Number.isInteger(seconds) && byDateWritten(seconds) === time
    ? seconds
    : undefined;
}

function byDateWritten(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

const seconds = fc.integer({
  min: Date.UTC(100, 0, 1) / 1000,
  max: Date.UTC(9999, 11, 31, 23, 59, 59) / 1000,
});

it('writes and reads times as Date does', () => {
  fc.assert(
    fc.property(seconds, value => {
      const time = byDateWritten(value);
      expect(timeOfSeconds(value)).toBe(time);
      expect(secondsOfTime(time)).toBe(value);
    }),
  );
});

it('takes what looks like a time for one where Date does', () => {
  const part = (max: number) =>
    fc.integer({ min: 0, max }).map(n => String(n).padStart(2, '0'));
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 9999 }).map(n => String(n).padStart(4, '0')),
      part(14),
      part(33),
      part(25),
      part(61),
      part(61),
      (year, month, day, hour, minute, second) => {
        const time = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
        expect(secondsOfTime(time)).toBe(byDate(time));
      },
    ),
  );
});

it.each([
  '1900-02-29T00:00:00Z',
  '2000-02-29T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2024-02-29T00:00:00Z',
])('knows of %s whether there is such a day', time => {
  expect(secondsOfTime(time)).toBe(byDate(time));
});

it.each([
  '',
  '2026-11-28T10:00:00.5Z',
  '2026-11-28T10:00:00+01:00',
  '2026-11-28 10:00:00Z',
  '2026-11-28T10:00:00z',
  '2026-11-28T1a:00:00Z',
  '2026-11-28T24:00:00Z',
  '0099-11-28T10:00:00Z',
  '+02026-11-28T10:00Z.',
])('leaves %j to others', time => {
  expect(secondsOfTime(time)).toBeUndefined();
});

it('writes other years as Date does', () => {
  expect(timeOfSeconds(-62_135_596_801)).toBe('0000-12-31T23:59:59Z');
  expect(timeOfSeconds(253_402_300_800)).toBe('+010000-01-01T00:00:00Z');
  expect(() => timeOfSeconds(NaN)).toThrow(RangeError);
});
