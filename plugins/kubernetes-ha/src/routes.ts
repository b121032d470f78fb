/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The fleet. @public */
export const rootRouteRef = createRouteRef({ id: 'kubernetes-ha' });

/** The overview of one cluster. @public */
export const clusterRouteRef = createSubRouteRef({
  id: 'kubernetes-ha/cluster',
  parent: rootRouteRef,
  path: '/clusters/:name',
});

/** What was seen of one cluster. @public */
export const clusterSignalsRouteRef = createSubRouteRef({
  id: 'kubernetes-ha/cluster/signals',
  parent: rootRouteRef,
  path: '/clusters/:name/signals',
});

/** How one cluster is connected, and what is left to do. @public */
export const clusterConnectRouteRef = createSubRouteRef({
  id: 'kubernetes-ha/cluster/connect',
  parent: rootRouteRef,
  path: '/clusters/:name/connect',
});
