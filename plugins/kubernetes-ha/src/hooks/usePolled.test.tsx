/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { act, cleanup, renderHook } from '@testing-library/react';
import { usePolled } from './usePolled';

function setVisibility(state: 'visible' | 'hidden') {
  Object.defineProperty(document, 'visibilityState', {
    value: state,
    configurable: true,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

const pass = (seconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

describe('usePolled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    cleanup();
    setVisibility('visible');
    jest.useRealTimers();
  });

  it('asks again at the interval and gives the newest answer', async () => {
    let round = 0;
    const load = async () => ++round;
    const { result } = renderHook(() => usePolled(load, 10));
    expect(result.current.loading).toBe(true);
    await pass(0);
    expect(result.current).toMatchObject({ value: 1, loading: false });
    await pass(10);
    expect(result.current.value).toBe(2);
  });

  it('keeps the old value while it cannot have a new one, says why, and recovers', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('old')
      .mockRejectedValueOnce(new Error('gateway down'))
      .mockResolvedValueOnce('new');
    const { result } = renderHook(() => usePolled(load, 10));
    await pass(0);
    const loadedAt = result.current.loadedAt;
    await pass(10);
    expect(result.current).toMatchObject({ value: 'old', loadedAt });
    expect(result.current.error?.message).toBe('gateway down');
    await pass(10);
    expect(result.current.value).toBe('new');
    expect(result.current.error).toBeUndefined();
  });

  it('does not ask while the page is hidden, and asks at once when it is seen again', async () => {
    const load = jest.fn().mockResolvedValue('x');
    renderHook(() => usePolled(load, 10));
    await pass(0);
    act(() => setVisibility('hidden'));
    await pass(60);
    expect(load).toHaveBeenCalledTimes(1);
    act(() => setVisibility('visible'));
    await pass(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks one question at a time, however slow the answer', async () => {
    const load = jest.fn(() => new Promise<string>(() => {}));
    renderHook(() => usePolled(load, 10));
    await pass(60);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('never shows the value of one question under another', async () => {
    const one = async () => 'one';
    const two = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(({ load }) => usePolled(load, 10), {
      initialProps: { load: one as () => Promise<string> },
    });
    await pass(0);
    expect(result.current.value).toBe('one');
    rerender({ load: two });
    expect(result.current).toMatchObject({ value: undefined, loading: true });
  });
});
