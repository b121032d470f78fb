/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { act, cleanup, renderHook } from '@testing-library/react';
import { DEADLINE_SECONDS, usePolled } from './usePolled';

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
    await pass(DEADLINE_SECONDS - 1);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('gives up a question that hangs, says so, keeps the old value and asks again', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('old')
      .mockReturnValueOnce(new Promise<string>(() => {}))
      .mockResolvedValueOnce('new');
    const { result } = renderHook(() => usePolled(load, 10));
    await pass(10);
    await pass(DEADLINE_SECONDS);
    expect(result.current.value).toBe('old');
    expect(result.current.error?.message).toMatch(/No answer within/);
    await pass(10);
    expect(result.current).toMatchObject({ value: 'new', error: undefined });
  });

  it('asks again, and keeps the value meanwhile, when what it belongs to has changed', async () => {
    let round = 0;
    const load = async () => ++round;
    const { result, rerender } = renderHook(
      ({ version }) => usePolled(load, 30, version),
      { initialProps: { version: 'a' } },
    );
    await pass(0);
    rerender({ version: 'b' });
    expect(result.current).toMatchObject({ value: 1, loading: false });
    await pass(0);
    expect(result.current.value).toBe(2);
    rerender({ version: 'b' });
    await pass(0);
    expect(round).toBe(2);
  });

  it('shows an answer that was on its way when the change came, then the one after it', async () => {
    const answers: ((answer: string) => void)[] = [];
    const load = () => new Promise<string>(resolve => answers.push(resolve));
    const { result, rerender } = renderHook(
      ({ version }) => usePolled(load, 30, version),
      { initialProps: { version: 'a' } },
    );
    rerender({ version: 'b' });
    rerender({ version: 'c' });
    await act(async () => answers[0]('slow'));
    expect(result.current.value).toBe('slow');
    await act(async () => answers[1]('newest'));
    expect(result.current.value).toBe('newest');
    expect(answers).toHaveLength(2);
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
