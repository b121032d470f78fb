/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Long because its cases share one real etcd cluster, which takes seconds to start.

import { join } from 'node:path';
import {
  etcdSchema,
  Sections,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SignalSource, SourceContext } from '../../contracts';
import { issueFor } from '../../__testUtils__/issueFor';
import {
  nextCollection,
  sourceContext,
} from '../../__testUtils__/sourceContext';
import { TestEtcd } from '../../__testUtils__/testEtcd';
import { TestFolder } from '../../__testUtils__/TestFolder';
import { TestCa, writeCertificate } from '../../__testUtils__/testPki';
import { startHttps, unusedAddress } from '../../__testUtils__/testServer';
import { describeWithLab } from '../../__testUtils__/describeWithLab';
import { createEtcdSource } from './etcdSource';

type EtcdSignal = Sections['etcd'];

const folder = new TestFolder();
const sources: SignalSource<'etcd'>[] = [];

function sourceOf(
  ...args: Parameters<typeof createEtcdSource>
): SignalSource<'etcd'> {
  const source = createEtcdSource(...args);
  sources.push(source);
  return source;
}

function observed(signal: EtcdSignal) {
  if (signal.state !== 'observed') {
    throw new Error(`not observed: ${JSON.stringify(signal)}`);
  }
  return signal.value;
}

/** Collects until the condition holds, each collection knowing the one before. */
async function collectUntil(
  source: SignalSource<'etcd'>,
  start: SourceContext,
  holds: (etcd: EtcdSignal) => boolean,
): Promise<EtcdSignal> {
  let context = start;
  for (let look = 0; look < 60; look++) {
    const { etcd } = await source.observe(context);
    if (holds(etcd)) return etcd;
    context = nextCollection(context, { etcd });
  }
  throw new Error('60 collections, and the condition never held');
}

afterEach(async () => {
  await Promise.all(sources.splice(0).map(source => source.close?.()));
});

describe('createEtcdSource without anything to ask', () => {
  it('is unknown on a self-managed cluster, and names the keys to set', async () => {
    const { etcd } = await sourceOf({}).observe(sourceContext());
    expect(etcd).toMatchObject({
      state: 'unknown',
      reason: 'not-configured',
      detail: expect.stringMatching(
        /etcd\.endpoints.*etcd\.caFile.*etcd\.certFile.*etcd\.keyFile/,
      ),
    });
  });

  it.each([
    ['declared', { etcd: 'managed' as const }, 'self-managed' as const],
    ['on EKS', {}, 'eks' as const],
    ['on GKE', {}, 'gke' as const],
    ['on AKS', {}, 'aks' as const],
  ])('is absent where a provider runs it: %s', async (_, config, platform) => {
    const context = sourceContext();
    const { etcd } = await sourceOf(config).observe({
      ...context,
      cluster: { ...context.cluster, platform },
    });
    expect(etcd).toMatchObject({
      state: 'absent',
      reason: 'provider-managed',
    });
  });

  it('is unknown when no member answers, naming every address', async () => {
    const [one, other] = [await unusedAddress(), await unusedAddress()];
    const endpoints = [`http://${one}`, `http://${other}/`];
    const { etcd } = await sourceOf({ etcd: { endpoints } }).observe(
      sourceContext(),
    );
    expect(etcd).toMatchObject({
      state: 'unknown',
      reason: 'refused',
      detail: expect.stringContaining(
        `http://${one} refused, http://${other} refused`,
      ),
    });
  });
});

it('says of members whose CA is another one who signed them, and whom it trusts', async () => {
  const [own, other] = await Promise.all(
    ['own', 'other'].map(name => TestCa.create(name)),
  );
  // gRPC is refused without h2, before any certificate is judged.
  const server = await startHttps(
    {
      ...(await issueFor(other, 'member', ['127.0.0.1'])),
      ALPNProtocols: ['h2'],
    },
    (_request, response) => response.end(),
  );
  const { etcd } = await sourceOf({
    etcd: {
      endpoints: [`https://${server.address}`],
      caFile: folder.file('ca.crt', own.pem),
    },
  }).observe(sourceContext());
  await server.close();
  expect(etcd).toMatchObject({
    state: 'unknown',
    reason: 'tls',
    failure: {
      fault: 'unknown-authority',
      issuer: 'CN=other',
      trusted: { setting: 'etcd.caFile', subjects: ['CN=own'] },
    },
  });
});

describeWithLab('createEtcdSource on three real members', () => {
  let etcd: TestEtcd;

  beforeAll(async () => {
    etcd = await TestEtcd.start({ members: 3 });
  });

  afterAll(async () => {
    await etcd?.stop();
  });

  it('observes every member from one configured endpoint', async () => {
    const { endpoints, client, members } = etcd;
    const source = sourceOf({
      etcd: {
        endpoints: [`${endpoints[0]}/`],
        ...client,
        zones: { 'member-1': 'zone-a', '127.0.0.1': 'zone-x' },
      },
    });
    const signal = (await source.observe(sourceContext())).etcd;
    expect(signalSchema(etcdSchema).parse(signal)).toEqual(signal);
    const value = observed(signal);
    expect(value.clusterId).toMatch(/^[0-9a-f]+$/);
    expect(value).toMatchObject({
      memberListFrom: endpoints[0],
      memberListLinearizable: true,
      alarms: { state: 'observed', value: [] },
      termHistory: [{ term: expect.any(Number) }],
      sizeHistory: [{ dbSizeInUseBytes: expect.any(Number) }],
    });
    const byName = [...value.members].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    expect(byName.map(({ endpoint }) => endpoint)).toEqual(endpoints);
    expect(byName[0].zone).toBe('zone-a');
    for (const [i, member] of byName.entries()) {
      expect(member).toMatchObject({
        name: `member-${i + 1}`,
        peerUrls: [members[i].peerUrl],
        health: { ok: true, status: 200, consecutiveFailures: 0 },
        status: { state: 'observed', value: { version: '3.7.3' } },
        seenByPeers: 'alive',
        hash: { state: 'observed', intervalSeconds: 43_200 },
        certificates: {
          state: 'observed',
          value: [
            { usage: 'etcd-client-port', subject: 'CN=member' },
            { usage: 'etcd-peer-port', subject: 'CN=peer' },
          ],
        },
        metrics: {
          state: 'observed',
          value: {
            latest: { processStartSeconds: expect.any(Number) },
          },
        },
      });
    }
    const hashes = byName.map(({ hash }) =>
      hash?.state === 'observed' ? hash.value : hash,
    );
    expect(hashes[1]).toEqual(hashes[0]);
    expect(hashes[2]).toEqual(hashes[0]);
  });

  it('does not hash again, nor shake hands again, at the next collection', async () => {
    const { endpoints, client } = etcd;
    const source = sourceOf({ etcd: { endpoints, ...client } });
    const context = sourceContext();
    const first = await source.observe(context);
    const second = await source.observe(nextCollection(context, first));
    const [before, after] = [first, second].map(seen => observed(seen.etcd));
    after.members.forEach((member, i) => {
      expect(member.hash).toEqual(before.members[i].hash);
      expect(member.certificates).toEqual(before.members[i].certificates);
      expect(member.metrics).toMatchObject({
        value: {
          earlier:
            before.members[i].metrics.state === 'observed' &&
            before.members[i].metrics.value.latest,
        },
      });
    });
    expect(after.termHistory).toEqual(before.termHistory);
  });

  it('places members by the nodes that inventory saw', async () => {
    const node = {
      name: 'cp-a',
      labels: {},
      zone: 'zone-n',
      controlPlane: true,
      internalIPs: ['127.0.0.1'],
      unschedulable: false,
      taints: [],
      conditions: [],
      allocatable: { cpuMillis: 1, memoryBytes: 1, pods: 1 },
      kubeletVersion: '',
      kernelVersion: '',
      osImage: '',
      operatingSystem: '',
      containerRuntime: '',
    };
    const { endpoints, client } = etcd;
    const source = sourceOf({ etcd: { endpoints, ...client } });
    const { etcd: signal } = await source.observe(
      sourceContext({
        previous: {
          nodes: {
            state: 'observed',
            source: 'inventory',
            via: 'test',
            observedAt: new Date().toISOString(),
            intervalSeconds: 120,
            value: [{ ...node, internalIPs: [], hostname: 'localhost' }, node],
          },
        },
      }),
    );
    // Every member of this test is on loopback, which is no place.
    expect(observed(signal).members[0].nodeName).toBeUndefined();
  });

  it('reports a killed member: refused to us, lost to its peers, and back again', async () => {
    const { endpoints, client } = etcd;
    const source = sourceOf({ etcd: { endpoints, ...client } });
    const context = sourceContext();
    const before = await source.observe(context);
    const member = observed(before.etcd).members.find(
      ({ name }) => name === 'member-3',
    )!;
    await etcd.kill(2);
    const find = (signal: EtcdSignal) =>
      observed(signal).members.find(({ id }) => id === member.id)!;

    const lost = await collectUntil(
      source,
      nextCollection(context, before),
      // The killed member may have led: an election takes a second.
      signal =>
        find(signal).seenByPeers === 'lost' &&
        observed(signal).memberListLinearizable,
    );
    expect(find(lost)).toMatchObject({
      endpoint: endpoints[2],
      health: {
        ok: false,
        reason: 'refused',
        failingSince: expect.any(String),
      },
      status: { state: 'unknown', reason: 'refused' },
      metrics: { state: 'unknown', reason: 'refused' },
      // Hashes are left alone while a voter is away.
      hash: member.hash,
    });
    const again = await source.observe(nextCollection(context, { etcd: lost }));
    expect(find(again.etcd).health).toMatchObject({
      failingSince: find(lost).health.failingSince,
      consecutiveFailures: find(lost).health.consecutiveFailures + 1,
    });

    await etcd.run(2);
    await etcd.ready(2);
    const back = await collectUntil(
      source,
      nextCollection(context, again),
      signal => find(signal).seenByPeers === 'alive',
    );
    expect(find(back).health).toMatchObject({
      ok: true,
      consecutiveFailures: 0,
    });
  });

  it('reports a frozen member: silent to us, lost to its peers', async () => {
    const { endpoints, client } = etcd;
    const source = sourceOf({ etcd: { endpoints, ...client } });
    const context = sourceContext();
    const before = await source.observe(context);
    etcd.freeze(1);
    try {
      const lost = await collectUntil(
        source,
        nextCollection(context, before),
        signal =>
          observed(signal).members.some(
            ({ name, seenByPeers }) =>
              name === 'member-2' && seenByPeers === 'lost',
          ),
      );
      expect(
        observed(lost).members.find(({ name }) => name === 'member-2'),
      ).toMatchObject({
        health: { ok: false, reason: 'timeout' },
        status: { state: 'unknown', reason: 'timeout' },
      });
    } finally {
      etcd.thaw(1);
      await etcd.ready(1);
    }
  });

  it('still names the members without a quorum, and says that no quorum agreed', async () => {
    const { endpoints, client } = etcd;
    const source = sourceOf({ etcd: { endpoints, ...client } });
    const context = sourceContext();
    const before = await source.observe(context);
    await Promise.all([etcd.kill(1), etcd.kill(2)]);
    try {
      const signal = await collectUntil(
        source,
        nextCollection(context, before),
        ({ state }) => state === 'observed',
      );
      const led = await collectUntil(
        source,
        nextCollection(context, { etcd: signal }),
        seen =>
          observed(seen).members.some(
            ({ name, health }) => name === 'member-1' && health.status === 503,
          ),
      );
      const value = observed(led);
      expect(value.memberListLinearizable).toBe(false);
      expect(value.members).toHaveLength(3);
      const survivor = value.members.find(({ name }) => name === 'member-1');
      expect(survivor).toMatchObject({
        status: { state: 'observed', value: { leaderId: '0' } },
        health: {
          ok: false,
          status: 503,
          detail: expect.stringContaining('RAFT NO LEADER'),
        },
      });
      expect(value.alarms).toMatchObject({ state: 'unknown' });
      expect(
        value.members
          .filter(({ name }) => name !== 'member-1')
          .map(({ seenByPeers }) => seenByPeers),
      ).toEqual(['lost', 'lost']);
    } finally {
      await Promise.all([etcd.run(1), etcd.run(2)]);
      await Promise.all([etcd.ready(1), etcd.ready(2)]);
    }
  });

  it('is unknown with the reason when its certificate ended', async () => {
    const expired = writeCertificate(
      etcd.folder,
      'ended',
      await etcd.ca.issue({
        commonName: 'reader',
        usages: ['clientAuth'],
        notAfter: new Date(Date.now() - 1000),
      }),
    );
    const { etcd: signal } = await sourceOf({
      etcd: { endpoints: etcd.endpoints, ...etcd.client, ...expired },
    }).observe(sourceContext());
    expect(signal).toMatchObject({
      state: 'unknown',
      reason: 'tls',
      detail: expect.stringContaining('certificate expired'),
    });
  });

  it('is unknown with the reason when its CA is another one', async () => {
    const other = await TestCa.create('another');
    const { certFile: caFile } = writeCertificate(etcd.folder, 'another', {
      certificate: other.pem,
      key: '',
    });
    const { etcd: signal } = await sourceOf({
      etcd: { endpoints: etcd.endpoints, ...etcd.client, caFile },
    }).observe(sourceContext());
    expect(signal).toMatchObject({ state: 'unknown', reason: 'tls' });
  });

  it('is unknown with the path when a file is missing', async () => {
    const keyFile = join(etcd.folder, 'missing.key');
    const { etcd: signal } = await sourceOf({
      etcd: { endpoints: etcd.endpoints, ...etcd.client, keyFile },
    }).observe(sourceContext());
    expect(signal).toMatchObject({
      state: 'unknown',
      reason: 'not-configured',
      detail: expect.stringContaining('etcd.keyFile'),
    });
  });

  it('refuses endpoints of two clusters', async () => {
    const other = await TestEtcd.start({ members: 1, ca: etcd.ca });
    try {
      const { etcd: signal } = await sourceOf({
        etcd: {
          endpoints: [etcd.endpoints[0], other.endpoints[0]],
          ...etcd.client,
        },
      }).observe(sourceContext());
      expect(signal).toMatchObject({
        state: 'unknown',
        reason: 'invalid-response',
        detail: expect.stringContaining('2 different etcd clusters'),
      });
    } finally {
      await other.stop();
    }
  });
});
