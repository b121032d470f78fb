/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { Portions } from './Portions';

describe('Portions', () => {
  it('work a few at once, and never keep the event loop from turning', async () => {
    const portions = new Portions();
    let atWork = 0;
    let most = 0;
    let turn = 0;
    const turns: number[] = [];
    const work = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      turns.push(turn);
      // As a database in this process: it answers without a turn of the loop.
      for (let query = 0; query < 10; query += 1) await Promise.resolve();
      atWork -= 1;
    };
    const all = Promise.all(
      Array.from({ length: 40 }, () => portions.run(work)),
    );
    let isOver = false;
    void all.then(() => {
      isOver = true;
    });
    while (!isOver) {
      await nextTurn();
      turn += 1;
    }
    expect(most).toBeLessThanOrEqual(2);
    expect(turns).toHaveLength(40);
    // Two in one turn of the loop at most.
    expect(new Set(turns).size).toBeGreaterThanOrEqual(20);
  });

  it('hand on an error, and go on', async () => {
    const portions = new Portions();
    const failing = Array.from({ length: 3 }, () =>
      portions.run(() => Promise.reject(new Error('locked'))),
    );
    for (const outcome of await Promise.allSettled(failing)) {
      expect(outcome).toMatchObject({ reason: new Error('locked') });
    }
    await expect(portions.run(async () => 'stored')).resolves.toBe('stored');
  });
});
