/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SourceContext } from 'backstage-plugin-kubernetes-ha-node';
import { PageDecoder } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/decoding/pageDecoder';
import { InventorySource } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/inventorySource';
import { inventoryLists } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/lists';
import { plainConnection } from '../plainConnection';
import type { BenchReader } from './reader';

const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/** The source itself, as the backend runs it. */
export const inventoryReader: BenchReader = {
  async prepare(url) {
    const decoder = new PageDecoder();
    // Starts the thread, as the first look of a backend does.
    await decoder.decode(
      inventoryLists.pods,
      Buffer.from('{"kind":"PodList","items":[]}'),
      () => {},
    );
    const connection = plainConnection(url);
    const source = new InventorySource(decoder);
    const context: SourceContext = {
      cluster: {
        name: 'bench',
        tier: 'development',
        platform: 'self-managed',
        connection: 'kubeconfig',
      },
      connection,
      signal: new AbortController().signal,
      intervalSeconds: 120,
      previous: {},
      lastObserved: {},
      now: () => new Date(),
      logger: silent,
    };
    return {
      async read() {
        const { pods, nodes } = await source.observe(context);
        if (pods.state !== 'observed') throw new Error(JSON.stringify(pods));
        if (nodes.state !== 'observed') throw new Error(JSON.stringify(nodes));
        return { pods: pods.value.length, nodes: nodes.value.length };
      },
      async close() {
        await decoder.close();
        await connection.close();
      },
    };
  },
};
