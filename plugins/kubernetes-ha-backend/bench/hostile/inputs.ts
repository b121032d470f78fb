/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** What a server answers to one request. */
export interface Answer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body: string | Buffer | Iterable<string | Buffer>;
}

/** The source that reads the input. */
export type HostileSource =
  | 'inventory'
  | 'leases'
  | 'apiserver'
  | 'loadbalancer'
  | 'etcd';

/** Something that a cluster may send, and the section that reads it. */
export interface HostileInput {
  /** As it stands in the table. */
  name: string;
  source: HostileSource;
  /** How what is said of it begins; otherwise it was something else that was measured. */
  expected: string;
  /** Where the section says what became of it. */
  says(sections: Readonly<Record<string, unknown>>): unknown;
  /** Answers of the server by path; 404 otherwise. */
  answer?(url: URL): Answer | undefined;
  /** Client URLs that a member of etcd announces. */
  clientUrls?: readonly string[];
}

const KIB = 1024;
const MIB = 1024 * KIB;

const json = (value: object): Answer => ({
  headers: {
    'content-type': 'application/json',
    date: 'Sat, 28 Nov 2026 12:00:00 GMT',
  },
  body: JSON.stringify(value),
});
const at = (path: string, answer: () => Answer) => (url: URL) =>
  url.pathname === path ? answer() : undefined;
const section =
  (name: string) => (sections: Readonly<Record<string, unknown>>) =>
    sections[name];
const podPage = (items: readonly object[], metadata: object = {}): Answer =>
  json({ kind: 'PodList', metadata, items });
const pods = (url: URL) => url.pathname === '/api/v1/pods';
const configMap = (bytes: number) =>
  at('/api/v1/namespaces/kube-system/configmaps/kube-proxy', () => {
    const lines: string[] = ['mode: ipvs'];
    for (let size = 0, i = 0; size < bytes; i++) {
      lines.push(`key${i}: 1`);
      size += lines[lines.length - 1].length + 1;
    }
    return json({
      kind: 'ConfigMap',
      data: { 'config.conf': lines.join('\n') },
    });
  });

/** The API server as its instance answers, with one page of the input's. */
const instance = (path: string, answer: () => Answer) => (url: URL) => {
  if (`${url.pathname}${url.search}` === path) return answer();
  switch (url.pathname) {
    case '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices':
      return slices(['10.0.0.1']);
    case '/readyz':
    case '/livez':
      return { body: '[+]ping ok\n' };
    case '/version':
      return json({ gitVersion: 'v1.37.2' });
    default:
      return undefined;
  }
};
const slices = (addresses: readonly string[]) =>
  json({ items: [{ endpoints: [{ addresses }], ports: [{ port: 6443 }] }] });
/** One detail of the only instance. */
const ofInstance =
  (key: string) => (sections: Readonly<Record<string, unknown>>) => {
    const { apiServers } = sections as {
      apiServers: { value?: Record<string, unknown>[] };
    };
    return apiServers.value?.[0]?.[key] ?? apiServers;
  };

const csvHeader = '# pxname,svname,status,type,stot';
const statistics = (body: () => string) => (url: URL) =>
  url.pathname.startsWith('/stats') ? { body: body() } : undefined;
const haproxy = (sections: Readonly<Record<string, unknown>>) => {
  const { loadBalancers } = sections as {
    loadBalancers: { value?: { instances: { stats: unknown }[] } };
  };
  return loadBalancers.value?.instances[0].stats ?? loadBalancers;
};

const lease = {
  metadata: { name: 'l', namespace: 'kube-node-lease' },
  spec: {},
};

/** All inputs, in the order of the table. */
export const hostileInputs: readonly HostileInput[] = [
  {
    name: 'nothing but refusals (the control)',
    expected: 'unknown: not-found',
    source: 'inventory',
    says: section('pods'),
  },
  {
    name: 'ConfigMap of 120 KiB with many keys',
    expected: 'observed',
    source: 'inventory',
    says: section('kubeProxyConfig'),
    answer: configMap(120 * KIB),
  },
  {
    name: 'ConfigMap of 477 KiB with many keys',
    expected: 'unknown: too-large: the document',
    source: 'inventory',
    says: section('kubeProxyConfig'),
    answer: configMap(477 * KIB),
  },
  {
    name: 'ConfigMap of 1.2 MB with many keys',
    expected: 'unknown: too-large: the document',
    source: 'inventory',
    says: section('kubeProxyConfig'),
    answer: configMap(1.2 * MIB),
  },
  {
    name: 'HAProxy CSV of 117 KiB, as many columns as rows',
    expected: 'unknown: too-large: one row',
    source: 'loadbalancer',
    says: haproxy,
    answer: statistics(
      () => `${csvHeader}${',c'.repeat(29_000)}\n${'a\n'.repeat(29_000)}`,
    ),
  },
  {
    name: 'HAProxy CSV of 2 MB of commas',
    expected: 'observed',
    source: 'loadbalancer',
    says: haproxy,
    answer: statistics(
      () => `${csvHeader}\n${`${','.repeat(8_000)}a\n`.repeat(240)}`,
    ),
  },
  {
    name: 'pod page of 3.9 MB: one pod, 60,000 init containers',
    expected: 'observed',
    source: 'inventory',
    says: section('pods'),
    answer: at('/api/v1/pods', () => {
      const names = Array.from({ length: 60_000 }, (_, i) => ({
        name: `c${i}`,
      }));
      return podPage([
        {
          metadata: { name: 'p' },
          spec: { initContainers: names },
          status: {
            initContainerStatuses: names.map(each => ({
              ...each,
              restartCount: 1,
            })),
          },
        },
      ]);
    }),
  },
  {
    name: 'pod page of 30 MB: ten million empty objects',
    expected: 'unknown: too-many: a page',
    source: 'inventory',
    says: section('pods'),
    answer: at('/api/v1/pods', () => ({
      headers: { 'content-type': 'application/json' },
      body: `{"kind":"PodList","items":[${'{},'.repeat(10_000_000)}{}]}`,
    })),
  },
  {
    name: 'pod page of 30 MB: fifteen million empty objects, protobuf',
    expected: 'unknown: too-many: a page',
    source: 'inventory',
    says: section('pods'),
    answer: at('/api/v1/pods', () => ({
      body: Buffer.concat([
        Buffer.from('k8s\0\x0a\x0d\x0a\x02v1\x12\x07PodList\x12', 'latin1'),
        // The length of the list: 30,000,000.
        Buffer.from([0x80, 0x87, 0xa7, 0x0e]),
        Buffer.alloc(30_000_000, Buffer.from([0x12, 0x00])),
      ]),
    })),
  },
  {
    name: 'pod list that never ends',
    expected: 'unknown: too-many: the PodList',
    source: 'inventory',
    says: section('pods'),
    answer: url => {
      if (!pods(url)) return undefined;
      const page = Number(url.searchParams.get('continue') ?? 0) + 1;
      const items = Array.from({ length: 500 }, () => ({}));
      return podPage(items, { continue: String(page) });
    },
  },
  {
    name: 'pod list with half a surrogate pair in continue',
    expected: 'unknown: invalid-response: a continue token',
    source: 'inventory',
    says: section('pods'),
    answer: at('/api/v1/pods', () => podPage([{}], { continue: 'a\ud800' })),
  },
  {
    name: '/readyz body of 60 KiB that looks like tokens',
    expected: 'not ok: HTTP 500',
    source: 'apiserver',
    says: ofInstance('readyz'),
    answer: instance('/readyz?verbose', () => ({
      status: 500,
      body: 'eyJ-'.repeat(15 * KIB),
    })),
  },
  {
    name: '/readyz body of 254 KiB that looks like tokens',
    expected: 'not ok: too-large',
    source: 'apiserver',
    says: ofInstance('readyz'),
    answer: instance('/readyz?verbose', () => ({
      status: 500,
      body: 'eyJ-'.repeat((254 / 4) * KIB),
    })),
  },
  {
    name: 'etcd member with 5,000 client URLs',
    expected: 'observed; the member: not ok: too-many',
    source: 'etcd',
    says: section('etcd'),
    clientUrls: Array.from(
      { length: 5_000 },
      (_, i) => `http://10.9.${i >> 8}.${i & 255}:2379`,
    ),
  },
  {
    name: 'etcd member with a unix:// URL',
    expected: 'observed; the member: not ok: not-configured',
    source: 'etcd',
    says: section('etcd'),
    clientUrls: ['unix:///var/run/etcd.sock'],
  },
  {
    name: 'metrics page with 500,000 wanted series',
    expected: 'unknown: too-many: the metrics page',
    source: 'apiserver',
    says: ofInstance('metrics'),
    answer: instance('/metrics', () => ({
      body: pieces(500, piece =>
        Array.from(
          { length: 1_000 },
          (_, i) =>
            `apiserver_request_sli_duration_seconds_bucket{verb="${piece}-${i}",le="1"} 1\n`,
        ).join(''),
      ),
    })),
  },
  {
    name: 'metrics page with 500,000 other series',
    expected: 'unknown: invalid-response: the page has no metrics',
    source: 'apiserver',
    says: ofInstance('metrics'),
    answer: instance('/metrics', () => ({
      body: pieces(500, piece =>
        `other_seconds_bucket{verb="${piece}",le="1"} 1\n`.repeat(1_000),
      ),
    })),
  },
  {
    name: 'metrics page with one line of 17 MB',
    expected: 'unknown: too-large: one line',
    source: 'apiserver',
    says: ofInstance('metrics'),
    answer: instance('/metrics', () => ({
      body: pieces(17, () => 'x'.repeat(MIB)),
    })),
  },
  {
    name: 'EndpointSlice with 60,000 API server addresses',
    expected: 'unknown: too-large: GET',
    source: 'apiserver',
    says: section('apiServers'),
    answer: at(
      '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices',
      () =>
        slices(
          Array.from({ length: 60_000 }, (_, i) => `10.0.${i >> 8}.${i & 255}`),
        ),
    ),
  },
  {
    name: 'EndpointSlice with 400 API server addresses',
    expected: 'unknown: too-many: 400 addresses',
    source: 'apiserver',
    says: section('apiServers'),
    answer: at(
      '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices',
      () =>
        slices(
          Array.from({ length: 400 }, (_, i) => `10.0.${i >> 8}.${i & 255}`),
        ),
    ),
  },
  {
    name: 'Leases of 4 MB on one page: two million empty ones, protobuf',
    expected: 'unknown: too-many',
    source: 'leases',
    says: section('nodeLeases'),
    answer: at(
      '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases',
      () => ({
        body: Buffer.concat([
          Buffer.from('k8s\0\x0a\x0f\x0a\x02v1\x12\x09LeaseList\x12', 'latin1'),
          // The length of the list: 4,000,000.
          Buffer.from([0x80, 0x92, 0xf4, 0x01]),
          Buffer.alloc(4_000_000, Buffer.from([0x12, 0x00])),
        ]),
      }),
    ),
  },
  {
    name: '60,000 Leases on one page',
    expected: 'unknown: too-many',
    source: 'leases',
    says: section('nodeLeases'),
    answer: at(
      '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases',
      () =>
        json({
          metadata: {},
          items: Array.from({ length: 60_000 }, () => lease),
        }),
    ),
  },
  {
    name: 'Leases that never end, 250 a page',
    expected: 'unknown: too-many',
    source: 'leases',
    says: section('nodeLeases'),
    answer: url =>
      url.pathname.endsWith('/kube-node-lease/leases')
        ? json({
            metadata: {
              continue: String(
                Number(url.searchParams.get('continue') ?? 0) + 1,
              ),
            },
            items: Array.from({ length: 250 }, () => lease),
          })
        : undefined,
  },
];

function* pieces(
  count: number,
  make: (index: number) => string,
): Generator<string> {
  for (let index = 0; index < count; index++) yield make(index);
}
