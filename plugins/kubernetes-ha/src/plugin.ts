/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { JSX } from 'react';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { KubernetesHaClient } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from './api/kubernetesHaApiRef';
import { rootRouteRef } from './routes';

/** The plugin for the old frontend system. @public */
export const kubernetesHaPlugin = createPlugin({
  id: 'kubernetes-ha',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: kubernetesHaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new KubernetesHaClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/** All pages of the plugin, to be mounted at one path: `<Route path="/kubernetes-ha" element={<KubernetesHaPage />} />`. @public */
export const KubernetesHaPage: () => JSX.Element = kubernetesHaPlugin.provide(
  createRoutableExtension({
    name: 'KubernetesHaPage',
    component: () =>
      import('./components/KubernetesHaPage').then(m => m.KubernetesHaPage),
    mountPoint: rootRouteRef,
  }),
);
