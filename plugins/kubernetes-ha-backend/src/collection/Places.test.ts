/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createDeferred } from '@backstage/types';
import { Places } from './Places';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Work that ends when it is told to, and whether it has begun. */
function work() {
  const ended = createDeferred<string>();
  const state = { begun: false };
  return {
    state,
    end: (result: string) => ended.resolve(result),
    fail: (error: Error) => ended.reject(error),
    run: () => {
      state.begun = true;
      return ended;
    },
  };
}

const options = { places: 2, patienceMs: 5_000, waiting: 2 };
const begun = (works: ReturnType<typeof work>[]) =>
  works.map(({ state }) => state.begun);

describe('places', () => {
  it('are taken by so many, and given on as one ends', async () => {
    const places = new Places(options);
    const works = [work(), work(), work()];
    const results = works.map(({ run }) => places.run(run));
    await jest.advanceTimersByTimeAsync(0);
    expect(begun(works)).toEqual([true, true, false]);
    works[0].end('first');
    expect(await results[0]).toBe('first');
    await jest.advanceTimersByTimeAsync(0);
    expect(begun(works)).toEqual([true, true, true]);
  });

  it('are given on by what takes longer than the patience, which goes on and gives its result', async () => {
    const places = new Places(options);
    const hanging = [work(), work()];
    const healthy = [work(), work()];
    const results = hanging.map(({ run }) => places.run(run));
    for (const { run } of healthy) void places.run(run);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(begun(healthy)).toEqual([false, false]);
    await jest.advanceTimersByTimeAsync(1);
    expect(begun(healthy)).toEqual([true, true]);
    hanging[1].end('late');
    expect(await results[1]).toBe('late');
  });

  it('are kept once as many as allowed go on beside', async () => {
    const places = new Places(options);
    const hanging = Array.from({ length: 5 }, work);
    const results = hanging.map(({ run }) => places.run(run));
    await jest.advanceTimersByTimeAsync(60_000);
    // Two beside and two in places: the fifth waits for one of them.
    expect(begun(hanging)).toEqual([true, true, true, true, false]);
    hanging[2].end('over');
    await results[2];
    await jest.advanceTimersByTimeAsync(0);
    expect(begun(hanging)).toEqual(Array(5).fill(true));
  });

  it('hand an error to who asked, and go on', async () => {
    const places = new Places({ ...options, places: 1 });
    const failing = work();
    const next = work();
    const refused = places.run(failing.run);
    const result = places.run(next.run);
    failing.fail(new Error('broken'));
    await expect(refused).rejects.toThrow('broken');
    next.end('well');
    expect(await result).toBe('well');
  });
});
