/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback, useEffect, useState } from 'react';

/** What is known of something that is asked for again and again. */
export interface Polled<T> {
  /** The newest answer; kept while later questions fail. */
  value?: T;
  /** Why the newest question failed; gone with the next answer. */
  error?: Error;
  /** True until the first answer or error. */
  loading: boolean;
  /** When `value` came, milliseconds since the epoch. */
  loadedAt?: number;
  /** Asks again at once. */
  retry: () => void;
}

/**
 * Asks now and every `intervalSeconds`, one question at a time; pauses while
 * the page is hidden and asks when it is seen again. Without an interval it
 * asks once. Another `load` (memoise it) starts anew and forgets the old value.
 * @internal
 */
export function usePolled<T>(
  load: () => Promise<T>,
  intervalSeconds?: number,
): Polled<T> {
  const [state, setState] = useState<{
    load: () => Promise<T>;
    value?: T;
    error?: Error;
    loadedAt?: number;
  }>({ load });
  const [round, setRound] = useState(0);

  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;

    async function ask() {
      if (asking) return;
      asking = true;
      clearTimeout(timer);
      try {
        const value = await load();
        if (!ended) setState({ load, value, loadedAt: Date.now() });
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(`${thrown}`);
        if (!ended) {
          setState(old =>
            old.load === load ? { ...old, error } : { load, error },
          );
        }
      }
      asking = false;
      if (!ended && intervalSeconds && document.visibilityState === 'visible') {
        timer = setTimeout(ask, intervalSeconds * 1000);
      }
    }
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') clearTimeout(timer);
      else if (intervalSeconds) void ask();
    };

    void ask();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [load, intervalSeconds, round]);

  const retry = useCallback(() => setRound(count => count + 1), []);
  const { value, error, loadedAt } =
    state.load === load
      ? state
      : { ...state, value: undefined, error: undefined };
  return { value, error, loadedAt, loading: !value && !error, retry };
}
