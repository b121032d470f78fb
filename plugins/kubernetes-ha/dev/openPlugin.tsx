/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { renderTestApp } from '@backstage/frontend-test-utils';
import type { KubernetesHaApi } from 'backstage-plugin-kubernetes-ha-common';
import plugin from '../src/alpha';
import { kubernetesHaApiRef } from '../src/api/kubernetesHaApiRef';

/** Opens the plugin at an address in a test app, with this API behind it. */
export function openPlugin(path: string, api: KubernetesHaApi): void {
  renderTestApp({
    features: [plugin],
    apis: [[kubernetesHaApiRef, api]],
    initialRouteEntries: [path],
  });
}
