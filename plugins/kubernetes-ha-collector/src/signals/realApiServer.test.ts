/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import {
  sectionSchemas,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import { describeWithLab } from '../__testUtils__/describeWithLab';
import { realObjects } from './inventory/__testUtils__/realObjects';
import { TestApiServer } from './inventory/__testUtils__/testApiServer';
import { PageDecoder } from './inventory/decoding/pageDecoder';
import { readPage } from './inventory/decoding/readPage';
import { documentAt } from '../bounds/boundedJson';
import { accepts } from '../protobuf/envelope';
import { isProtobuf } from '../protobuf/statusMessage';
import { PAGE } from './leases/bounds';
import { parseLeasePage } from './leases/leaseList';
import { readLeasePage } from './leases/leaseMessages';
import { leasesPath } from './leases/listLeases';
import { InventorySource } from './inventory/inventorySource';
import { inventoryLists, InventoryList } from './inventory/lists';
import { WireReader } from '../protobuf/wireReader';

const lists: readonly InventoryList[] = Object.values(inventoryLists);

describeWithLab('a real API server', () => {
  let server: TestApiServer;
  const { signal } = new AbortController();

  beforeAll(async () => {
    server = await TestApiServer.start();
    for (const { path, object, status } of realObjects) {
      await server.send('POST', path, object);
      if (status) {
        const own = `${path}/${object.metadata.name}/status`;
        await server.send('PATCH', own, { status });
      }
    }
  });

  afterAll(async () => {
    await server?.stop();
  });

  it.each(lists.map(list => [list.section, list] as const))(
    '%s: the same rows from its protobuf and from its JSON',
    async (_, list) => {
      const [protobuf, json] = await Promise.all(
        ['application/vnd.kubernetes.protobuf', 'application/json'].map(
          accept =>
            server.connection.api.request({ path: list.path, accept, signal }),
        ),
      );
      expect(isProtobuf(protobuf.body)).toBe(true);
      expect(isProtobuf(json.body)).toBe(false);
      const read = (body: Buffer) =>
        readPage(new WireReader(), list, body, () => {});
      const fromProtobuf = read(protobuf.body);
      expect(fromProtobuf.rows.length).toBeGreaterThan(0);
      expect(fromProtobuf).toEqual(read(json.body));
    },
  );

  it('writes the same Leases in protobuf and in JSON', async () => {
    const path = leasesPath('default');
    const spec = {
      holderIdentity: 'cp-a_1',
      leaseDurationSeconds: 15,
      acquireTime: '2026-11-22T10:00:00.000000Z',
      renewTime: '2026-11-23T11:59:58.123456Z',
      leaseTransitions: 4,
    };
    for (const [name, labels] of [
      ['held', { 'kubernetes.io/hostname': 'cp-a' }],
      ['released', {}],
    ] as const) {
      await server.send('POST', path, {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: { name, labels },
        spec: name === 'held' ? spec : {},
      });
    }
    const [protobuf, json] = await Promise.all(
      [accepts.protobuf, accepts.json].map(accept =>
        server.connection.api.request({ path, accept, signal }),
      ),
    );
    expect(isProtobuf(protobuf.body)).toBe(true);
    const { leases } = readLeasePage(protobuf.body, PAGE, documentAt(path));
    expect(leases.map(({ name, holder }) => [name, holder])).toEqual([
      ['held', 'cp-a_1'],
      ['released', undefined],
    ]);
    expect({ leases }).toEqual(
      parseLeasePage(JSON.parse(json.body.toString('utf8'))),
    );
  });

  it('observes every list whole, and names the ConfigMaps that are missing', async () => {
    const decoder = new PageDecoder({ pageMs: 60_000 });
    const source = new InventorySource(decoder);
    const sections = await source.observe({
      cluster: {
        name: 'real',
        tier: 'development',
        platform: 'self-managed',
        connection: 'serviceAccount',
      },
      connection: server.connection,
      signal,
      intervalSeconds: 120,
      previous: {},
      lastObserved: {},
      now: () => new Date(),
      logger: mockServices.logger.mock(),
    });
    await decoder.close();
    for (const { section } of lists) {
      const seen = sections[section];
      expect(seen).toMatchObject({ state: 'observed' });
      expect(signalSchema(sectionSchemas[section]).parse(seen)).toEqual(seen);
    }
    expect(sections.pods).toMatchObject({
      value: [
        {
          namespace: 'default',
          name: 'web-0',
          phase: 'Running',
          ready: true,
          cpuMillis: 430,
          memoryBytes: 64 * 2 ** 20,
          restartCount: 5,
        },
      ],
    });
    expect(sections.kubeProxyConfig).toMatchObject({
      value: { mode: 'nftables' },
    });
    expect(sections.kubeadmConfig).toMatchObject({
      state: 'absent',
      reason: 'not-installed',
    });
  });
});
