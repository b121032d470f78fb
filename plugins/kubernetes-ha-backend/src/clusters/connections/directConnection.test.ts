/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { RequestListener } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { ConnectionError } from 'backstage-plugin-kubernetes-ha-node';
import type { ClientIdentity } from './clientIdentity';
import { DirectConnection } from './directConnection';
import { Issued, issueFor } from '../../__testUtils__/issueFor';
import { TestCa } from '../../__testUtils__/testPki';
import {
  startHttps,
  startTcp,
  TestServer,
  unusedAddress,
} from '../../__testUtils__/testServer';

const apiNames = ['127.0.0.1', 'kubernetes', 'kubernetes.default.svc'];

// Real handshakes, on machines that may be busy.
jest.setTimeout(60_000);

let ca: TestCa;
let otherCa: TestCa;
let serving: Issued;
let client: Issued;
const closing: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  ca = await TestCa.create('kubernetes');
  otherCa = await TestCa.create('other');
  serving = await issueFor(ca, 'kube-apiserver', apiNames);
  client = await issueFor(ca, 'reader');
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map(item => item.close()));
});

async function https(
  listener: RequestListener,
  issued: Issued = serving,
): Promise<TestServer> {
  const server = await startHttps(
    { ...issued, ca: ca.pem, requestCert: true, rejectUnauthorized: false },
    listener,
  );
  closing.push(server);
  return server;
}

function connectTo(
  address: string,
  identity: Partial<ClientIdentity> = {},
  trust: { serverName?: string; insecure?: boolean } = {},
): DirectConnection {
  const connection = new DirectConnection({
    kind: 'kubeconfig',
    server: new URL(`https://${address}`),
    identity: {
      current: async () => ({
        ca: ca.pem,
        authorization: 'Bearer reader-token',
        ...identity,
      }),
    },
    trust: { insecure: false, ...trust },
  });
  closing.push(connection);
  return connection;
}

function soon(): AbortSignal {
  return AbortSignal.timeout(30_000);
}

async function refusal(promise: Promise<unknown>): Promise<ConnectionError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ConnectionError) return error;
    throw error;
  }
  throw new Error('an answer came where a refusal was expected');
}

describe('DirectConnection: answers', () => {
  it('sends the token, asks for JSON and gives status, headers, body and latency', async () => {
    const server = await https((_request, response) => {
      response.setHeader('Audit-Id', 'a1');
      response.end('{"gitVersion":"v1.37.2"}');
    });
    const answer = await connectTo(server.address).api.request({
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

  it('shows a client certificate in the handshake and no Authorization header', async () => {
    const peers: unknown[] = [];
    const server = await https((request, response) => {
      const peer = (request.socket as TLSSocket).getPeerCertificate();
      peers.push(peer.subject.CN);
      response.end('ok');
    });
    const { api } = connectTo(server.address, {
      ...client,
      authorization: undefined,
    });
    await api.request({ path: '/', signal: soon() });
    expect(peers).toEqual(['reader']);
    expect(server.requests[0].headers.authorization).toBeUndefined();
  });

  it.each([301, 401, 403, 404, 429, 500])(
    'gives an HTTP %d as an answer, once',
    async status => {
      const server = await https((_request, response) => {
        response.writeHead(status, {
          location: '/elsewhere',
          'retry-after': '9',
        });
        response.end('no');
      });
      const answer = await connectTo(server.address).api.request({
        path: '/api',
        signal: soon(),
      });
      expect(answer.status).toBe(status);
      expect(answer.headers['retry-after']).toBe('9');
      expect(server.requests).toHaveLength(1);
    },
  );

  it('keeps the path that stands before the API, and then knows no instances', async () => {
    const server = await https((_request, response) => response.end('ok'));
    const connection = connectTo(`${server.address}/k8s/clusters/c-1/`);
    await connection.api.request({ path: '/readyz', signal: soon() });
    expect(server.requests[0].url).toBe('/k8s/clusters/c-1/readyz');
    expect(connection.instance).toBeUndefined();
    expect(connection.kubelet).toBeUndefined();
  });

  it('hands a 2xx body over in chunks and keeps the body of others', async () => {
    const server = await https((request, response) => {
      if (request.url === '/metrics') {
        response.write('a 1\n');
        response.end('b 2\n');
      } else {
        response.writeHead(403).end('forbidden');
      }
    });
    const { api } = connectTo(server.address);
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

  it('tells the identity of a 401, so that a cached credential is dropped', async () => {
    const server = await https((_request, response) =>
      response.writeHead(401).end(),
    );
    const rejected = jest.fn();
    const connection = new DirectConnection({
      kind: 'kubeconfig',
      server: new URL(`https://${server.address}`),
      identity: { current: async () => ({ ca: ca.pem }), rejected },
      trust: { insecure: false },
    });
    closing.push(connection);
    await connection.api.request({ path: '/', signal: soon() });
    expect(rejected).toHaveBeenCalledTimes(1);
  });
});

describe('DirectConnection: no answer', () => {
  it('refused: nobody listens', async () => {
    const address = await unusedAddress();
    const { reason, message } = await refusal(
      connectTo(address).api.request({ path: '/readyz', signal: soon() }),
    );
    expect(reason).toBe('refused');
    expect(message).toContain(`GET https://${address}/readyz`);
    expect(message).toContain('ECONNREFUSED');
    expect(message).not.toContain('reader-token');
  });

  it('refused: closed in the middle of an answer', async () => {
    const server = await https((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('part');
      setImmediate(() => response.destroy());
    });
    const { reason } = await refusal(
      connectTo(server.address).api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('refused');
  });

  it('timeout: accepted and never answered', async () => {
    const server = await https(() => {});
    const { reason } = await refusal(
      connectTo(server.address).api.request({
        path: '/readyz',
        signal: AbortSignal.timeout(200),
      }),
    );
    expect(reason).toBe('timeout');
  });

  it('timeout: the handshake is never answered', async () => {
    const server = await startTcp(() => {});
    closing.push(server);
    const { reason } = await refusal(
      connectTo(server.address).api.request({
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
      const { api } = connectTo(await unusedAddress());
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
    closing.push(connection);
    const { reason } = await refusal(
      connection.api.request({ path: '/', signal: AbortSignal.timeout(50) }),
    );
    expect(reason).toBe('timeout');
  });

  it('unreachable: no such host', async () => {
    const { reason } = await refusal(
      connectTo('no-such-host.invalid:6443').api.request({
        path: '/',
        signal: soon(),
      }),
    );
    expect(reason).toBe('unreachable');
  });

  it('tls: another CA, and the token stays here', async () => {
    const server = await https(
      (_request, response) => response.end('ok'),
      await issueFor(otherCa, 'kube-apiserver', apiNames),
    );
    const { reason } = await refusal(
      connectTo(server.address).api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('tls');
    expect(server.requests).toHaveLength(0);
  });

  it('tls: another name, and the error lists what the certificate is for', async () => {
    const server = await https(
      (_request, response) => response.end('ok'),
      await issueFor(ca, 'kube-apiserver', ['kubernetes', '192.0.2.7']),
    );
    const { reason, message } = await refusal(
      connectTo(server.address).api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('tls');
    expect(message).toContain(
      'DNS:kubernetes, IP Address:192.0.2.7; expected 127.0.0.1',
    );
    expect(server.requests).toHaveLength(0);
  });

  it('tls: an expired certificate', async () => {
    const server = await https(
      (_request, response) => response.end('ok'),
      await issueFor(ca, 'kube-apiserver', apiNames, -1),
    );
    const { reason } = await refusal(
      connectTo(server.address).api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('tls');
  });

  it('invalid-response: TLS, but no HTTP', async () => {
    const server = await https((request, response) => {
      response.socket?.end(request.url === '/' ? 'SSH-2.0-nope\r\n\r\n' : '');
    });
    const { reason } = await refusal(
      connectTo(server.address).api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('invalid-response');
  });

  it('tls: no TLS at all', async () => {
    const server = await startTcp(socket => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    closing.push(server);
    const { reason } = await refusal(
      connectTo(server.address).api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('tls');
  });

  it.each([
    ['announced', { 'content-length': '1000000' }],
    ['streamed', {}],
  ])('too-large: %s, and the socket is let go', async (_name, headers) => {
    const server = await https((_request, response) => {
      response.writeHead(200, headers);
      response.end(Buffer.alloc(1_000_000));
    });
    const { reason, message } = await refusal(
      connectTo(server.address).api.request({
        path: '/metrics',
        signal: soon(),
        maxBytes: 1_000,
      }),
    );
    expect(reason).toBe('too-large');
    expect(message).toContain('larger than 1000 bytes');
  });

  it('invalid-response: compressed though not asked for', async () => {
    const server = await https((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end('xx');
    });
    const { reason } = await refusal(
      connectTo(server.address).api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('invalid-response');
  });

  it('not-configured: a CA that is none', async () => {
    const server = await https((_request, response) => response.end('ok'));
    const { api } = connectTo(server.address, { cert: 'x', key: 'y' });
    const { reason } = await refusal(
      api.request({ path: '/', signal: soon() }),
    );
    expect(reason).toBe('not-configured');
  });
});

describe('DirectConnection: instances', () => {
  it.each([
    ['its address', ['127.0.0.1'], 'answers'],
    ['kubernetes', ['kubernetes'], 'answers'],
    ['kubernetes.default.svc', ['kubernetes.default.svc'], 'answers'],
    ['the configured tls-server-name', ['api.example.org'], 'answers'],
    ['anything else', ['etcd', '192.0.2.7'], 'tls'],
  ])('believes a certificate for %s', async (_name, names, expected) => {
    const server = await https(
      (_request, response) => response.end('ok'),
      await issueFor(ca, 'kube-apiserver', names),
    );
    const connection = connectTo(
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
        ...serving,
        SNICallback: (name, done) => {
          greeted.push(name);
          done(null);
        },
      },
      (_request, response) => response.end('ok'),
    );
    closing.push(server);
    await connectTo('127.0.0.1:1')
      .instance?.(server.address)
      .request({ path: '/', signal: soon() });
    expect(greeted).toEqual(['kubernetes']);
  });

  it('a hanging instance delays no other', async () => {
    const hanging = await https(() => {});
    const well = await https((_request, response) => response.end('ok'));
    const connection = connectTo('127.0.0.1:1');
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

describe('DirectConnection: kubelets', () => {
  it('believes no self-signed kubelet with a token', async () => {
    const server = await https(
      (_request, response) => response.end('{}'),
      await issueFor(otherCa, 'kubelet', ['127.0.0.1']),
    );
    const { reason } = await refusal(
      Promise.resolve(
        connectTo('127.0.0.1:1')
          .kubelet?.(server.address)
          .request({ path: '/configz', signal: soon() }),
      ),
    );
    expect(reason).toBe('tls');
    expect(server.requests).toHaveLength(0);
  });

  it('asks a self-signed kubelet with a client certificate alone', async () => {
    const server = await https(
      (_request, response) => response.end('{}'),
      await issueFor(otherCa, 'kubelet', ['127.0.0.1']),
    );
    const answer = await connectTo('127.0.0.1:1', {
      ...client,
      authorization: undefined,
    })
      .kubelet?.(server.address)
      .request({ path: '/configz', signal: soon() });
    expect(answer?.status).toBe(200);
    expect(server.requests[0].headers.authorization).toBeUndefined();
  });
});

describe('DirectConnection: certificates', () => {
  it('reads the chain without judging it and without a request', async () => {
    const issued = await issueFor(otherCa, 'kube-apiserver', ['a.b'], -2);
    const server = await https((_request, response) => response.end('ok'), {
      ...issued,
      cert: `${issued.cert}\n${otherCa.pem}`,
    });
    const chain = await connectTo('127.0.0.1:1').certificates(
      server.address,
      'apiserver-serving',
      soon(),
    );
    expect(chain).toHaveLength(2);
    expect(chain[0]).toMatchObject({
      endpoint: server.address,
      usage: 'apiserver-serving',
      issuer: 'CN=other',
      isCa: false,
    });
    expect(chain[0].subject).toBe('CN=kube-apiserver');
    expect(Date.parse(chain[0].notAfter)).toBeLessThan(Date.now());
    expect(chain[0].fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(chain[1]).toMatchObject({ subject: 'CN=other', isCa: true });
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['refused', async () => unusedAddress(), 30_000],
    [
      'timeout',
      async () => {
        const silent = await startTcp(() => {});
        closing.push(silent);
        return silent.address;
      },
      100,
    ],
    [
      'tls',
      async () => {
        const plain = await startTcp(socket => socket.end('220 hello\r\n'));
        closing.push(plain);
        return plain.address;
      },
      30_000,
    ],
  ] as const)('%s', async (reason, address, deadline) => {
    const error = await refusal(
      connectTo('127.0.0.1:1').certificates(
        await address(),
        'etcd-client-port',
        AbortSignal.timeout(deadline),
      ),
    );
    expect(error.reason).toBe(reason);
  });
});

describe('DirectConnection: sockets', () => {
  it('bounds them, and ends them on close', async () => {
    const server = await https((_request, response) =>
      setImmediate(() => response.end('ok')),
    );
    const connection = connectTo('127.0.0.1:1');
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

  it('takes new sockets when the client certificate is another', async () => {
    const subjects: unknown[] = [];
    const server = await https((request, response) => {
      const peer = (request.socket as TLSSocket).getPeerCertificate();
      subjects.push(peer.subject.CN);
      response.end('ok');
    });
    const renewed = await issueFor(ca, 'renewed');
    const identities: ClientIdentity[] = [client, renewed].map(issued => ({
      ...issued,
      ca: ca.pem,
    }));
    const connection = new DirectConnection({
      kind: 'kubeconfig',
      server: new URL(`https://${server.address}`),
      identity: { current: async () => identities[subjects.length] },
      trust: { insecure: false },
    });
    closing.push(connection);
    await connection.api.request({ path: '/', signal: soon() });
    await connection.api.request({ path: '/', signal: soon() });
    expect(subjects).toEqual(['reader', 'renewed']);
  });

  it('asks a server of another CA all the same when told to be insecure', async () => {
    const server = await https(
      (_request, response) => response.end('ok'),
      await issueFor(otherCa, 'x', ['nowhere']),
    );
    const { api } = connectTo(server.address, {}, { insecure: true });
    const answer = await api.request({ path: '/', signal: soon() });
    expect(answer.status).toBe(200);
  });
});
