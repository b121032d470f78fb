/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TLSSocket } from 'node:tls';
import { allButTimeouts } from '../__testUtils__/allButTimeouts';
import { issueFor } from '../__testUtils__/issueFor';
import {
  refusal,
  soon,
  TestCluster,
} from '../connections/__testUtils__/TestCluster';
import type { ClientIdentity } from './clientIdentity';
import { DirectConnection } from '../connections/directConnection';

const cluster = new TestCluster();

describe('DirectConnection: sockets', () => {
  afterEach(() => jest.useRealTimers());

  it('bounds them, and ends them on close', async () => {
    const server = await cluster.https((_request, response) =>
      setImmediate(() => response.end('ok')),
    );
    const connection = cluster.connectTo('127.0.0.1:1');
    const endpoint = connection.instance?.(server.address);
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        await endpoint?.request({ path: '/', signal: soon() });
        most = Math.max(most, server.sockets.size);
      }),
    );
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(2);
    const ended = Promise.all(
      [...server.sockets].map(
        socket => new Promise(resolve => socket.once('close', resolve)),
      ),
    );
    await connection.close();
    await connection.close();
    await ended;
    expect(server.sockets.size).toBe(0);
    const { reason } = await refusal(
      connection.api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('unreachable');
  });

  it('asks one question after the other on one socket while they are answered', async () => {
    // Nothing is as slow as somebody's patience on a machine with much to do.
    jest.useFakeTimers({ doNotFake: [...allButTimeouts] });
    const ports = new Set<number | undefined>();
    const server = await cluster.https((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    });
    const { api } = cluster.connectTo(server.address);
    await Promise.all(
      ['/readyz', '/livez', '/version', '/flagz', '/metrics'].map(path =>
        api.request({ path, signal: soon() }),
      ),
    );
    expect(server.requests).toHaveLength(5);
    expect(ports.size).toBe(1);
  });

  it('answers beside a request that hangs, on a socket of its own', async () => {
    const server = await cluster.https((request, response) => {
      if (request.url !== '/hangs') response.end('ok');
    });
    const { api } = cluster.connectTo(server.address);
    const hanging = new AbortController();
    const hangs = api.request({ path: '/hangs', signal: hanging.signal });
    const [readyz, livez] = await Promise.all(
      ['/readyz', '/livez'].map(path => api.request({ path, signal: soon() })),
    );
    expect([readyz.status, livez.status]).toEqual([200, 200]);
    hanging.abort();
    await expect(hangs).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('takes new sockets when the client certificate is another', async () => {
    const subjects: unknown[] = [];
    const server = await cluster.https((request, response) => {
      const peer = (request.socket as TLSSocket).getPeerCertificate();
      subjects.push(peer.subject.CN);
      response.end('ok');
    });
    const renewed = await issueFor(cluster.ca, 'renewed');
    const identities: ClientIdentity[] = [cluster.client, renewed].map(
      issued => ({
        ...issued,
        ca: cluster.ca.pem,
      }),
    );
    const connection = new DirectConnection({
      kind: 'kubeconfig',
      server: new URL(`https://${server.address}`),
      identity: { current: async () => identities[subjects.length] },
      trust: { insecure: false },
    });
    cluster.closeLater(connection);
    await connection.api.request({ path: '/', signal: soon() });
    await connection.api.request({ path: '/', signal: soon() });
    expect(subjects).toEqual(['reader', 'renewed']);
  });

  it('takes new sockets, verified ones, for a kubelet once the reader has a token', async () => {
    const authorizations: unknown[] = [];
    const server = await cluster.https((request, response) => {
      authorizations.push(request.headers.authorization);
      response.end('ok');
    }, await issueFor(cluster.otherCa, 'kubelet', ['nowhere']));
    const identity: ClientIdentity = { ...cluster.client, ca: cluster.ca.pem };
    const connection = new DirectConnection({
      kind: 'kubeconfig',
      server: new URL('https://127.0.0.1:1'),
      identity: { current: async () => ({ ...identity }) },
      trust: { insecure: false },
    });
    cluster.closeLater(connection);
    const ask = async () =>
      connection.kubelet?.(server.address).request({
        path: '/configz',
        signal: soon(),
      });
    expect(await ask()).toMatchObject({ status: 200 });
    identity.authorization = 'Bearer token-added-to-the-kubeconfig';
    expect((await refusal(ask())).reason).toBe('tls');
    expect(authorizations).toEqual([undefined]);
  });

  it('asks a server of another CA all the same when configured to be insecure', async () => {
    const server = await cluster.https(
      (_request, response) => response.end('ok'),
      await issueFor(cluster.otherCa, 'x', ['nowhere']),
    );
    const { api } = cluster.connectTo(server.address, {}, { insecure: true });
    const answer = await api.request({ path: '/', signal: soon() });
    expect(answer.status).toBe(200);
  });
});
