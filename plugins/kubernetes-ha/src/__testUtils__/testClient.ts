/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockApis } from '@backstage/frontend-test-utils';
import { KubernetesHaClient } from 'backstage-plugin-kubernetes-ha-common';

/** The plugin's client for components that are shown without the plugin; requests over HTTP, see `mockServer`. */
export function testClient(): KubernetesHaClient {
  return new KubernetesHaClient({
    discoveryApi: mockApis.discovery(),
    fetchApi: mockApis.fetch(),
  });
}
