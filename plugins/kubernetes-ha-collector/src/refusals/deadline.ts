/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Does `work` with a signal that ends after so many milliseconds, or with
 * `signal`. Settles as `work` does: it is for that to listen.
 *
 * Its clock stops with the work. One of `AbortSignal.timeout` goes on, and makes
 * an error that nobody reads: a twentieth of what a collection costs. (measured)
 */
export async function within<T>(
  signal: AbortSignal,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return whileFollowing(signal, async deadline => {
    const timer = setTimeout(
      () => deadline.abort(timedOut(milliseconds)),
      milliseconds,
    );
    timer.unref();
    try {
      return await work(deadline.signal);
    } finally {
      clearTimeout(timer);
    }
  });
}

/**
 * Does `work` with a controller that ends with `signal` as well, as long as the
 * work lasts. Of work that fails, what it has left undone ends with it.
 */
export async function whileFollowing<T>(
  signal: AbortSignal,
  work: (follower: AbortController) => Promise<T>,
): Promise<T> {
  const follower = new AbortController();
  const follow = () => follower.abort(signal.reason);
  if (signal.aborted) follow();
  else signal.addEventListener('abort', follow, { once: true });
  try {
    return await work(follower);
  } catch (error) {
    follower.abort(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', follow);
  }
}

/** Named as the error of `AbortSignal.timeout`. */
function timedOut(milliseconds: number): DOMException {
  return new DOMException(`not done within ${milliseconds} ms`, 'TimeoutError');
}
