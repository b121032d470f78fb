/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { JsonObject } from '@backstage/types';
import { checks } from 'backstage-plugin-kubernetes-ha-common';
import {
  directConnectionTypes,
  createCollector,
  readConfig,
  PageDecoder,
} from 'backstage-plugin-kubernetes-ha-collector';
import { Observer } from './observer';
import { silentLogger } from './silentLogger';

const noModules = new Map<string, never>();

/**
 * Watches a cluster that is configured like this: one entry of
 * `kubernetesHa.clusters`, read by the product's own configuration reader.
 */
export async function createObserver(cluster: object): Promise<Observer> {
  // Through JSON, as configuration files are.
  const written: JsonObject = JSON.parse(JSON.stringify(cluster));
  const { clusters } = readConfig(
    { clusters: [written] },
    { checks, customConnectionTypes: [] },
  );
  const [config] = clusters;
  const decoder = new PageDecoder();
  const { collector, declared } = await createCollector(config, {
    connections: directConnectionTypes,
    sourceDeps: { decoder },
    connectionTypes: noModules,
    sourceFactories: [],
    logger: silentLogger,
  });
  return new Observer(collector, declared, () => decoder.close());
}
