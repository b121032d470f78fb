/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { once } from 'node:events';
import { createServer, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildConnector } from 'undici';
import { allButTimeouts } from '../__testUtils__/allButTimeouts';
import { RestingPool } from './restingPool';

const REST_MS = 5_000;

describe('RestingPool', () => {
  let server: Server;
  let origin: string;
  let respond: (response: ServerResponse) => void;
  let connections = 0;
  let pool: RestingPool;

  const get = async () => {
    const { statusCode, body } = await pool.request({
      origin,
      path: '/',
      method: 'GET',
    });
    await body.dump();
    return statusCode;
  };

  beforeEach(async () => {
    connections = 0;
    respond = response => response.end('ok');
    server = createServer((_request, response) => respond(response));
    server.on('connection', () => {
      connections += 1;
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    jest.useFakeTimers({ doNotFake: [...allButTimeouts] });
    pool = new RestingPool(
      origin,
      { connections: 1, connect: buildConnector({}) },
      REST_MS,
    );
  });

  afterEach(async () => {
    jest.useRealTimers();
    await pool.destroy();
    server.closeAllConnections();
    server.close();
  });

  it('is there while somebody asks, and again when somebody asks again', async () => {
    expect(pool.isAwake).toBe(false);
    expect(await get()).toBe(200);
    jest.advanceTimersByTime(REST_MS - 1);
    expect(await get()).toBe(200);
    expect(connections).toBe(1);
    jest.advanceTimersByTime(REST_MS - 1);
    expect(pool.isAwake).toBe(true);
    jest.advanceTimersByTime(1);
    expect(pool.isAwake).toBe(false);
    expect(await get()).toBe(200);
    expect(connections).toBe(2);
  });

  it('stays for a request that is not answered', async () => {
    const [asked, isAsked] = deferred<ServerResponse>();
    respond = isAsked;
    const answer = get();
    const response = await asked;
    jest.advanceTimersByTime(10 * REST_MS);
    expect(pool.isAwake).toBe(true);
    response.end('late');
    expect(await answer).toBe(200);
    jest.advanceTimersByTime(REST_MS);
    expect(pool.isAwake).toBe(false);
  });

  it('refuses requests once it is closed, and ends them when it is destroyed', async () => {
    const [asked, isAsked] = deferred<ServerResponse>();
    respond = isAsked;
    const answer = get();
    await asked;
    await Promise.all([
      expect(answer).rejects.toThrow('destroyed'),
      pool.destroy(),
    ]);
    await expect(get()).rejects.toThrow('destroyed');
  });

  it('refuses requests when it was closed before there were any', async () => {
    await pool.close();
    await expect(get()).rejects.toThrow('closed');
  });
});

function deferred<T>(): [Promise<T>, (value: T) => void] {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>(done => {
    resolve = done;
  });
  return [promise, resolve];
}
