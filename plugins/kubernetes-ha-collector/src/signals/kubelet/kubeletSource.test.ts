/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  KubeletInfo,
  NodeInfo,
  sectionSchemas,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  ApiRequest,
  ClusterConnection,
  ConnectionError,
  SourceContext,
} from '../../contracts';
import {
  answeringConnection,
  answeringEndpoint,
  PartialAnswer,
} from '../../__testUtils__/answeringConnection';
import {
  nextCollection,
  sourceContext,
} from '../../__testUtils__/sourceContext';
import { parseConfigz } from './configz';
import { NODES_A_COLLECTION } from './bounds';
import { createKubeletSource } from './kubeletSource';

const CONFIGZ = JSON.stringify({
  kubeletconfig: {
    nodeStatusUpdateFrequency: '10s',
    nodeStatusReportFrequency: '5m0s',
    nodeLeaseDurationSeconds: 40,
    shutdownGracePeriod: '1m30s',
    shutdownGracePeriodCriticalPods: '0s',
    maxPods: 110,
    staticPodPath: '/etc/kubernetes/manifests',
  },
});

const leaf = {
  subject: 'CN=node',
  issuer: 'CN=kubernetes',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  isCa: false,
  fingerprint: 'AA',
};

function node(index: number, more: Partial<NodeInfo> = {}): NodeInfo {
  return {
    name: `node-${String(index).padStart(3, '0')}`,
    labels: {},
    controlPlane: false,
    internalIPs: [`192.0.2.${index}`],
    unschedulable: false,
    taints: [],
    conditions: [],
    allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
    kubeletVersion: '',
    kernelVersion: '',
    osImage: '',
    operatingSystem: '',
    containerRuntime: '',
    kubeletPort: 10250,
    ...more,
  };
}

/** A cluster whose kubelets answer from a function. */
function directConnection(
  answer: (address: string, request: ApiRequest) => PartialAnswer,
): ClusterConnection & { asked: string[] } {
  const asked: string[] = [];
  return {
    ...answeringConnection(() => ({ status: 404 })),
    kind: 'kubeconfig',
    asked,
    kubelet: address => {
      asked.push(address);
      return answeringEndpoint(`https://${address}`, request =>
        answer(address, request),
      );
    },
    certificates: async (endpoint, usage) => [{ endpoint, usage, ...leaf }],
  };
}

function contextWith(
  connection: ClusterConnection,
  nodes: NodeInfo[] | undefined,
  now: () => Date = () => new Date('2026-11-23T12:00:00.000Z'),
): SourceContext {
  return sourceContext({
    connection,
    now,
    intervalSeconds: 120,
    previous: nodes
      ? {
          nodes: {
            state: 'observed',
            source: 'inventory',
            via: 'test',
            observedAt: now().toISOString(),
            intervalSeconds: 120,
            value: nodes,
          },
        }
      : {},
  });
}

async function look(context: SourceContext) {
  const seen = await createKubeletSource().observe(context);
  signalSchema(sectionSchemas.kubelets).parse(seen.kubelets);
  return seen;
}

async function observed(context: SourceContext): Promise<KubeletInfo[]> {
  const { kubelets } = await look(context);
  if (kubelets.state !== 'observed') throw new Error(kubelets.detail);
  return kubelets.value;
}

describe('kubeletSource', () => {
  it('asks each kubelet at its own address', async () => {
    const connection = directConnection((_address, { path }) => ({
      body: path === '/configz' ? CONFIGZ : '',
    }));
    const [first, second] = await observed(
      contextWith(connection, [
        node(1),
        node(2, { internalIPs: ['2001:db8::2'], kubeletPort: 10251 }),
      ]),
    );
    expect(first).toMatchObject({
      nodeName: 'node-001',
      config: {
        state: 'observed',
        via: 'GET https://192.0.2.1:10250/configz',
        intervalSeconds: 120,
        value: {
          nodeStatusUpdateFrequencySeconds: 10,
          nodeStatusReportFrequencySeconds: 300,
          nodeLeaseDurationSeconds: 40,
          shutdownGracePeriodSeconds: 90,
          shutdownGracePeriodCriticalPodsSeconds: 0,
          maxPods: 110,
        },
      },
      certificates: {
        state: 'observed',
        value: [{ endpoint: '192.0.2.1:10250', usage: 'kubelet-serving' }],
      },
    });
    expect(second.config.via).toBe('GET https://[2001:db8::2]:10251/configz');
  });

  it.each<[string, () => PartialAnswer, string, string]>([
    ['401', () => ({ status: 401 }), 'unauthorised', 'webhook authentication'],
    ['403', () => ({ status: 403 }), 'forbidden', 'nodes/configz'],
    [
      'an untrusted certificate',
      () => {
        throw new ConnectionError('tls', 'self-signed certificate');
      },
      'tls',
      'serverTLSBootstrap',
    ],
    ['garbage', () => ({ body: '[]' }), 'invalid-response', 'shape'],
    [
      'silence',
      () => {
        throw new ConnectionError('timeout', 'no answer');
      },
      'timeout',
      'no answer',
    ],
  ])(
    'says why a kubelet is not known, and what to do: %s',
    async (_name, answer, reason, remedy) => {
      const [first] = await observed(
        contextWith(directConnection(answer), [node(1)]),
      );
      expect(first.config).toMatchObject({ state: 'unknown', reason });
      expect(first.config.state === 'unknown' && first.config.detail).toContain(
        remedy,
      );
      expect(first.certificates.state).toBe('observed');
    },
  );

  it('passes over nodes without a kubelet', async () => {
    const connection = directConnection(() => ({ body: CONFIGZ }));
    const kubelets = await observed(
      contextWith(connection, [
        node(1, { kubeletPort: undefined }),
        node(2, { kubeletPort: 0 }),
        node(3, { internalIPs: [] }),
        node(4, { labels: { type: 'virtual-kubelet' } }),
      ]),
    );
    expect(kubelets.map(({ config }) => config.state)).toEqual([
      'absent',
      'absent',
      'absent',
      'absent',
    ]);
    expect(connection.asked).toEqual([]);
  });

  it('asks many in turn, those asked longest ago first, and keeps what is fresh', async () => {
    let now = new Date('2026-11-23T12:00:00.000Z');
    const nodes = Array.from({ length: NODES_A_COLLECTION + 50 }, (_, i) =>
      node(i),
    );
    const connection = directConnection(() => ({ body: CONFIGZ }));
    let context = contextWith(connection, nodes, () => now);
    const states = async () => {
      const seen = await look(context);
      context = nextCollection(context, seen);
      if (seen.kubelets.state !== 'observed') throw new Error('not observed');
      const asked = connection.asked.splice(0).length;
      const unknown = seen.kubelets.value.filter(
        ({ config }) => config.state === 'unknown',
      );
      return {
        asked,
        unknown: unknown.length,
        interval: seen.kubelets.value.find(
          ({ config }) => config.state === 'observed',
        )?.config,
      };
    };
    const first = await states();
    expect(first).toMatchObject({ asked: 100, unknown: 50 });
    // Two rounds: the turn of each comes every four minutes.
    expect(first.interval).toMatchObject({ intervalSeconds: 240 });
    now = new Date('2026-11-23T12:02:00.000Z');
    expect(await states()).toMatchObject({ asked: 100, unknown: 0 });
    now = new Date('2026-11-23T13:00:00.000Z');
    const later = await states();
    // Those whose turn it is not are stale by now, and say so.
    expect(later).toMatchObject({ asked: 100, unknown: 50 });
  });

  it('forgets nodes that are gone', async () => {
    const connection = directConnection(() => ({ body: CONFIGZ }));
    const context = contextWith(connection, [node(1), node(2)]);
    const seen = await look(context);
    const after = nextCollection(context, seen);
    const { nodes } = contextWith(connection, [node(2)]).previous;
    const kubelets = await observed({
      ...after,
      previous: { ...after.previous, ...(nodes && { nodes }) },
    });
    expect(kubelets.map(({ nodeName }) => nodeName)).toEqual(['node-002']);
  });

  it('is not exposed through a proxy, and says why it is not asked for', async () => {
    const { kubelets } = await look(
      contextWith(
        answeringConnection(() => ({})),
        [node(1)],
      ),
    );
    expect(kubelets).toMatchObject({
      state: 'unknown',
      reason: 'not-exposed',
      detail: expect.stringContaining('nodes/proxy'),
    });
  });

  it('cannot find kubelets when the nodes are hidden, for the reason that hides them', async () => {
    const context = contextWith(
      directConnection(() => ({})),
      undefined,
    );
    const { kubelets } = await look({
      ...context,
      previous: {
        nodes: {
          state: 'unknown',
          reason: 'forbidden',
          detail: 'HTTP 403: nodes is forbidden',
          source: 'inventory',
          via: 'test',
          observedAt: context.now().toISOString(),
        },
      },
    });
    expect(kubelets).toMatchObject({
      state: 'unknown',
      reason: 'forbidden',
      detail: 'HTTP 403: nodes is forbidden',
    });
  });

  it('waits for the nodes', async () => {
    const { kubelets } = await look(
      contextWith(
        directConnection(() => ({})),
        undefined,
      ),
    );
    expect(kubelets).toMatchObject({
      state: 'unknown',
      reason: 'not-collected',
    });
  });
});

describe('parseConfigz', () => {
  it.each([
    ['10s', 10],
    ['1h0m0s', 3600],
    ['1.5s', 1.5],
    ['250ms', 0.25],
    ['0s', 0],
    ['0', 0],
    [10_000_000_000, 10],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads the duration %j as %s seconds', (given, seconds) => {
    expect(
      parseConfigz({ kubeletconfig: { shutdownGracePeriod: given } })
        .shutdownGracePeriodSeconds,
    ).toBe(seconds);
  });

  it('takes the longest of the periods by priority, and none where there are none', () => {
    const byPriority = (given: object[] | null) =>
      parseConfigz({
        kubeletconfig: { shutdownGracePeriodByPodPriority: given },
      }).shutdownGracePeriodByPodPrioritySeconds;
    expect(
      byPriority([
        { priority: 0, shutdownGracePeriodSeconds: 10 },
        { priority: 2_000_000_000, shutdownGracePeriodSeconds: 60 },
      ]),
    ).toBe(60);
    expect(byPriority([])).toBeUndefined();
    expect(byPriority(null)).toBeUndefined();
  });

  it('leaves out what the kubelet does not say', () => {
    expect(parseConfigz({ kubeletconfig: {} })).toEqual({});
  });

  it.each([
    ['localhost', 10250],
    ['127.0.0.1', 10250],
    ['169.254.169.254', 80],
    ['kubelet.example.org', 10250],
    ['192.0.2.9', 70_000],
  ])(
    'asks nothing at an address that is of no machine: %s:%d',
    async (host, port) => {
      const connection = directConnection(() => ({ body: CONFIGZ }));
      const certificates = jest.fn(connection.certificates);
      const [kubelet] = await observed(
        contextWith({ ...connection, certificates }, [
          node(1, { internalIPs: [host], kubeletPort: port }),
        ]),
      );
      expect(kubelet.config).toMatchObject({
        state: 'unknown',
        detail: expect.stringContaining(host),
      });
      expect(connection.asked).toEqual([]);
      expect(certificates).not.toHaveBeenCalled();
    },
  );
});
