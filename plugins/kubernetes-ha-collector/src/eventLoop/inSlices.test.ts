/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Steps } from 'backstage-plugin-kubernetes-ha-common';
import { inSlices } from './inSlices';

/** Steps of a millisecond each, until something has happened or there were too many. */
function* busyUntil(happened: () => boolean): Steps<string> {
  for (let step = 0; step < 5_000 && !happened(); step += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

it('lets others in before the work is done', async () => {
  const order: string[] = [];
  const work = inSlices(busyUntil(() => order.length > 0)).then(result =>
    order.push(result),
  );
  setImmediate(() => order.push('other'));
  await work;
  expect(order).toEqual(['other', 'done']);
});

it('fails as the work fails', async () => {
  // eslint-disable-next-line require-yield
  function* failing(): Steps<never> {
    throw new Error('no');
  }
  await expect(inSlices(failing())).rejects.toThrow('no');
});

it('gives what runs at the same time a turn each', async () => {
  let turn = 0;
  let isOver = false;
  const count = () => {
    turn += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  // Every step is a slice of its own.
  let now = performance.now();
  const clock = jest
    .spyOn(performance, 'now')
    .mockImplementation(() => (now += 100));
  const seen: { worker: string; turn: number }[] = [];
  function* noting(worker: string): Steps<void> {
    for (let step = 0; step < 5; step += 1) {
      seen.push({ worker, turn });
      yield;
    }
  }
  await Promise.all(['a', 'b', 'c'].map(name => inSlices(noting(name))));
  isOver = true;
  clock.mockRestore();
  expect(seen).toHaveLength(15);
  expect(new Set(seen.map(each => each.turn)).size).toBe(15);
  // First come, first served.
  expect(seen.slice(0, 6).map(({ worker }) => worker)).toEqual([...'abcabc']);
});
