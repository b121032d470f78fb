/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommandError, run } from '../../src/host/exec';
import type { KubernetesClient } from '../../src/kubernetes/client';
import { retryTransient } from '../../src/kubernetes/retryTransient';
import { isTransient } from '../../src/kubernetes/transient';
import {
  type Answer,
  callBy,
  endOfFile,
  half,
  json,
  refusal,
  reset,
  startStubbornServer,
} from './stubbornServer';

const LONG_MS = 30_000;
const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'w-1' } };
const ok = json(200, { ...node, metadata: { name: 'w-1', uid: 'made' } });

/** A first answer that must not fail a start. */
const passing: Readonly<Record<string, Answer>> = {
  'a reset': reset,
  'an end without an answer': endOfFile,
  'an answer that breaks off': half,
  '429': refusal(429, 'too many requests'),
  '500 while etcd has no leader': refusal(500, 'etcdserver: no leader'),
  '503': refusal(503, 'the server is currently unable to handle the request'),
  '503 of a load balancer': (_request, response) => {
    response
      .writeHead(503)
      .end('<html><h1>503 Service Unavailable</h1></html>');
  },
  '504': refusal(504, 'request did not complete within the allotted timeout'),
  '403 before there are priority classes': refusal(
    403,
    'pods "etcd-cp-a" is forbidden: no PriorityClass with name system-node-critical was found',
  ),
  '403 before the authorizer knows the roles': refusal(
    403,
    'forbidden: RBAC: clusterrole.rbac.authorization.k8s.io "system:node" not found',
  ),
};

const calls: Readonly<
  Record<string, (client: KubernetesClient) => Promise<unknown>>
> = {
  GET: client => client.get('/api/v1/nodes/w-1'),
  'GET of a list': client => client.list('/api/v1/nodes'),
  PATCH: client => client.patch('/api/v1/nodes/w-1', 'merge', {}),
  DELETE: client => client.delete('/api/v1/nodes/w-1'),
  'POST that stores nothing': client =>
    client.evaluate('/api/v1/nodes/w-1/token', node),
};

/** Tries all of {@link passing} at the same time. */
async function whateverFirst(
  works: (name: string, answer: Answer) => Promise<void>,
): Promise<void> {
  await Promise.all(
    Object.entries(passing).map(([name, answer]) => works(name, answer)),
  );
}

for (const [name, call] of Object.entries(calls)) {
  test(`${name} is sent again after anything that passes by itself`, async () => {
    await whateverFirst(async (first, answer) => {
      const server = await startStubbornServer([answer, answer, ok]);
      const outcome = await callBy(server.url, LONG_MS, call);
      await server.close();
      assert.ok('value' in outcome, `${first}: ${JSON.stringify(outcome)}`);
      assert.equal(server.seen.length, 3, first);
      assert.equal(new Set(server.seen).size, 1, first);
    });
  });
}

test('after a reset a create checks first, and makes what is not there', async () => {
  await whateverFirst(async (first, answer) => {
    const notFound = refusal(404, 'nodes "w-1" not found');
    const server = await startStubbornServer([answer, notFound, ok]);
    const outcome = await callBy(server.url, LONG_MS, client =>
      client.create('/api/v1/nodes', node),
    );
    await server.close();
    assert.ok('value' in outcome, `${first}: ${JSON.stringify(outcome)}`);
    assert.deepEqual(
      server.seen,
      ['POST /api/v1/nodes', 'GET /api/v1/nodes/w-1', 'POST /api/v1/nodes'],
      first,
    );
  });
});

test('a create that was cut off after it took effect is not made twice', async () => {
  const server = await startStubbornServer([reset, reset, ok]);
  const outcome = await callBy(server.url, LONG_MS, client =>
    client.create('/api/v1/nodes', node),
  );
  await server.close();
  assert.deepEqual(outcome, {
    value: { ...node, metadata: { name: 'w-1', uid: 'made' } },
  });
  assert.deepEqual(server.seen, [
    'POST /api/v1/nodes',
    'GET /api/v1/nodes/w-1',
    'GET /api/v1/nodes/w-1',
  ]);
});

test('a create that takes effect between check and repetition is found, not refused', async () => {
  const server = await startStubbornServer([
    reset,
    refusal(404, 'nodes "w-1" not found'),
    refusal(409, 'nodes "w-1" already exists'),
    ok,
  ]);
  const outcome = await callBy(server.url, LONG_MS, client =>
    client.create('/api/v1/nodes', node),
  );
  await server.close();
  assert.ok('value' in outcome, JSON.stringify(outcome));
  assert.equal(server.seen.at(-1), 'GET /api/v1/nodes/w-1');
});

test('a create of what was there before is refused at once', async () => {
  const server = await startStubbornServer([
    refusal(409, 'nodes "w-1" already exists'),
  ]);
  const outcome = await callBy(server.url, LONG_MS, client =>
    client.create('/api/v1/nodes', node),
  );
  await server.close();
  assert.ok('error' in outcome);
  assert.match(outcome.error.message, /409: nodes "w-1" already exists/);
  assert.equal(server.seen.length, 1);
});

const lasting: Readonly<Record<string, Answer>> = {
  '400': refusal(400, 'the object is not valid'),
  '401': refusal(401, 'Unauthorized'),
  '403': refusal(403, 'nodes is forbidden: User "x" cannot list resource'),
  '404': refusal(404, 'not found'),
  '422': refusal(422, 'spec.replicas: Invalid value'),
};
test('a refusal for good is not repeated', async () => {
  for (const [status, answer] of Object.entries(lasting)) {
    const server = await startStubbornServer([answer, ok]);
    const outcome = await callBy(server.url, LONG_MS, calls.GET);
    await server.close();
    assert.ok('error' in outcome, status);
    assert.match(outcome.error.message, new RegExp(`answered ${status}`));
    assert.equal(server.seen.length, 1, status);
  }
});

test('when time is up the error names the call and what was answered last', async () => {
  const server = await startStubbornServer([
    reset,
    refusal(503, 'etcd is not ready'),
  ]);
  const outcome = await callBy(server.url, 400, calls.GET);
  await server.close();
  assert.ok('error' in outcome);
  assert.match(
    outcome.error.message,
    /for GET \/api\/v1\/nodes\/w-1\. Last seen: .* 503: etcd is not ready/,
  );
  assert.ok(server.seen.length > 1);
});

test('who reads the state of a cluster sees each failure', async () => {
  const server = await startStubbornServer([reset, ok]);
  const outcome = await callBy(server.url, undefined, calls.GET);
  await server.close();
  assert.ok('error' in outcome);
  assert.match(outcome.error.message, /GET http.*\/nodes\/w-1: /);
  assert.equal(server.seen.length, 1);
});

test('a port on which nobody listens is asked until time is up', async () => {
  const server = await startStubbornServer([ok]);
  await server.close();
  const outcome = await callBy(server.url, 400, calls.GET);
  assert.ok('error' in outcome);
  assert.match(outcome.error.message, /^Waited .* Last seen: .*ECONNREFUSED/);
});

/** What programs of Kubernetes and etcd print, and whether the same command may succeed a moment later. */
const printed: readonly (readonly [boolean, string])[] = [
  [true, 'read tcp 198.18.0.1:5->198.18.0.9:6443: connection reset by peer'],
  [true, 'The connection to the server 198.18.0.9:6443 was refused - did you'],
  [true, 'Unable to connect to the server: EOF'],
  [true, 'Post "https://198.18.0.9:6443/api": net/http: TLS handshake timeout'],
  [true, 'context deadline exceeded'],
  [true, 'http2: client connection lost'],
  [
    true,
    'error: rpc error: code = Unavailable desc = etcdserver: unhealthy cluster',
  ],
  [true, 'Error from server (InternalError): etcdserver: leader changed'],
  [true, 'Error from server (TooManyRequests): Too many requests'],
  [true, 'Error from server (ServiceUnavailable): apiserver not ready'],
  [true, 'pods "x" is forbidden: no PriorityClass with name y was found'],
  [false, 'error: the path "x.yaml" does not exist'],
  [false, 'Error from server (Forbidden): pods is forbidden'],
  [false, 'error validating data: unknown field "spec.x"'],
  [false, 'x509: certificate signed by unknown authority'],
];
for (const [transient, output] of printed) {
  test(`a command that prints "${output}" ${
    transient ? 'may' : 'must not'
  } be repeated`, () => {
    assert.equal(
      isTransient(new CommandError('kubectl apply', 1, output)),
      transient,
    );
  });
}

test('a program that fails for a passing reason is run again', async () => {
  let runs = 0;
  const said = await retryTransient('a program', Date.now() + LONG_MS, () => {
    runs += 1;
    return run('bash', [
      '-c',
      runs < 3
        ? 'echo "read: connection reset by peer" >&2; exit 1'
        : 'echo done',
    ]);
  });
  assert.deepEqual([said, runs], ['done\n', 3]);
});
