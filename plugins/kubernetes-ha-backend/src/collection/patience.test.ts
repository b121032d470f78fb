/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Patience } from './patience';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const stop = new AbortController();
const refusal = (reason: 'timeout' | 'refused' | 'forbidden') => ({
  identity: {},
  refusal: { reason, detail: 'said so' },
});

describe('patience', () => {
  it('is that of the collection for a cluster that answered last time', () => {
    expect(new Patience(stop.signal, false).signal).toBe(stop.signal);
  });

  it('is over in seconds for a cluster that stays silent', async () => {
    const patience = new Patience(stop.signal, true);
    await patience.until(Promise.resolve(refusal('timeout')));
    await jest.advanceTimersByTimeAsync(25_000);
    expect(patience.signal.aborted).toBe(true);
    expect(stop.signal.aborted).toBe(false);
  });

  it.each([
    ['says who it is', { identity: { uid: 'u1' } }],
    ['answers that it may not say so', refusal('forbidden')],
  ])('lasts as long as a collection once the cluster %s', async (_, seen) => {
    const patience = new Patience(stop.signal, true);
    await patience.until(Promise.resolve(seen));
    await jest.advanceTimersByTimeAsync(300_000);
    expect(patience.signal.aborted).toBe(false);
  });

  it('leaves no timer behind', () => {
    new Patience(stop.signal, true).end();
    expect(jest.getTimerCount()).toBe(0);
  });
});
