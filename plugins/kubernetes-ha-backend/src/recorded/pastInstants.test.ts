/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { PAST_MS, pastInstants } from './pastInstants';

const now = new Date('2026-11-23T12:00:00.000Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A recording that is played so many milliseconds into it. */
function recordingOf(durationMs: number, positionMs: number, firstMs = 0) {
  return {
    firstMs,
    // What is looked at of the header.
    header: { durationMs } as never,
    positionAt: () => positionMs,
  };
}

const intervals = { controlPlaneSeconds: 30, inventorySeconds: 120 };

function loops(recording: ReturnType<typeof recordingOf>) {
  const { durationMs } = recording.header as { durationMs: number };
  return pastInstants(recording, now, intervals)
    .filter(({ positionMs }) => positionMs === recording.firstMs)
    .map(({ atMs }) => (now.getTime() - atMs) / durationMs);
}

it('plays the present loop from its beginning, and two before it', () => {
  const recording = recordingOf(10 * MINUTE_MS, 250_000);
  const began = 250 / 600;
  // In loops before now: 7 and 20 hours are 42 and 120 of them.
  expect(loops(recording)).toEqual([120 + began, 42 + began, began]);
});

it('plays the present loop alone where no other is wanted', () => {
  const [first, ...rest] = pastInstants(
    recordingOf(10 * MINUTE_MS, 250_000),
    now,
    intervals,
    [],
  );
  expect(first.atMs).toBe(now.getTime() - PAST_MS);
  expect(rest[0].atMs).toBe(now.getTime() - 250_000);
});

it('begins eight days ago with what stands until the first loop', () => {
  const [first] = pastInstants(
    recordingOf(10 * MINUTE_MS, 250_000),
    now,
    intervals,
  );
  expect(first).toEqual({
    atMs: now.getTime() - PAST_MS,
    positionMs: 10 * MINUTE_MS,
    groups: ['control-plane', 'inventory'],
  });
});

it('plays a recording of hours as far as there is room', () => {
  const instants = pastInstants(
    recordingOf(12 * HOUR_MS, 11 * HOUR_MS),
    now,
    intervals,
  );
  // It began eleven hours ago: of that, the newest part.
  expect(instants[1].atMs).toBeGreaterThan(now.getTime() - 3 * HOUR_MS);
  expect(instants[1].positionMs).toBe(
    11 * HOUR_MS - (now.getTime() - instants[1].atMs),
  );
});

it('is in order, before now, bounded, and where the clock would have been', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 30 * HOUR_MS }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 5, max: 600 }),
      fc.integer({ min: 30, max: 3_600 }),
      (durationMs, share, controlPlaneSeconds, inventorySeconds) => {
        const positionMs = Math.floor(share * (durationMs - 1));
        const instants = pastInstants(
          recordingOf(durationMs, positionMs),
          now,
          { controlPlaneSeconds, inventorySeconds },
        );
        const times = instants.map(({ atMs }) => atMs);
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
        expect(Math.min(...times)).toBe(now.getTime() - PAST_MS);
        expect(instants.length).toBeLessThanOrEqual(402);
        const played = instants.filter(
          instant => instant.positionMs < durationMs,
        );
        const loopMs = now.getTime() - positionMs;
        for (const { atMs, positionMs: at } of played) {
          const fromLoop =
            (((atMs - loopMs) % durationMs) + durationMs) % durationMs;
          expect(Math.abs(fromLoop - at)).toBeLessThan(1);
        }
      },
    ),
  );
});
