/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { sendJson } from './sendJson';

const rows = Array.from({ length: 50_000 }, (_, i) => ({
  name: `pod-${i}`,
  zone: 'zone-é',
}));
const value = { sections: { pods: { state: 'observed', value: rows } } };

/** Serves a value once and tells how the answer ended. */
async function serve(served: unknown = value) {
  let ended: (outcome: string) => void;
  const outcome = new Promise<string>(resolve => {
    ended = resolve;
  });
  const app = express();
  app.get('/', (_, res) => {
    sendJson(res, served).then(
      () => ended('settled'),
      error => {
        ended(`failed: ${error}`);
        res.destroy();
      },
    );
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}/`, outcome, stop };
}

it('answers with the whole value as JSON', async () => {
  const { url, outcome, stop } = await serve();
  const answer = await fetch(url);
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(await answer.json()).toEqual(value);
  expect(await outcome).toBe('settled');
  await stop();
});

const broken = {
  get name(): string {
    throw new Error('a value that cannot be written');
  },
};

it.each([
  ['before anything is sent', broken],
  ['in the middle of an answer', [...rows, broken]],
])('hands on what fails %s, and completes no answer', async (_, bad) => {
  const { url, outcome, stop } = await serve(bad);
  const answered = fetch(url).then(answer => answer.json());
  await expect(answered).rejects.toThrow();
  expect(await outcome).toMatch(/^failed: .*cannot be written/);
  await stop();
});

it('takes it quietly when the reader goes away', async () => {
  const { url, outcome, stop } = await serve();
  const request = get(url);
  const [response] = await once(request, 'response');
  await once(response, 'data');
  response.destroy();
  expect(await outcome).toBe('settled');
  await stop();
});
