/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createApiRef } from '@backstage/frontend-plugin-api';
import type { KubernetesHaApi } from 'backstage-plugin-kubernetes-ha-common';

/** The API of the backend, for both frontend systems. @public */
export const kubernetesHaApiRef = createApiRef<KubernetesHaApi>().with({
  id: 'plugin.kubernetes-ha.client',
  pluginId: 'kubernetes-ha',
});
