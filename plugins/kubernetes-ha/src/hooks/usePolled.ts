/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback, useEffect, useRef, useState } from 'react';

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
  /** Seconds between two questions; without it there is only one. */
  intervalSeconds?: number;
  /** Asks again at once. */
  retry: () => void;
}

/**
 * After this a question counts as failed and the next one may be asked
 * (proposal). A little longer than the client's own deadline, whose error says more.
 */
export const DEADLINE_SECONDS = 35;

/**
 * Asks now and every `intervalSeconds`, one question at a time; pauses while
 * the page is hidden and asks when it is seen again. Without an interval it
 * asks once. Another `load` (memoise it) starts anew and forgets the old value;
 * another `version` asks again and keeps it: use it for what the answer belongs to.
 * @internal
 */
export function usePolled<T>(
  load: () => Promise<T>,
  intervalSeconds?: number,
  version?: string,
): Polled<T> {
  const [state, setState] = useState<{
    load: () => Promise<T>;
    value?: T;
    error?: Error;
    loadedAt?: number;
  }>({ load });
  const [round, setRound] = useState(0);
  const askAnew = useRef<() => void>();

  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    let outdated = false;

    async function ask() {
      if (asking) return;
      asking = true;
      outdated = false;
      clearTimeout(timer);
      try {
        const value = await inTime(load());
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
      if (ended) return;
      if (outdated) void ask();
      else if (intervalSeconds && document.visibilityState === 'visible') {
        timer = setTimeout(ask, intervalSeconds * 1000);
      }
    }
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') clearTimeout(timer);
      else if (intervalSeconds) void ask();
    };
    // An answer on its way is awaited, not dropped: a slow one would never be seen otherwise.
    askAnew.current = () => {
      outdated = true;
      void ask();
    };

    void ask();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [load, intervalSeconds, round]);

  const askedFor = useRef(version);
  useEffect(() => {
    if (askedFor.current === version) return;
    askedFor.current = version;
    askAnew.current?.();
  }, [version]);

  const retry = useCallback(() => setRound(count => count + 1), []);
  const { value, error, loadedAt }: Partial<typeof state> =
    state.load === load ? state : {};
  const loading = value === undefined && !error;
  return { value, error, loadedAt, intervalSeconds, loading, retry };
}

/** The answer, or an error when it does not come before the deadline. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new Error(
          `No answer within ${DEADLINE_SECONDS} s. Check that the backend can be reached.`,
        ),
      );
    }, DEADLINE_SECONDS * 1000);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
