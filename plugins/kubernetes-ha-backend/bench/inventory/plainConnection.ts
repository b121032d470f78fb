/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterConnection } from 'backstage-plugin-kubernetes-ha-node';
import { Pool } from 'undici';
import { HttpApiEndpoint } from 'backstage-plugin-kubernetes-ha-collector/src/transport/apiEndpoint';

/** The suite's own endpoint over plain HTTP: TLS would cost all readers the same. */
export function plainConnection(url: string): ClusterConnection {
  const dispatcher = new Pool(url, {
    connections: 2,
    pipelining: 1,
    allowH2: false,
  });
  return {
    kind: 'kubeconfig',
    api: new HttpApiEndpoint({
      url,
      route: async () => ({ dispatcher, http1Only: true, headers: {} }),
    }),
    close: () => dispatcher.close(),
  };
}
