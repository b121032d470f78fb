/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { RiShieldCheckLine } from '@remixicon/react';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  clusterConnectRouteRef,
  clusterRouteRef,
  clusterSignalsRouteRef,
  rootRouteRef,
} from '../routes';
import { kubernetesHaApi } from './api';
import { kubernetesHaPage } from './page';

/** The plugin for the new frontend system. @alpha */
export const kubernetesHaPlugin = createFrontendPlugin({
  pluginId: 'kubernetes-ha',
  title: 'Kubernetes HA',
  icon: <RiShieldCheckLine />,
  info: { packageJson: () => import('../../package.json') },
  routes: {
    root: rootRouteRef,
    cluster: clusterRouteRef,
    clusterSignals: clusterSignalsRouteRef,
    clusterConnect: clusterConnectRouteRef,
  },
  extensions: [kubernetesHaApi, kubernetesHaPage],
});
