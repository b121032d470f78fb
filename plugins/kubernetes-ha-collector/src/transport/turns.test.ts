/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setImmediate as nextTick } from 'node:timers/promises';
import { Turns } from './turns';

/** Resolves false when nothing has come of it although everything that was ready has run. */
async function isTaken(turn: Promise<unknown>): Promise<boolean> {
  return Promise.race([turn.then(() => true), nextTick(false)]);
}

/** Longer than any test runs: whoever waits waits for the turn alone. */
const EVER_MS = 10_000_000;

describe('turns', () => {
  it('come at once where nobody is, and after each other in the order they were asked for', async () => {
    const turns = new Turns(EVER_MS);
    const first = await turns.take();
    const second = turns.take();
    const third = turns.take();
    expect(await isTaken(second)).toBe(false);
    first();
    const endSecond = await second;
    expect(await isTaken(third)).toBe(false);
    endSecond();
    (await third)();
    expect(await isTaken(turns.take())).toBe(true);
  });

  it('wait no longer than their patience for one that does not end, however many wait', async () => {
    const turns = new Turns(1);
    await turns.take();
    const waiting = Array.from({ length: 20 }, () => turns.take());
    expect(await Promise.all(waiting)).toHaveLength(20);
  });

  it('are handed over by whoever of several ends first', async () => {
    const turns = new Turns(EVER_MS);
    const first = await turns.take();
    const patient = turns.take();
    first();
    const beside = await patient;
    const last = turns.take();
    beside();
    expect(await isTaken(last)).toBe(true);
  });

  it('end once, however often that is said', async () => {
    const turns = new Turns(EVER_MS);
    const first = await turns.take();
    first();
    first();
    const second = await turns.take();
    const third = turns.take();
    expect(await isTaken(third)).toBe(false);
    first();
    expect(await isTaken(third)).toBe(false);
    second();
    expect(await isTaken(third)).toBe(true);
  });
});
