/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PropsWithChildren } from 'react';
import { act, cleanup, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { KubernetesHaClient } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { Poll, usePolled } from './usePolled';

function setVisibility(state: 'visible' | 'hidden') {
  Object.defineProperty(document, 'visibilityState', {
    value: state,
    configurable: true,
  });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

const pass = (seconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(seconds * 1000));

const never = () => new Promise<never>(() => {});

/** A place with an API, and so a cache, of its own. Nothing is requested over it. */
function place() {
  const api = new KubernetesHaClient({
    fetchApi: { fetch: never },
    discoveryApi: { getBaseUrl: never },
  });
  return function Place(props: PropsWithChildren<{}>) {
    return (
      <TestApiProvider apis={[[kubernetesHaApiRef, api]]}>
        {props.children}
      </TestApiProvider>
    );
  };
}

/** Polls in a place; what is polled can be exchanged in part. */
function poll<T>(first: Pick<Poll<T>, 'request'> & Partial<Poll<T>>) {
  const initialProps: Poll<T> = { key: ['it'], intervalSeconds: 10, ...first };
  const rendered = renderHook(usePolled<T>, { initialProps, wrapper: place() });
  let props = initialProps;
  return {
    ...rendered,
    change: (part: Partial<Poll<T>>) => {
      props = { ...props, ...part };
      rendered.rerender(props);
    },
  };
}

describe('usePolled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    cleanup();
    setVisibility('visible');
    jest.useRealTimers();
  });

  it('requests again at the interval and gives the newest answer', async () => {
    let round = 0;
    const { result } = poll({ request: async () => ++round });
    expect(result.current.loading).toBe(true);
    await pass(0);
    expect(result.current).toMatchObject({ value: 1, loading: false });
    await pass(11);
    expect(result.current.value).toBe(2);
  });

  it('requests once without an interval', async () => {
    const request = jest.fn().mockResolvedValue('x');
    poll({ request, intervalSeconds: undefined });
    await pass(600);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('keeps the old value while it cannot have a new one, says why, and recovers', async () => {
    const request = jest
      .fn()
      .mockResolvedValueOnce('old')
      .mockRejectedValueOnce(new Error('gateway down'))
      .mockResolvedValueOnce('new');
    const { result } = poll({ request });
    await pass(0);
    const { loadedAt } = result.current;
    await pass(11);
    expect(result.current).toMatchObject({ value: 'old', loadedAt });
    expect(result.current.error?.message).toBe('gateway down');
    await pass(11);
    expect(result.current.value).toBe('new');
    expect(result.current.error).toBeUndefined();
  });

  it('keeps the error on screen while the first answer is requested again', async () => {
    const answers: (() => void)[] = [];
    const { result } = poll({
      request: () =>
        new Promise<string>((resolve, reject) => {
          if (answers.length === 0) reject(new Error('gateway down'));
          answers.push(() => resolve('new'));
        }),
    });
    await pass(0);
    expect(result.current.error?.message).toBe('gateway down');
    await pass(11);
    expect(answers).toHaveLength(2);
    expect(result.current).toMatchObject({ loading: false, value: undefined });
    expect(result.current.error?.message).toBe('gateway down');
    await act(async () => answers[1]());
    await pass(0);
    expect(result.current).toMatchObject({ value: 'new', error: undefined });
  });

  it('does not request while the page is hidden, and requests at once when it is visible again', async () => {
    const request = jest.fn().mockResolvedValue('x');
    poll({ request });
    await pass(0);
    act(() => setVisibility('hidden'));
    await pass(60);
    expect(request).toHaveBeenCalledTimes(1);
    act(() => setVisibility('visible'));
    await pass(0);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('does not request anew each time a reader changes tabs of the browser', async () => {
    const request = jest.fn().mockResolvedValue('x');
    poll({ request });
    await pass(0);
    for (const state of ['hidden', 'visible', 'hidden', 'visible'] as const) {
      act(() => setVisibility(state));
      await pass(1);
    }
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('has one request at a time, however slow the answer', async () => {
    const request = jest.fn(never);
    poll({ request });
    await pass(35);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('shares one request and one answer among those who poll the same', async () => {
    const request = jest.fn().mockResolvedValue('x');
    const question: Poll<string> = { key: ['it'], request };
    const { result } = renderHook(
      () => [usePolled(question), usePolled(question)],
      { wrapper: place() },
    );
    await pass(0);
    expect(result.current.map(({ value }) => value)).toEqual(['x', 'x']);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('ends the request on its way when nobody shows it any more', async () => {
    let signal: AbortSignal | undefined;
    const { unmount } = poll({
      request: (_, options) => {
        signal = options.signal;
        return never();
      },
    });
    await pass(0);
    expect(signal?.aborted).toBe(false);
    unmount();
    expect(signal?.aborted).toBe(true);
  });

  it('requests again, and keeps the value meanwhile, when what it belongs to has changed', async () => {
    let round = 0;
    const { result, change } = poll({
      request: async () => ++round,
      version: 'a',
    });
    await pass(0);
    expect(round).toBe(1);
    change({ version: 'b' });
    expect(result.current).toMatchObject({ value: 1, loading: false });
    await pass(0);
    expect(result.current.value).toBe(2);
    change({ version: 'b' });
    await pass(0);
    expect(round).toBe(2);
  });

  it('shows an answer that was on its way when the change came, then the one after it', async () => {
    const answers: ((answer: string) => void)[] = [];
    const { result, change } = poll({
      request: () => new Promise<string>(resolve => answers.push(resolve)),
      version: 'a',
    });
    await pass(0);
    change({ version: 'b' });
    change({ version: 'c' });
    await act(async () => answers[0]('slow'));
    await pass(0);
    expect(result.current.value).toBe('slow');
    await act(async () => answers[1]('newest'));
    await pass(0);
    expect(result.current.value).toBe('newest');
    await pass(5);
    expect(answers).toHaveLength(2);
  });

  it('does not request without pause when a changed answer cannot be had', async () => {
    const request = jest
      .fn()
      .mockResolvedValueOnce('old')
      .mockRejectedValue(new Error('gateway down'));
    const { result, change } = poll({ request, version: 'a' });
    await pass(0);
    change({ version: 'b' });
    await pass(5);
    expect(result.current.error?.message).toBe('gateway down');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('never shows the value of one question under another', async () => {
    const { result, change } = poll<string>({ request: async () => 'one' });
    await pass(0);
    expect(result.current.value).toBe('one');
    change({ key: ['other'], request: never });
    expect(result.current).toMatchObject({ value: undefined, loading: true });
  });

  it('shows the previous page until the next is there, where that is asked for', async () => {
    const { result, change } = poll<string>({
      request: async () => 'page 1',
      keepsPrevious: true,
    });
    await pass(0);
    const { loadedAt } = result.current;
    let turn = (_page: string) => {};
    change({
      key: ['page 2'],
      request: () =>
        new Promise(resolve => {
          turn = resolve;
        }),
    });
    expect(result.current).toMatchObject({
      value: 'page 1',
      isPrevious: true,
      loadedAt,
    });
    await pass(0);
    await act(async () => turn('page 2'));
    await pass(0);
    expect(result.current).toMatchObject({
      value: 'page 2',
      isPrevious: false,
    });
  });

  it('hands over what is known, so that only the rest is requested', async () => {
    const { result } = poll<number[]>({
      request: async (_, __, known = []) => [...known, known.length],
    });
    await pass(25);
    expect(result.current.value).toEqual([0, 1, 2]);
  });
});
