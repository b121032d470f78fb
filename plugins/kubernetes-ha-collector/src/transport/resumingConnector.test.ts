/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TLSSocket } from 'node:tls';
import { soon, TestCluster } from '../connections/__testUtils__/TestCluster';

const cluster = new TestCluster();

/** Everything but the clock that a duration is taken from. */
const allButDurations = [
  'Date',
  'hrtime',
  'nextTick',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

describe('resumingConnector', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: [...allButDurations] });
  });
  afterEach(() => jest.useRealTimers());

  it('resumes a session on the next socket, and has the certificate shown anew after two minutes', async () => {
    const resumed: boolean[] = [];
    const server = await cluster.https((request, response) => {
      resumed.push((request.socket as TLSSocket).isSessionReused());
      response.setHeader('connection', 'close');
      response.end('ok');
    });
    const { api } = cluster.connectTo(server.address);
    const ask = () => api.request({ path: '/', signal: soon() });
    await ask();
    await ask();
    jest.advanceTimersByTime(119_000);
    await ask();
    expect(resumed).toEqual([false, true, true]);
    jest.advanceTimersByTime(2_000);
    await ask();
    await ask();
    expect(resumed).toEqual([false, true, true, false, true]);
  });
});
