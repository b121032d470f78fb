/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { getEventListeners } from 'node:events';
import { raceAbort } from './raceAbort';
import { whileFollowing, within } from './deadline';

const never = new Promise<never>(() => {});
const HOUR_MS = 3_600_000;

/** Rejects with what ends the signal, as a request does. */
function untilEnded(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

describe('within', () => {
  afterEach(() => jest.useRealTimers());

  it('hands through what the work gives', async () => {
    const { signal } = new AbortController();
    await expect(within(signal, HOUR_MS, async () => 42)).resolves.toBe(42);
    await expect(
      within(signal, HOUR_MS, () => Promise.reject(new Error('broken'))),
    ).rejects.toThrow('broken');
  });

  it('ends the work at its time, by the error of a timeout', async () => {
    jest.useFakeTimers();
    const { signal } = new AbortController();
    const work = within(signal, 4_000, untilEnded);
    jest.advanceTimersByTime(4_000);
    await expect(work).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'not done within 4000 ms',
    });
  });

  it('ends the work when the collection ends, with its reason', async () => {
    const collection = new AbortController();
    const work = within(collection.signal, HOUR_MS, untilEnded);
    const reason = new Error('stopped');
    collection.abort(reason);
    await expect(work).rejects.toBe(reason);
  });

  it('gives a signal that has ended where the collection has', async () => {
    const reason = new Error('stopped');
    const seen = await within(
      AbortSignal.abort(reason),
      HOUR_MS,
      async signal => [signal.aborted, signal.reason],
    );
    expect(seen).toEqual([true, reason]);
  });

  it('ends what is left of work that failed', async () => {
    const { signal } = new AbortController();
    const broken = new Error('broken');
    let other: Promise<never> | undefined;
    const work = within(signal, HOUR_MS, ending => {
      other = untilEnded(ending);
      return Promise.all([other, Promise.reject(broken)]);
    });
    await expect(work).rejects.toBe(broken);
    await expect(other).rejects.toBe(broken);
  });

  it('leaves nothing behind: no clock runs and nobody listens', async () => {
    jest.useFakeTimers();
    const { signal } = new AbortController();
    let given: AbortSignal | undefined;
    await within(signal, 4_000, async ending => {
      given = ending;
      expect(jest.getTimerCount()).toBe(1);
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    });
    expect(jest.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    jest.advanceTimersByTime(HOUR_MS);
    expect(given?.aborted).toBe(false);
  });

  it('ends without an answer, with raceAbort, where the work does not listen', async () => {
    jest.useFakeTimers();
    const { signal } = new AbortController();
    const given = within(signal, 4_000, ending => raceAbort(never, ending));
    await jest.advanceTimersByTimeAsync(5_000);
    await expect(given).resolves.toBeUndefined();
  });
});

describe('whileFollowing', () => {
  it('ends by itself without ending what it follows', async () => {
    const { signal } = new AbortController();
    const reason = new Error('another was faster');
    const work = whileFollowing(signal, follower => {
      const ended = untilEnded(follower.signal);
      follower.abort(reason);
      return ended;
    });
    await expect(work).rejects.toBe(reason);
    expect(signal.aborted).toBe(false);
  });
});
