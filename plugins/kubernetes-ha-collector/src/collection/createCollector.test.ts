/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import {
  SectionName,
  sectionNames,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  ClusterConnectionFactory,
  SignalSourceFactory,
} from '../contracts';
import { answeringConnection } from '../__testUtils__/answeringConnection';
import type { ClusterConfig, ConnectionConfig } from '../config/clusterConfig';
import { directConnectionTypes } from '../connections';
import { PageDecoder } from '../signals/inventory/decoding/pageDecoder';
import { createCollector } from './createCollector';

const logger = mockServices.logger.mock();
const signal = new AbortController().signal;
const now = () => new Date('2026-11-23T12:00:00.000Z');

/** Paths that the connection was asked for. */
let asked: string[];
const tunnel: ClusterConnectionFactory = {
  type: 'tunnel',
  kind: 'kubernetesPlugin',
  create: async ({ config }) => {
    if (config.broken) {
      throw new Error('cannot open https://admin:pa55@tunnel.invalid');
    }
    return answeringConnection(({ path }) => {
      asked.push(path.split('?')[0]);
      return { status: 403 };
    });
  },
};
const custom = (settings = {}): ConnectionConfig => ({
  type: 'custom',
  name: 'tunnel',
  settings: { type: 'tunnel', ...settings },
});

function create(
  connection: ConnectionConfig,
  sourceFactories: SignalSourceFactory[] = [],
) {
  const config: ClusterConfig = {
    name: 'prod',
    tier: 'production',
    platform: 'self-managed',
    connection,
    apiServer: { instances: [] },
    intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
  };
  return createCollector(config, {
    connections: directConnectionTypes,
    sourceDeps: { decoder: new PageDecoder() },
    connectionTypes: new Map([['tunnel', tunnel]]),
    sourceFactories,
    logger,
  });
}

/** A module's source that says of its sections where it has them from. */
function own(id: string, ...provides: SectionName[]): SignalSourceFactory {
  return {
    id,
    create: () => ({
      id,
      group: 'inventory',
      provides,
      deadlineMs: 1_000,
      observe: async context =>
        Object.fromEntries(
          provides.map(name => [
            name,
            {
              state: 'absent',
              reason: 'declared',
              detail: `says ${id}`,
              source: id,
              via: id,
              observedAt: context.now().toISOString(),
            },
          ]),
        ),
    }),
  };
}

beforeEach(() => {
  asked = [];
});

describe("a module's source", () => {
  it('takes over what it provides and nothing else', async () => {
    const { collector, declared } = await create(custom(), [
      own('mine', 'pods', 'kubeadmConfig'),
    ]);
    expect(
      [
        ...collector.sectionsOf('inventory'),
        ...collector.sectionsOf('control-plane'),
      ].sort(),
    ).toEqual([...sectionNames].sort());
    const { sections } = await collector.collect('inventory', {
      cluster: declared.facts,
      signal,
      intervalSeconds: 120,
      previous: {},
      lastObserved: {},
      now,
      logger,
    });
    expect(sections).toMatchObject({
      pods: { source: 'mine', detail: 'says mine' },
      kubeadmConfig: { source: 'mine' },
      nodes: { source: 'inventory', reason: 'forbidden' },
      clusterInfo: { source: 'inventory', reason: 'forbidden' },
    });
    expect(asked).toContain('/api/v1/nodes');
    // Nobody pays for what is not used.
    expect(asked).not.toContain('/api/v1/pods');
    expect(asked).not.toContain(
      '/api/v1/namespaces/kube-system/configmaps/kubeadm-config',
    );
    await collector.close();
  });

  it('replaces a built-in one of which it provides everything', async () => {
    const { collector } = await create(custom(), [own('mine', 'kubelets')]);
    expect(
      collector.sectionsOf('inventory').filter(name => name === 'kubelets'),
    ).toHaveLength(1);
    await collector.close();
  });

  it('is refused beside another one that provides the same', async () => {
    await expect(
      create(custom(), [own('mine', 'pods'), own('yours', 'pods')]),
    ).rejects.toThrow(
      'The section "pods" is provided by the sources "mine" and "yours".',
    );
  });
});

describe('what can never work names the cluster and the key', () => {
  it("a module's connection, without its secret", async () => {
    await expect(create(custom({ broken: true }))).rejects.toThrow(
      /^kubernetesHa.clusters "prod".connection: cannot open https:\/\/\*\*\*@tunnel.invalid$/,
    );
  });

  it('a connection type that no module provides', async () => {
    await expect(
      create({ type: 'custom', name: 'ssh', settings: { type: 'ssh' } }),
    ).rejects.toThrow(
      'kubernetesHa.clusters "prod".connection: No module provides the connection type "ssh".',
    );
  });

  it('a broken recording', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-collector-'));
    try {
      const file = join(folder, 'broken.rec');
      writeFileSync(file, 'no recording');
      await expect(create({ type: 'recorded', file })).rejects.toThrow(
        `kubernetesHa.clusters "prod".connection: Recording ${file}`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
