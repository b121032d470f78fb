/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { growingReaders } from './__testUtils__/growingReaders';
import { StepThread } from './__testUtils__/StepThread';

/** Items of the two sizes that are compared. */
const SMALL = 500;
const LARGE = 4_000;
/** Steps an item that no reader is asked to stay below: what is read in one step alone is noise. */
const A_FEW = 4;

describe('the steps that reading takes', () => {
  let thread: StepThread;
  beforeAll(() => {
    thread = new StepThread();
  });
  afterAll(() => thread.close());

  const perItem = async (growing: string, size: number) =>
    (await thread.count({ growing, size })) / size;

  it.each(growingReaders.map(([what]) => what))(
    'grow no faster than %s',
    async what => {
      // The first reading fills caches.
      await perItem(what, SMALL);
      const few = await perItem(what, SMALL);
      const many = await perItem(what, LARGE);
      // A quadratic reader would take eight times as many.
      expect(many).toBeLessThan(2 * Math.max(few, A_FEW));
    },
  );

  it('are counted: a quadratic reader would be seen', async () => {
    const few = await perItem('quadratic', SMALL);
    const many = await perItem('quadratic', LARGE);
    expect(many).toBeGreaterThan(7 * few);
  });
});
