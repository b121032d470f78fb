/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from 'backstage-plugin-kubernetes-ha-common';

/** Work between two turns of the event loop, far below the 50 ms after which others would notice. Unit: milliseconds. (proposal) */
const SLICE_MS = 10;

/** When the slice ends that everybody works in now: what several do in one turn adds up. */
let sliceEnd = 0;
let lastTurn: Promise<void> = Promise.resolve();

/**
 * Waits for a turn of the event loop in which nobody else works: first come,
 * first served, and requests are answered between two of them.
 * @public
 */
export async function ownTurn(): Promise<void> {
  const turn = lastTurn.then(() => nextTurn());
  lastTurn = turn;
  await turn;
  sliceEnd = performance.now() + SLICE_MS;
}

/** When this turn of the event loop was first worked in through {@link anotherTurnIfSpent}. */
let began: number | undefined;

/**
 * Waits for a turn of its own where this one was worked in for a slice already:
 * for what is answered in the turn in which it is asked, such as a statement of
 * SQLite. A loop that awaits nothing else never lets others in.
 * @public
 */
export async function anotherTurnIfSpent(): Promise<void> {
  const now = performance.now();
  if (began === undefined) {
    began = now;
    setImmediate(() => {
      began = undefined;
    });
  } else if (now - began >= SLICE_MS) {
    await ownTurn();
  }
}

/**
 * Runs work in slices, so that requests and other clusters are served in
 * between. Work for several clusters at once takes turns, a slice each: dozens
 * of slices in one turn would be a long one. @public
 */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    if (performance.now() >= sliceEnd) await ownTurn();
    const { done, value } = steps.next();
    if (done) return value;
  }
}
