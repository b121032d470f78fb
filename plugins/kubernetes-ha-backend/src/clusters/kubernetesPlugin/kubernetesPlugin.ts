/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { ConnectionType } from 'backstage-plugin-kubernetes-ha-collector';
import { KubernetesPluginConnection } from './kubernetesPluginConnection';

/**
 * Through the HTTP proxy of the Backstage kubernetes plugin, with this plugin's
 * service token; that plugin adds the cluster's own credential. Reaches the
 * cluster's endpoint and nothing behind it: no single API server, no kubelet,
 * no certificate.
 */
export function kubernetesPlugin(services: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ConnectionType<'kubernetesPlugin'> {
  return {
    type: 'kubernetesPlugin',

    async check() {
      return { problems: [], warnings: [] };
    },

    async create(config, clusterName) {
      return new KubernetesPluginConnection(
        config.cluster ?? clusterName,
        `${await services.discovery.getBaseUrl('kubernetes')}/proxy`,
        services.auth,
      );
    },
  };
}
