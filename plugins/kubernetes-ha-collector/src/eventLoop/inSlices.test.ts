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
