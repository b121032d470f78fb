/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { kubernetesHaApiRef } from '../src/api/kubernetesHaApiRef';
import plugin from '../src/alpha';
import { DevKubernetesHaApi } from './DevKubernetesHaApi';
import { devFleet } from './fixtures/fleet';

/** `?clusters=500` before the first page load tries a large fleet. */
const count = Number(
  new URLSearchParams(window.location.search).get('clusters') ?? 10,
);

createDevApp({
  features: [
    plugin,
    createFrontendModule({
      pluginId: 'kubernetes-ha',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: kubernetesHaApiRef,
              deps: {},
              factory: () => new DevKubernetesHaApi(devFleet(count)),
            }),
        }),
      ],
    }),
  ],
});
