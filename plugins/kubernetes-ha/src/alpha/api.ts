/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { KubernetesHaClient } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';

/** The client of the backend. @alpha */
export const kubernetesHaApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: kubernetesHaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new KubernetesHaClient({ discoveryApi, fetchApi }),
    }),
});
