/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ConnectionType } from './connectionType';
import { KubernetesPluginConnection } from './kubernetesPluginConnection';

/**
 * Through the HTTP proxy of the Backstage kubernetes plugin, with this plugin's
 * service token; that plugin adds the cluster's own credential. Reaches the
 * cluster's endpoint and nothing behind it: no single API server, no kubelet,
 * no certificate.
 */
export const kubernetesPlugin: ConnectionType<'kubernetesPlugin'> = {
  type: 'kubernetesPlugin',

  async check() {
    return { problems: [], warnings: [] };
  },

  async create(config, clusterName, { discovery, auth }) {
    return new KubernetesPluginConnection(
      config.cluster ?? clusterName,
      `${await discovery.getBaseUrl('kubernetes')}/proxy`,
      auth,
    );
  },
};
