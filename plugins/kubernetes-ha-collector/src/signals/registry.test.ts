/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sourceIds } from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig } from '../config/clusterConfig';
import { PageDecoder } from './inventory/decoding/pageDecoder';
import { builtInSources } from './registry';

const config: ClusterConfig = {
  name: 'one',
  tier: 'production',
  platform: 'self-managed',
  connection: { type: 'custom', name: 'fake', settings: {} },
  apiServer: { instances: [] },
  intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
};

it('has only sources that readers have a word for', async () => {
  const decoder = new PageDecoder();
  const ids = builtInSources.flatMap(
    create => create(config, { decoder }, new Set())?.id ?? [],
  );
  await decoder.close();
  expect(ids).toHaveLength(builtInSources.length);
  expect(sourceIds).toEqual(expect.arrayContaining(ids));
});
