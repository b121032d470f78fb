/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { refusalOf } from '../__testUtils__/refusalOf';
import { issueFor } from '../__testUtils__/issueFor';
import { startTcp, unusedAddress } from '../__testUtils__/testServer';
import {
  apiNames,
  refusal,
  soon,
  TestCluster,
} from '../connections/__testUtils__/TestCluster';
import { DirectConnection } from '../connections/directConnection';

const cluster = new TestCluster();

describe('DirectConnection: no answer', () => {
  it('refused: nobody listens', async () => {
    const address = await unusedAddress();
    const { reason, message } = await refusal(
      cluster
        .connectTo(address)
        .api.request({ path: '/readyz', signal: soon() }),
    );
    expect(reason).toBe('refused');
    expect(message).toContain(`GET https://${address}/readyz`);
    expect(message).toContain('ECONNREFUSED');
    expect(message).not.toContain('reader-token');
  });

  it('refused: closed in the middle of an answer', async () => {
    const server = await cluster.https((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('part');
      setImmediate(() => response.destroy());
    });
    const { reason } = await refusal(
      cluster
        .connectTo(server.address)
        .api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('refused');
  });

  it('timeout: accepted and never answered', async () => {
    const server = await cluster.https(() => {});
    const { reason } = await refusal(
      cluster.connectTo(server.address).api.request({
        path: '/readyz',
        signal: AbortSignal.timeout(200),
      }),
    );
    expect(reason).toBe('timeout');
  });

  it('timeout: the handshake is never answered', async () => {
    const server = await startTcp(() => {});
    cluster.closeLater(server);
    const { reason } = await refusal(
      cluster.connectTo(server.address).api.request({
        path: '/readyz',
        signal: AbortSignal.timeout(200),
      }),
    );
    expect(reason).toBe('timeout');
  });

  it('timeout: the deadline has passed already, and nothing is left floating', async () => {
    const floating = jest.fn();
    process.on('unhandledRejection', floating);
    try {
      const { api } = cluster.connectTo(await unusedAddress());
      const { reason } = await refusal(
        api.request({ path: '/', signal: AbortSignal.abort() }),
      );
      expect(reason).toBe('timeout');
      // Unhandled rejections are told after the microtasks of the turn.
      await new Promise(resolve => setImmediate(resolve));
      expect(floating).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', floating);
    }
  });

  it('timeout: the credential is not there in time', async () => {
    const connection = new DirectConnection({
      kind: 'kubeconfig',
      server: new URL('https://127.0.0.1:1'),
      identity: { current: () => new Promise(() => {}) },
      trust: { insecure: false },
    });
    cluster.closeLater(connection);
    const { reason } = await refusal(
      connection.api.request({ path: '/', signal: AbortSignal.timeout(50) }),
    );
    expect(reason).toBe('timeout');
  });

  it('quotes a request without its query, which may be a credential', async () => {
    const address = await unusedAddress();
    const { message } = await refusal(
      cluster.connectTo(address).api.request({
        path: '/stats;csv?key=s3cret',
        signal: soon(),
      }),
    );
    expect(message).toContain(`GET https://${address}/stats;csv?…: `);
    expect(message).not.toContain('s3cret');
  });

  it('unreachable: no such host', async () => {
    const { reason } = await refusal(
      cluster.connectTo('no-such-host.invalid:6443').api.request({
        path: '/',
        signal: soon(),
      }),
    );
    expect(reason).toBe('unreachable');
  });

  it('tls: another CA, and the token stays here', async () => {
    const server = await cluster.https(
      (_request, response) => response.end('ok'),
      await issueFor(cluster.otherCa, 'kube-apiserver', apiNames),
    );
    const { reason } = await refusal(
      cluster
        .connectTo(server.address)
        .api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('tls');
    expect(server.requests).toHaveLength(0);
  });

  it('tls: another name, and the error lists what the certificate is for', async () => {
    const server = await cluster.https(
      (_request, response) => response.end('ok'),
      await issueFor(cluster.ca, 'kube-apiserver', ['kubernetes', '192.0.2.7']),
    );
    const { reason, message } = await refusal(
      cluster
        .connectTo(server.address)
        .api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('tls');
    expect(message).toContain(
      'DNS:kubernetes, IP Address:192.0.2.7; expected 127.0.0.1',
    );
    expect(server.requests).toHaveLength(0);
  });

  it('tls: an expired certificate', async () => {
    const server = await cluster.https(
      (_request, response) => response.end('ok'),
      await issueFor(cluster.ca, 'kube-apiserver', apiNames, -1),
    );
    const { reason } = await refusal(
      cluster
        .connectTo(server.address)
        .api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('tls');
  });

  it('invalid-response: TLS, but no HTTP', async () => {
    const server = await cluster.https((request, response) => {
      response.socket?.end(request.url === '/' ? 'SSH-2.0-nope\r\n\r\n' : '');
    });
    const { reason } = await refusal(
      cluster
        .connectTo(server.address)
        .api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('invalid-response');
  });

  it('tls: no TLS at all', async () => {
    const server = await startTcp(socket => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    cluster.closeLater(server);
    const { reason } = await refusal(
      cluster
        .connectTo(server.address)
        .api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('tls');
  });

  it.each([
    ['announced', { 'content-length': '1000000' }],
    ['streamed', {}],
  ])('too-large: %s, and the socket is let go', async (_name, headers) => {
    const server = await cluster.https((_request, response) => {
      response.writeHead(200, headers);
      response.end(Buffer.alloc(1_000_000));
    });
    const { reason, detail } = await refusalOf(() =>
      cluster.connectTo(server.address).api.request({
        path: '/metrics',
        signal: soon(),
        maxBytes: 1_000,
      }),
    );
    expect(reason).toBe('too-large');
    expect(detail).toContain('larger than 1000 bytes');
  });

  it('invalid-response: compressed though not asked for', async () => {
    const server = await cluster.https((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end('xx');
    });
    const { reason } = await refusal(
      cluster
        .connectTo(server.address)
        .api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('invalid-response');
  });

  it('not-configured: a CA that is none', async () => {
    const server = await cluster.https((_request, response) =>
      response.end('ok'),
    );
    const { api } = cluster.connectTo(server.address, { cert: 'x', key: 'y' });
    const { reason } = await refusal(
      api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('not-configured');
  });
});
