/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TLSSocket } from 'node:tls';
import type { ConnectionError } from '../contracts';
import { issueFor } from '../__testUtils__/issueFor';
import { startHttps } from '../__testUtils__/testServer';
import { refusal, soon, TestCluster } from './__testUtils__/TestCluster';
import { DirectConnection } from './directConnection';

const cluster = new TestCluster();

describe('DirectConnection: answers', () => {
  it('sends the token, asks for JSON and gives status, headers, body and latency', async () => {
    const server = await cluster.https((_request, response) => {
      response.setHeader('Audit-Id', 'a1');
      response.end('{"gitVersion":"v1.37.2"}');
    });
    const answer = await cluster.connectTo(server.address).api.request({
      path: '/version?x=1',
      signal: soon(),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['audit-id']).toBe('a1');
    expect(answer.body.toString()).toBe('{"gitVersion":"v1.37.2"}');
    expect(answer.latencyMs).toBeGreaterThan(0);
    const [request] = server.requests;
    expect(request.url).toBe('/version?x=1');
    expect(request.headers.authorization).toBe('Bearer reader-token');
    expect(request.headers.accept).toBe('application/json');
    expect(request.headers['accept-encoding']).toBeUndefined();
    expect(request.httpVersion).toBe('1.1');
  });

  it('answers whether the endpoint is ready while all else that a collection asks hangs', async () => {
    const server = await cluster.https((request, response) => {
      if (request.url === '/readyz') response.end('ok');
    });
    const { api } = cluster.connectTo(server.address);
    const end = new AbortController();
    const hanging = Array.from({ length: 7 }, (_, i) =>
      refusal(api.request({ path: `/lists/${i}`, signal: end.signal })),
    );
    const { status } = await api.request({
      path: '/readyz',
      signal: AbortSignal.timeout(10_000),
    });
    end.abort();
    await Promise.all(hanging);
    expect(status).toBe(200);
  });

  it('shows a client certificate in the handshake and no Authorization header', async () => {
    const peers: unknown[] = [];
    const server = await cluster.https((request, response) => {
      const peer = (request.socket as TLSSocket).getPeerCertificate();
      peers.push(peer.subject.CN);
      response.end('ok');
    });
    const { api } = cluster.connectTo(server.address, {
      ...cluster.client,
      authorization: undefined,
    });
    await api.request({ path: '/', signal: soon() });
    expect(peers).toEqual(['reader']);
    expect(server.requests[0].headers.authorization).toBeUndefined();
  });

  it.each([301, 401, 403, 404, 429, 500])(
    'gives an HTTP %d as an answer, once',
    async status => {
      const server = await cluster.https((_request, response) => {
        response.writeHead(status, {
          location: '/elsewhere',
          'retry-after': '9',
        });
        response.end('no');
      });
      const answer = await cluster.connectTo(server.address).api.request({
        path: '/api',
        signal: soon(),
      });
      expect(answer.status).toBe(status);
      expect(answer.headers['retry-after']).toBe('9');
      expect(server.requests).toHaveLength(1);
    },
  );

  it('keeps the path that stands before the API, and then knows no instances', async () => {
    const server = await cluster.https((_request, response) =>
      response.end('ok'),
    );
    const connection = cluster.connectTo(`${server.address}/k8s/clusters/c-1/`);
    await connection.api.request({ path: '/readyz', signal: soon() });
    expect(server.requests[0].url).toBe('/k8s/clusters/c-1/readyz');
    expect(connection.instance).toBeUndefined();
    expect(connection.kubelet).toBeUndefined();
  });

  it('hands a 2xx body over in chunks and keeps the body of others', async () => {
    const server = await cluster.https((request, response) => {
      if (request.url === '/metrics') {
        response.write('a 1\n');
        response.end('b 2\n');
      } else {
        response.writeHead(403).end('forbidden');
      }
    });
    const { api } = cluster.connectTo(server.address);
    const chunks: Uint8Array[] = [];
    const onChunk = (chunk: Uint8Array) => void chunks.push(chunk);
    const page = await api.request({
      path: '/metrics',
      signal: soon(),
      onChunk,
    });
    expect(page.body).toHaveLength(0);
    expect(Buffer.concat(chunks).toString()).toBe('a 1\nb 2\n');
    const no = await api.request({ path: '/flagz', signal: soon(), onChunk });
    expect(no.body.toString()).toBe('forbidden');
  });

  it('reports a 401 to the identity, so that a cached credential is dropped', async () => {
    const server = await cluster.https((_request, response) =>
      response.writeHead(401).end(),
    );
    const rejected = jest.fn();
    const connection = new DirectConnection({
      kind: 'kubeconfig',
      server: new URL(`https://${server.address}`),
      identity: { current: async () => ({ ca: cluster.ca.pem }), rejected },
      trust: { insecure: false },
    });
    cluster.closeLater(connection);
    await connection.api.request({ path: '/', signal: soon() });
    expect(rejected.mock.calls).toEqual([[{ ca: cluster.ca.pem }]]);
  });
});

describe('DirectConnection: instances', () => {
  it.each([
    ['kubernetes', ['kubernetes'], 'answers'],
    ['kubernetes.default.svc', ['kubernetes.default.svc'], 'answers'],
    ['the configured tls-server-name', ['api.example.org'], 'answers'],
    // A kubelet has one for its address, by the same CA.
    ['its address alone', ['127.0.0.1'], 'tls'],
    ['anything else', ['etcd', '192.0.2.7'], 'tls'],
  ])('believes a certificate for %s', async (_name, names, expected) => {
    const server = await cluster.https(
      (_request, response) => response.end('ok'),
      await issueFor(cluster.ca, 'kube-apiserver', names),
    );
    const connection = cluster.connectTo(
      '127.0.0.1:1',
      {},
      { serverName: 'api.example.org' },
    );
    const outcome = connection
      .instance?.(server.address)
      .request({ path: '/readyz', signal: soon() })
      .then(
        () => 'answers',
        (error: ConnectionError) => error.reason,
      );
    expect(await outcome).toBe(expected);
  });

  it('greets an instance as "kubernetes", so that it shows the certificate of the cluster', async () => {
    const greeted: string[] = [];
    const server = await startHttps(
      {
        ...cluster.serving,
        SNICallback: (name, done) => {
          greeted.push(name);
          done(null);
        },
      },
      (_request, response) => response.end('ok'),
    );
    cluster.closeLater(server);
    await cluster
      .connectTo('127.0.0.1:1')
      .instance?.(server.address)
      .request({ path: '/', signal: soon() });
    expect(greeted).toEqual(['kubernetes']);
  });

  it('a hanging instance delays no other', async () => {
    const hanging = await cluster.https(() => {});
    const well = await cluster.https((_request, response) =>
      response.end('ok'),
    );
    const connection = cluster.connectTo('127.0.0.1:1');
    const given = new AbortController();
    const never = connection
      .instance?.(hanging.address)
      .request({ path: '/readyz', signal: given.signal })
      .catch((error: ConnectionError) => error.reason);
    const answer = await connection
      .instance?.(well.address)
      .request({ path: '/readyz', signal: soon() });
    given.abort();
    expect(answer?.status).toBe(200);
    expect(await never).toBe('timeout');
  });
});

describe('DirectConnection: addresses that the cluster names', () => {
  it.each([
    ['an API server', 'instance', 'without a CA', false],
    ['an API server', 'instance', 'with insecure-skip-tls-verify', true],
    ['a kubelet', 'kubelet', 'without a CA', false],
    ['a kubelet', 'kubelet', 'with insecure-skip-tls-verify', true],
  ] as const)(
    'get no token: %s (%s) %s',
    async (_name, kind, _trust, insecure) => {
      const server = await cluster.https((_request, response) =>
        response.end('ok'),
      );
      const connection = cluster.connectTo(
        server.address,
        { ca: insecure ? cluster.ca.pem : undefined },
        { insecure },
      );
      const error = await refusal(
        Promise.resolve(
          connection[kind]?.(server.address).request({
            path: '/',
            signal: soon(),
          }),
        ),
      );
      expect(error.reason).toBe('not-configured');
      expect(error.message).toContain(
        'nothing vouches for an address that the cluster itself names',
      );
      expect(server.sockets.size).toBe(0);
    },
  );
});

describe('DirectConnection: kubelets', () => {
  it('believes no self-signed kubelet with a token', async () => {
    const server = await cluster.https(
      (_request, response) => response.end('{}'),
      await issueFor(cluster.otherCa, 'kubelet', ['127.0.0.1']),
    );
    const { reason } = await refusal(
      Promise.resolve(
        cluster
          .connectTo('127.0.0.1:1')
          .kubelet?.(server.address)
          .request({ path: '/configz', signal: soon() }),
      ),
    );
    expect(reason).toBe('tls');
    expect(server.requests).toHaveLength(0);
  });

  it('asks a self-signed kubelet with a client certificate alone', async () => {
    const server = await cluster.https(
      (_request, response) => response.end('{}'),
      await issueFor(cluster.otherCa, 'kubelet', ['127.0.0.1']),
    );
    const answer = await cluster
      .connectTo('127.0.0.1:1', {
        ...cluster.client,
        authorization: undefined,
      })
      .kubelet?.(server.address)
      .request({ path: '/configz', signal: soon() });
    expect(answer?.status).toBe(200);
    expect(server.requests[0].headers.authorization).toBeUndefined();
  });
});
