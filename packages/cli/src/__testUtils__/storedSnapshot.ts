/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { resolve } from 'node:path';
import { createCollector } from 'backstage-plugin-kubernetes-ha-collector';
import { PageDecoder } from 'backstage-plugin-kubernetes-ha-collector';
import {
  ClusterSnapshot,
  joinSnapshot,
} from 'backstage-plugin-kubernetes-ha-common';
import { stderrLogger } from '../stderrLogger';

/** A recording of a real control plane of three machines, taken in the lab. */
export const recording = resolve(
  __dirname,
  '../../../../recordings/ha-3az.jsonl.br',
);

/** What was seen of that control plane at one moment of the recording. */
export async function storedSnapshot(): Promise<ClusterSnapshot> {
  // Where the replay is follows from the clock alone.
  const now = new Date('2026-11-28T12:00:00.000Z');
  const decoder = new PageDecoder();
  const { collector, declared } = await createCollector(
    {
      name: 'ha-3az',
      tier: 'production',
      platform: 'auto',
      connection: { type: 'recorded', file: recording },
      apiServer: { instances: [] },
      intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
    },
    {
      connections: {},
      sourceDeps: { decoder },
      connectionTypes: new Map(),
      sourceFactories: [],
      logger: stderrLogger,
    },
  );
  const context = {
    cluster: declared.facts,
    signal: new AbortController().signal,
    intervalSeconds: 30,
    previous: {},
    now: () => now,
    logger: stderrLogger,
  };
  const { sections: inventory } = await collector.collect('inventory', context);
  const { sections } = await collector.collect('control-plane', context);
  await collector.close();
  await decoder.close();
  return joinSnapshot(
    { facts: declared.facts },
    { ...inventory, ...sections },
    now,
  );
}
