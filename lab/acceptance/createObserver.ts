/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { mockServices } from '@backstage/backend-test-utils';
import { checks } from 'backstage-plugin-kubernetes-ha-common';
import { createCollector } from 'backstage-plugin-kubernetes-ha-backend/src/collection/createCollector';
import { readConfig } from 'backstage-plugin-kubernetes-ha-backend/src/config/readConfig';
import { PageDecoder } from 'backstage-plugin-kubernetes-ha-backend/src/signals/inventory/decoding/pageDecoder';
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
    new ConfigReader({ kubernetesHa: { clusters: [written] } }),
    { checks, customConnectionTypes: [] },
  );
  const [config] = clusters;
  const decoder = new PageDecoder();
  const { collector, declared } = await createCollector(config, {
    connectionDeps: {
      discovery: mockServices.discovery(),
      auth: mockServices.auth(),
      logger: silentLogger,
    },
    sourceDeps: { decoder },
    connectionTypes: noModules,
    sourceFactories: [],
    logger: silentLogger,
  });
  return new Observer(collector, declared.facts, () => decoder.close());
}
