/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Long because one table holds every refusal that a list can meet.

import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterConnection, SourceContext } from '../../contracts';
import { Pool } from 'undici';
import { startHttp, TestServer } from '../../__testUtils__/testServer';
import { HttpApiEndpoint } from '../../transport/apiEndpoint';
import { retryAfterConnection } from '../../refusals/retryAfterConnection';
import { KubernetesEncoder } from './__testUtils__/kubernetesEncoder';
import { PageDecoder } from './decoding/pageDecoder';
import { InventorySource } from './inventorySource';

const encoder = new KubernetesEncoder(
  join(__dirname, '../../../proto/kubernetes'),
);
const seenAt = new Date('2026-11-20T10:00:00.000Z');

type Answer = (response: ServerResponse, url: URL) => void;

const json =
  (body: object, status = 200, headers: Record<string, string> = {}): Answer =>
  response => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
const status = (code: number, reason: string, extra: object = {}) =>
  json({ kind: 'Status', code, reason, message: `${reason}!`, ...extra }, code);
const missing = (name: string) =>
  status(404, 'NotFound', { details: { name, kind: 'configmaps' } });
const configMap = (data: object) => json({ kind: 'ConfigMap', data });

const pod = (index: number) => ({ metadata: { name: `pod-${index}` } });
const pods = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => pod(from + index));
const names = (from: number, to: number) =>
  pods(from, to).map(({ metadata }) => metadata.name);

interface Page {
  metadata: object;
  items: object[];
}
const podPage = (page: Page): Answer =>
  json({ kind: 'PodList', apiVersion: 'v1', ...page });
const protobufPodPage =
  (page: Page): Answer =>
  response => {
    response.writeHead(200, {
      'content-type': 'application/vnd.kubernetes.protobuf',
    });
    response.end(
      encoder.encode('k8s.io.api.core.v1.PodList', 'v1', { ...page }),
    );
  };
/** 1,200 pods in three pages. */
const threePages: Readonly<Record<string, Page>> = {
  '': {
    metadata: { continue: 'two', remainingItemCount: 700 },
    items: pods(0, 500),
  },
  two: {
    metadata: { continue: 'three', remainingItemCount: 200 },
    items: pods(500, 1000),
  },
  three: { metadata: {}, items: pods(1000, 1200) },
};
const tokenOf = (url: URL) => url.searchParams.get('continue') ?? '';

const lists: Readonly<Record<string, string>> = {
  '/api/v1/nodes': 'NodeList',
  '/api/v1/pods': 'PodList',
  '/apis/apps/v1/deployments': 'DeploymentList',
  '/apis/apps/v1/daemonsets': 'DaemonSetList',
  '/apis/apps/v1/statefulsets': 'StatefulSetList',
  '/apis/policy/v1/poddisruptionbudgets': 'PodDisruptionBudgetList',
  '/apis/discovery.k8s.io/v1/endpointslices': 'EndpointSliceList',
  '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations':
    'ValidatingWebhookConfigurationList',
  '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations':
    'MutatingWebhookConfigurationList',
  '/apis/apiregistration.k8s.io/v1/apiservices': 'APIServiceList',
};
const inSystem = (name: string) =>
  `/api/v1/namespaces/kube-system/configmaps/${name}`;
const kubeconfig =
  'clusters: [{name: "", cluster: {server: "https://vip:6443"}}]';

/** A cluster without objects; kubeadm's ConfigMaps as kubeadm writes them. */
const emptyCluster: Readonly<Record<string, Answer>> = {
  ...Object.fromEntries(
    Object.entries(lists).map(([path, kind]) => [
      path,
      json({ kind, metadata: {}, items: [] }),
    ]),
  ),
  '/apis': json({
    kind: 'APIGroupList',
    groups: [{ versions: [{ groupVersion: 'policy/v1' }] }],
  }),
  [inSystem('kubeadm-config')]: configMap({
    ClusterConfiguration: [
      'controlPlaneEndpoint: vip:6443',
      'kubernetesVersion: v1.37.2',
      'clusterName: one',
      'networking: {podSubnet: 10.0.0.0/8, serviceSubnet: 10.96.0.0/12}',
      'etcd: {external: {endpoints: ["https://e:2379"]}}',
    ].join('\n'),
  }),
  [inSystem('kube-proxy')]: configMap({
    'config.conf': 'kind: KubeProxyConfiguration\nmode: nftables\n',
    'kubeconfig.conf': kubeconfig,
  }),
  [inSystem('kube-proxy-config')]: missing('kube-proxy-config'),
  '/api/v1/namespaces/kube-public/configmaps/cluster-info': configMap({
    kubeconfig,
  }),
};

describe('InventorySource', () => {
  const decoder = new PageDecoder({ pageMs: 60_000 });
  const source = new InventorySource(decoder);
  let server: TestServer;
  let pool: Pool;
  afterEach(async () => {
    await pool.destroy();
    await server.close();
  });
  afterAll(() => decoder.close());

  async function observe(
    answers: Readonly<Record<string, Answer>>,
    signal = new AbortController().signal,
    way = (connection: ClusterConnection) => connection,
  ) {
    const all = { ...emptyCluster, ...answers };
    const listener: RequestListener = (request, response) => {
      const url = new URL(request.url ?? '', 'http://localhost');
      const answer = all[url.pathname] ?? status(404, 'NotFound');
      answer(response, url);
    };
    server = await startHttp(listener);
    const url = `http://${server.address}`;
    pool = new Pool(url, { connections: 2 });
    const context: SourceContext = {
      cluster: {
        name: 'one',
        tier: 'production',
        platform: 'self-managed',
        connection: 'kubeconfig',
      },
      connection: way({
        kind: 'kubeconfig',
        api: new HttpApiEndpoint({
          url,
          route: async () => ({ dispatcher: pool, headers: {} }),
        }),
        close: async () => {},
      }),
      signal,
      intervalSeconds: 120,
      previous: {},
      lastObserved: {},
      now: () => seenAt,
      logger: mockServices.logger.mock(),
    };
    return source.observe(context);
  }

  const asked = (path: string) =>
    server.requests.filter(({ url }) => url?.split('?')[0] === path);

  it('takes an empty list that was read for what it is', async () => {
    const sections = await observe({});
    expect(Object.keys(sections).sort()).toEqual([...source.provides].sort());
    for (const section of Object.keys(lists)) {
      expect(asked(section)).toHaveLength(1);
    }
    expect(sections.pods).toEqual({
      state: 'observed',
      source: 'inventory',
      via: `GET http://${server.address}/api/v1/pods`,
      observedAt: seenAt.toISOString(),
      intervalSeconds: 120,
      value: [],
    });
    expect(sections.mutatingWebhooks).toMatchObject({ value: [] });
  });

  it('reads what kubeadm declares', async () => {
    const sections = await observe({});
    expect(sections.kubeadmConfig).toMatchObject({
      value: {
        controlPlaneEndpoint: 'vip:6443',
        kubernetesVersion: 'v1.37.2',
        clusterName: 'one',
        podSubnet: '10.0.0.0/8',
        serviceSubnet: '10.96.0.0/12',
        externalEtcdEndpoints: ['https://e:2379'],
      },
    });
    expect(sections.kubeProxyConfig).toMatchObject({
      value: { mode: 'nftables', apiServerUrl: 'https://vip:6443' },
    });
    expect(sections.clusterInfo).toMatchObject({
      value: { apiServerUrl: 'https://vip:6443' },
    });
  });

  it.each([
    ['protobuf', protobufPodPage],
    ['JSON', podPage],
  ])('joins the pages of a list that comes as %s', async (_, page) => {
    const sections = await observe({
      '/api/v1/pods': (response, url) =>
        page(threePages[tokenOf(url)])(response, url),
    });
    const { pods: seen } = sections;
    expect(
      seen.state === 'observed' && seen.value.map(row => row.name),
    ).toEqual(names(0, 1200));
    const requests = asked('/api/v1/pods');
    expect(requests).toHaveLength(3);
    for (const request of requests) {
      expect(request.url).toMatch(/\?limit=500(&|$)/);
      expect(request.headers.accept).toMatch(
        /^application\/vnd\.kubernetes\.protobuf, /,
      );
    }
    expect(source.lastCost).toEqual({
      durationMs: expect.any(Number),
      bytes: expect.any(Number),
      // Three ConfigMaps as well.
      objects: 1203,
    });
    expect(source.lastCost?.bytes).toBeGreaterThan(10_000);
  });

  it('asks for JSON when the protobuf cannot be decoded', async () => {
    const sections = await observe({
      '/api/v1/pods': (response, url) => {
        const last = server.requests.at(-1);
        if (last?.headers.accept === 'application/json') {
          podPage(threePages[tokenOf(url)])(response, url);
        } else {
          response.end(Buffer.from('k8s\0mangled', 'latin1'));
        }
      },
    });
    expect(sections.pods).toMatchObject({ state: 'observed' });
    expect(asked('/api/v1/pods')).toHaveLength(4);
  });

  it('starts over once when the list expires, and reads it whole', async () => {
    let expired = 0;
    const sections = await observe({
      '/api/v1/pods': (response, url) => {
        const token = tokenOf(url);
        if (token === 'three' && expired++ === 0) {
          status(410, 'Expired')(response, url);
        } else {
          podPage(threePages[token])(response, url);
        }
      },
    });
    const { pods: seen } = sections;
    expect(
      seen.state === 'observed' && seen.value.map(row => row.name),
    ).toEqual(names(0, 1200));
  });

  it('obeys a short Retry-After', async () => {
    let throttled = 0;
    const sections = await observe(
      {
        '/api/v1/pods': (response, url) =>
          throttled++ === 0
            ? json({}, 429, { 'retry-after': '1' })(response, url)
            : podPage({ metadata: {}, items: [pod(0)] })(response, url),
      },
      undefined,
      // As the collector gives it.
      retryAfterConnection,
    );
    expect(sections.pods).toMatchObject({ state: 'observed' });
    // What came next to the list that was refused has waited as well.
    expect(sections.nodes).toMatchObject({ state: 'observed' });
    expect(asked('/api/v1/pods')).toHaveLength(2);
  });

  const onThirdPage =
    (answer: Answer): Answer =>
    (response, url) =>
      tokenOf(url) === 'three'
        ? answer(response, url)
        : podPage(threePages[tokenOf(url)])(response, url);

  it.each<[string, Answer, object, number]>([
    ['401', status(401, 'Unauthorized'), { reason: 'unauthorised' }, 1],
    [
      '403',
      status(403, 'Forbidden'),
      { reason: 'forbidden', detail: 'HTTP 403: Forbidden!' },
      1,
    ],
    ['404', status(404, 'NotFound'), { reason: 'not-found' }, 1],
    ['500', status(500, 'InternalError'), { reason: 'server-error' }, 1],
    [
      '429 that asks for a long wait',
      json({}, 429, { 'retry-after': '120' }),
      { reason: 'throttled', detail: expect.stringContaining('120 s') },
      1,
    ],
    [
      '429 again and again',
      json({}, 429, { 'retry-after': '0' }),
      { reason: 'throttled' },
      4,
    ],
    [
      'a page of something else',
      response => response.end('<html>Sign in</html>'),
      { reason: 'invalid-response' },
      2,
    ],
    [
      'a connection lost in the third page',
      onThirdPage(response => response.destroy()),
      { reason: expect.stringMatching(/refused|unreachable/) },
      3,
    ],
    [
      'a body cut in the third page',
      onThirdPage(response => {
        response.writeHead(200, { 'content-length': 10_000 });
        response.write('{"kind":"PodList"');
        response.socket?.end();
      }),
      { reason: expect.stringMatching(/refused|unreachable|invalid-response/) },
      3,
    ],
    [
      'a list that always expires',
      onThirdPage(status(410, 'Expired')),
      { reason: 'server-error', detail: expect.stringContaining('twice') },
      6,
    ],
    [
      'a continue token that repeats',
      podPage({ metadata: { continue: 'same' }, items: [pod(0)] }),
      { reason: 'invalid-response' },
      4,
    ],
    [
      'a continue token with half a surrogate pair',
      podPage({ metadata: { continue: 'a\ud800b' }, items: [pod(0)] }),
      {
        reason: 'invalid-response',
        detail:
          'a continue token that is not valid text: the rest of the list cannot be requested',
      },
      2,
    ],
    [
      'a continue token longer than a request may be',
      podPage({ metadata: { continue: 'x'.repeat(5_000) }, items: [pod(0)] }),
      { reason: 'invalid-response', detail: expect.stringContaining('5000') },
      2,
    ],
    [
      'a page larger than its bound',
      response => {
        response.writeHead(200, { 'content-length': 64 * 1024 * 1024 });
        response.write('{"kind":"PodList"');
      },
      { reason: 'too-large', detail: expect.stringContaining('33554432') },
      1,
    ],
  ])(
    'says unknown, and no shorter list, after %s',
    async (_, answer, expected, requests) => {
      const sections = await observe({ '/api/v1/pods': answer });
      expect(sections.pods).toMatchObject({ state: 'unknown', ...expected });
      expect(sections.pods).not.toHaveProperty('value');
      expect(asked('/api/v1/pods')).toHaveLength(requests);
      // Nothing else changes.
      const others = Object.values(sections).filter(
        signal => signal !== sections.pods,
      );
      expect(others.map(signal => signal.state)).toEqual(
        others.map(() => 'observed'),
      );
    },
  );

  // The server may count wrong: `remainingItemCount` is an estimate.
  it.each([
    [
      'a page with fewer objects than remained',
      onThirdPage(podPage({ metadata: {}, items: pods(1000, 1100) })),
      1100,
    ],
    [
      'an end where more objects remained',
      podPage({ metadata: { remainingItemCount: 3 }, items: [pod(0)] }),
      1,
    ],
    [
      'a page without objects between two others',
      (response: ServerResponse, url: URL) => {
        const token = tokenOf(url);
        const empty = { metadata: { continue: 'three' }, items: [] };
        podPage(token === 'two' ? empty : threePages[token])(response, url);
      },
      700,
    ],
  ])('takes the list as whole after %s', async (_, answer, count) => {
    const { pods: seen } = await observe({ '/api/v1/pods': answer });
    expect(seen.state === 'observed' && seen.value).toHaveLength(count);
  });

  it('says what was seen by the deadline, and timeout for the rest', async () => {
    const deadline = new AbortController();
    const sections = await observe(
      {
        // Never answers; when all else has been, time is up.
        '/api/v1/pods': () => {},
        '/api/v1/namespaces/kube-public/configmaps/cluster-info': (
          response,
          url,
        ) => {
          configMap({ kubeconfig })(response, url);
          response.once('finish', () => setImmediate(() => deadline.abort()));
        },
      },
      deadline.signal,
    );
    expect(sections.pods).toMatchObject({
      state: 'unknown',
      reason: 'timeout',
    });
    expect(sections.nodes).toMatchObject({ state: 'observed' });
  });

  describe('what a cluster does not have', () => {
    const policy = '/apis/policy/v1/poddisruptionbudgets';
    const slices = '/apis/discovery.k8s.io/v1/endpointslices';

    it('is absent when discovery does not list it either', async () => {
      const sections = await observe({ [slices]: status(404, 'NotFound') });
      expect(sections.endpointSlices).toMatchObject({
        state: 'absent',
        reason: 'not-installed',
        detail: 'the API server does not serve discovery.k8s.io/v1',
      });
    });

    it('is unknown when discovery lists it', async () => {
      const sections = await observe({ [policy]: status(404, 'NotFound') });
      expect(sections.podDisruptionBudgets).toMatchObject({
        state: 'unknown',
        reason: 'not-found',
      });
    });

    it('is unknown when discovery cannot be read', async () => {
      const sections = await observe({
        [policy]: status(404, 'NotFound'),
        '/apis': status(403, 'Forbidden'),
      });
      expect(sections.podDisruptionBudgets).toMatchObject({
        state: 'unknown',
        reason: 'not-found',
        detail: expect.stringContaining('403'),
      });
    });

    it('a ConfigMap that Kubernetes says is missing is absent', async () => {
      const sections = await observe({
        [inSystem('kube-proxy')]: missing('kube-proxy'),
        [inSystem('kube-proxy-config')]: missing('kube-proxy-config'),
      });
      expect(sections.kubeProxyConfig).toMatchObject({
        state: 'absent',
        reason: 'not-installed',
        detail:
          'there is no ConfigMap kube-system/kube-proxy or kube-system/kube-proxy-config',
      });
    });

    it('a ConfigMap by another name that may not be read is unknown', async () => {
      const sections = await observe({
        [inSystem('kube-proxy')]: missing('kube-proxy'),
        [inSystem('kube-proxy-config')]: status(403, 'Forbidden'),
      });
      expect(sections.kubeProxyConfig).toMatchObject({
        state: 'unknown',
        reason: 'forbidden',
      });
    });

    it('a 404 of something on the way is unknown', async () => {
      const sections = await observe({
        [inSystem('kube-proxy')]: response => {
          response.statusCode = 404;
          response.end('no such route');
        },
      });
      expect(sections.kubeProxyConfig).toMatchObject({
        state: 'unknown',
        reason: 'not-found',
      });
    });
  });

  it.each<[string, object, string]>([
    ['without its key', { other: '' }, 'no key config.conf in the ConfigMap'],
    ['with broken YAML', { 'config.conf': 'mode: [' }, 'is not valid YAML'],
    ['with another type', { 'config.conf': 'mode: [1]' }, 'value of mode'],
    ['with nothing in it', { 'config.conf': '' }, 'the document'],
  ])('says unknown about a ConfigMap %s', async (_, data, detail) => {
    const sections = await observe({
      [inSystem('kube-proxy')]: configMap(data),
    });
    expect(sections.kubeProxyConfig).toMatchObject({
      state: 'unknown',
      reason: 'invalid-response',
      detail: expect.stringContaining(detail),
    });
  });

  it.each`
    first                                        | rule
    ${missing('kube-proxy')}                     | ${'there is none of the first name'}
    ${configMap({ kubeconfig: 'clusters: []' })} | ${'the first holds a kubeconfig alone, as on EKS'}
  `('reads kube-proxy-config where $rule', async ({ first }) => {
    const sections = await observe({
      [inSystem('kube-proxy')]: first,
      [inSystem('kube-proxy-config')]: configMap({ config: 'mode: ipvs' }),
    });
    expect(sections.kubeProxyConfig).toMatchObject({
      state: 'observed',
      value: { mode: 'ipvs' },
      via: expect.stringContaining('/kube-proxy-config'),
    });
  });

  it('distinguishes an unset kube-proxy mode from an unknown one', async () => {
    const sections = await observe({
      [inSystem('kube-proxy')]: configMap({ 'config.conf': 'kind: x' }),
    });
    expect(sections.kubeProxyConfig).toMatchObject({ value: { mode: '' } });
  });
});
