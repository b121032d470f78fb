/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { RequestListener } from 'node:http';
import type { ApiServerInstance } from 'backstage-plugin-kubernetes-ha-common';
import { issueFor } from '../__testUtils__/issueFor';
import { sourceContext } from '../__testUtils__/sourceContext';
import {
  startTcp,
  TestServer,
  unusedAddress,
} from '../__testUtils__/testServer';
import { createLeasesSource } from '../signals/leases/leasesSource';
import { refusal, soon, TestCluster } from './__testUtils__/TestCluster';
import {
  instanceFallbackConnection,
  RememberedInstance,
} from './instanceFallbackConnection';

const cluster = new TestCluster();

const leases =
  '{"kind":"LeaseList","metadata":{"resourceVersion":"1"},"items":[]}';

const apiServer: RequestListener = (_request, response) => {
  response.setHeader('Audit-Id', 'a-1');
  response.end(leases);
};

/** As the collection before saw it. */
function known(address: string, ok = true): ApiServerInstance {
  const unseen = {
    state: 'unknown',
    reason: 'not-collected',
    detail: '',
    source: 'test',
    via: 'test',
    observedAt: '2026-11-28T12:00:00.000Z',
  } as const;
  const probe = { ok, latencyMs: 1, consecutiveFailures: 0 };
  return {
    address,
    discoveredBy: ['endpoint-slice'],
    readyz: probe,
    livez: probe,
    readyzChecks: [],
    certificates: unseen,
    version: unseen,
    flags: unseen,
    metrics: unseen,
  };
}

function asked({ requests }: TestServer): (string | undefined)[] {
  return requests.map(({ url }) => url);
}

/** One collection through an endpoint at that address. */
function connectionTo(
  endpoint: string,
  instances: readonly ApiServerInstance[],
  remembered: RememberedInstance = {},
) {
  return instanceFallbackConnection(
    cluster.connectTo(endpoint),
    instances,
    remembered,
  );
}

describe('a cluster whose endpoint does not serve', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['refuses connections', () => unusedAddress(), 'refused'],
    [
      'resets them',
      async () => {
        const server = await startTcp(socket => socket.destroy());
        return cluster.closeLater(server).address;
      },
      'refused',
    ],
    [
      'swallows requests',
      async () => (await cluster.https(() => {})).address,
      'timeout',
    ],
    [
      'shows a certificate of somebody else',
      async () =>
        (
          await cluster.https(
            apiServer,
            await issueFor(cluster.otherCa, 'lb', ['127.0.0.1']),
          )
        ).address,
      'tls',
    ],
    ...[502, 503, 504].map(
      (status): [string, () => Promise<string>, string] => [
        `is a proxy that answers ${status}`,
        async () =>
          (
            await cluster.https((_request, response) =>
              response.writeHead(status).end('<html>'),
            )
          ).address,
        status === 504 ? 'timeout' : 'server-error',
      ],
    ),
  ])('is read through a known API server: it %s', async (_how, start, why) => {
    const endpoint = await start();
    const instance = await cluster.https(apiServer);
    const connection = connectionTo(endpoint, [known(instance.address)]);
    const seen = await createLeasesSource().observe(
      sourceContext({ connection }),
    );
    expect(seen).toMatchObject({
      leases: { state: 'observed' },
      nodeLeases: { state: 'observed' },
    });
    // Marked: which API server answered, and for whom.
    expect(seen.leases.via).toBe(
      `GET https://${instance.address}/apis/coordination.k8s.io/v1/namespaces/kube-system/leases ` +
        `in place of https://${endpoint}, which does not serve (${why})`,
    );
  });

  it('is read through the instance that was ready, then through the one that has answered', async () => {
    const endpoint = await unusedAddress();
    const [first, second] = [
      await cluster.https(apiServer),
      await cluster.https(apiServer),
    ];
    const remembered: RememberedInstance = {};
    const ask = (instances: ApiServerInstance[]) =>
      connectionTo(endpoint, instances, remembered).api.request({
        path: '/x',
        signal: soon(),
      });
    await ask([known(first.address, false), known(second.address)]);
    await ask([known(first.address), known(second.address)]);
    expect(asked(first)).toEqual([]);
    expect(asked(second)).toEqual(['/x', '/x']);
  });

  it('asks one instance a request, and the next request another', async () => {
    const endpoint = await unusedAddress();
    const dead = await unusedAddress();
    const well = await cluster.https(apiServer);
    const { api } = connectionTo(endpoint, [known(dead), known(well.address)]);
    const error = await refusal(api.request({ path: '/x', signal: soon() }));
    expect(error.message).toContain(`GET https://${endpoint}/x`);
    expect(error.message).toContain(`by its own address GET https://${dead}/x`);
    const answer = await api.request({ path: '/y', signal: soon() });
    expect(answer.status).toBe(200);
    expect(asked(well)).toEqual(['/y']);
  });

  it('gives no token to an instance that the CA of the cluster does not vouch for', async () => {
    const endpoint = await unusedAddress();
    const stranger = await cluster.https(
      apiServer,
      await issueFor(cluster.otherCa, 'kube-apiserver', ['kubernetes']),
    );
    const { api } = connectionTo(endpoint, [known(stranger.address)]);
    await refusal(api.request({ path: '/x', signal: soon() }));
    expect(asked(stranger)).toEqual([]);
  });

  it('is asked at its endpoint again in the next collection', async () => {
    let up = false;
    const endpoint = await cluster.https((request, response) => {
      if (up) apiServer(request, response);
      else response.writeHead(503).end();
    });
    const instance = await cluster.https(apiServer);
    const remembered: RememberedInstance = {};
    const ask = () =>
      connectionTo(
        endpoint.address,
        [known(instance.address)],
        remembered,
      ).api.request({ path: '/x', signal: soon() });
    expect((await ask()).status).toBe(200);
    expect(asked(instance)).toEqual(['/x']);
    up = true;
    expect((await ask()).status).toBe(200);
    expect(asked(instance)).toEqual(['/x']);
  });
});

describe('a cluster whose endpoint answers', () => {
  it.each([401, 403, 404, 429, 500, 503])(
    'is not read elsewhere: %d of an API server is its answer',
    async status => {
      const endpoint = await cluster.https((_request, response) => {
        response.setHeader('Audit-Id', 'a-1');
        response.writeHead(status).end();
      });
      const instance = await cluster.https(apiServer);
      const { api } = connectionTo(endpoint.address, [known(instance.address)]);
      const answer = await api.request({ path: '/x', signal: soon() });
      expect(answer.status).toBe(status);
      expect(api.insteadOf).toBeUndefined();
      expect(asked(instance)).toEqual([]);
    },
  );

  it('is not read elsewhere from the middle of an answer', async () => {
    const endpoint = await cluster.https((request, response) => {
      response.setHeader('Audit-Id', 'a-1');
      if (request.url === '/version') return void response.end('{}');
      response.write('half');
      return void setImmediate(() => response.destroy());
    });
    const instance = await cluster.https(apiServer);
    const { api } = connectionTo(endpoint.address, [known(instance.address)]);
    const chunks: string[] = [];
    await refusal(
      api.request({
        path: '/x',
        signal: soon(),
        onChunk: chunk => void chunks.push(Buffer.from(chunk).toString()),
      }),
    );
    expect(chunks.join('')).toBe('half');
    expect(asked(instance)).toEqual([]);
  });
});
