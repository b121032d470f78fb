/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setFlagsFromString } from 'node:v8';
import { createBackend } from '@backstage/backend-defaults';

// Megabytes are read from every cluster and gone in a moment: V8 is to count them
// with its heap, and to go through that once it has grown by a quarter, not for
// every few dozen megabytes (docs/operating.md).
setFlagsFromString('--external-memory-accounted-in-global-limit');
setFlagsFromString('--heap-growing-percent=25');
// `npm start` keeps the young generation of the main thread small; threads that
// start from here on have the one that they are started with.
setFlagsFromString('--max-semi-space-size=0');

const backend = createBackend();

// The pages, served by the same process.
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
// For the demo only: https://backstage.io/docs/permissions/getting-started
// tells how to write a policy; packages/backend/README.md has one for clusters.
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-techdocs-backend'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

backend.add(import('@backstage/plugin-user-settings-backend'));
// Carries events between replicas; without it each keeps its own to itself.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

// Clusters with `connection.type: kubernetesPlugin` are seen through its proxy.
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('backstage-plugin-kubernetes-ha-backend'));

backend.start();
