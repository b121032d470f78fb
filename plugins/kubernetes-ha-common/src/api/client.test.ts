/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { KubernetesHaClient } from './client';

/** Notes what is asked and answers as told; over HTTP the client is tested with the router of the backend. */
function clientThat(status: number, body: unknown) {
  const asked: string[] = [];
  const client = new KubernetesHaClient({
    fetchApi: {
      fetch: async (url, init) => {
        asked.push(`${init?.method ?? 'GET'} ${url}`);
        return new Response(JSON.stringify(body), {
          status,
          headers: { 'content-type': 'application/json' },
        });
      },
    },
    discoveryApi: {
      getBaseUrl: async pluginId => `http://backend.test/api/${pluginId}`,
    },
  });
  return { client, asked };
}

const calls: [string, (api: KubernetesHaClient) => Promise<unknown>, string][] =
  [
    ['getFleet', api => api.getFleet(), '/fleet'],
    ['listClusters', api => api.listClusters(), '/clusters'],
    [
      'listClusters with lists, a search and a page',
      api =>
        api.listClusters({
          search: 'a b&c',
          tier: ['production', 'staging'],
          grade: ['none'],
          order: 'name',
          offset: 0,
          limit: 5,
        }),
      '/clusters?search=a+b%26c&tier=production&tier=staging&grade=none&order=name&offset=0&limit=5',
    ],
    ['getCluster', api => api.getCluster('eu-1'), '/clusters/eu-1'],
    ['a name with a slash', api => api.getCluster('a/b'), '/clusters/a%2Fb'],
    ['getScorecard', api => api.getScorecard('c'), '/clusters/c/scorecard'],
    [
      'getScorecard at a time',
      api => api.getScorecard('c', { at: '2026-11-23T12:00:00Z' }),
      '/clusters/c/scorecard?at=2026-11-23T12%3A00%3A00Z',
    ],
    [
      'getCurrentSnapshot',
      api => api.getCurrentSnapshot('c'),
      '/clusters/c/snapshot',
    ],
    [
      'getSignals',
      api => api.getSignals('c', ['etcd', 'nodes']),
      '/clusters/c/signals?section=etcd&section=nodes',
    ],
    [
      'listSnapshots',
      api => api.listSnapshots('c', { limit: 2 }),
      '/clusters/c/snapshots?limit=2',
    ],
    [
      'getSnapshot',
      api => api.getSnapshot('c', 'ab'),
      '/clusters/c/snapshots/ab',
    ],
    [
      'listFindings',
      api => api.listFindings('c', { state: 'all' }),
      '/clusters/c/findings?state=all',
    ],
    [
      'getHistory',
      api => api.getHistory('c', { stepSeconds: 60 }),
      '/clusters/c/history?stepSeconds=60',
    ],
    [
      'listIncidents',
      api => api.listIncidents('c', { limit: 5 }),
      '/clusters/c/incidents?limit=5',
    ],
    ['listChecks', api => api.listChecks(), '/checks'],
  ];

it.each(calls)('%s', async (_, call, path) => {
  const { client, asked } = clientThat(200, { ok: true });
  await expect(call(client)).resolves.toEqual({ ok: true });
  expect(asked).toEqual([
    `GET http://backend.test/api/kubernetes-ha/v1${path}`,
  ]);
});

it('throws the error of the backend with its sentence', async () => {
  const sentence = 'There is no cluster "x". Expected one of: eu-1.';
  const why = { code: 'error.not-assessed', params: { cluster: 'x' } };
  const { client } = clientThat(404, {
    error: { name: 'NotFoundError', message: sentence, why },
    request: { method: 'GET', url: '/v1/clusters/x' },
    response: { statusCode: 404 },
  });
  await expect(client.getCluster('x')).rejects.toMatchObject({
    name: 'ResponseError',
    statusCode: 404,
    cause: { name: 'NotFoundError', message: sentence, why },
  });
});

describe('a request that is not answered', () => {
  const never = () => new Promise<never>(() => {});
  const answering = async () => new Response('{}');
  const address = async () => 'http://backend.test/api/kubernetes-ha';

  it.each`
    what             | getBaseUrl | fetch
    ${'the backend'} | ${address} | ${never}
    ${'the address'} | ${never}   | ${answering}
  `(
    'ends with the deadline when $what hangs',
    async ({ getBaseUrl, fetch }) => {
      const client = new KubernetesHaClient({
        fetchApi: { fetch },
        discoveryApi: { getBaseUrl },
        deadlineMs: 10,
      });
      await expect(client.getCluster('x')).rejects.toMatchObject({
        name: 'TimeoutError',
        message: expect.stringContaining('No answer to v1/clusters/x'),
        why: { code: 'error.no-answer', params: { seconds: 0.01 } },
      });
    },
  );

  it('is no longer worked on after its deadline', async () => {
    let signal: AbortSignal | null | undefined;
    const client = new KubernetesHaClient({
      fetchApi: {
        fetch: (_, init) => {
          signal = init?.signal;
          return never();
        },
      },
      discoveryApi: { getBaseUrl: address },
      deadlineMs: 10,
    });
    await expect(client.getFleet()).rejects.toThrow('No answer to v1/fleet');
    expect(signal?.aborted).toBe(true);
  });

  it('ends with the reason of its caller, and so does what it does', async () => {
    let signal: AbortSignal | null | undefined;
    let client!: KubernetesHaClient;
    const asked = new Promise<void>(resolve => {
      client = new KubernetesHaClient({
        fetchApi: {
          fetch: (_, init) => {
            signal = init?.signal;
            resolve();
            return never();
          },
        },
        discoveryApi: { getBaseUrl: address },
      });
    });
    const caller = new AbortController();
    const answer = client.getFleet({ signal: caller.signal });
    await asked;
    caller.abort(new Error('no longer shown'));
    await expect(answer).rejects.toThrow('no longer shown');
    expect(signal?.aborted).toBe(true);
  });

  it('is not sent when its caller has aborted it already', async () => {
    const fetch = jest.fn(never);
    const client = new KubernetesHaClient({
      fetchApi: { fetch },
      discoveryApi: { getBaseUrl: address },
    });
    const signal = AbortSignal.abort(new Error('no longer shown'));
    await expect(client.getFleet({ signal })).rejects.toThrow(
      'no longer shown',
    );
    expect(fetch).not.toHaveBeenCalled();
  });
});
