/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ApiServersReady } from './apiServers';

/** A kubeconfig for each cluster, and the clusters as configuration names them. */
export function writeClusters(
  folder: string,
  { ca, hosts, ports }: ApiServersReady,
) {
  const authority = Buffer.from(ca).toString('base64');
  return ports.map((port, index) => {
    const name = `cluster-${index}`;
    const file = join(folder, `${name}.yaml`);
    const kubeconfig = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      clusters: [
        {
          name,
          cluster: {
            server: `https://${hosts[0]}:${port}`,
            'certificate-authority-data': authority,
          },
        },
      ],
      users: [{ name: 'reader', user: { token: 'bench' } }],
      contexts: [{ name, context: { cluster: name, user: 'reader' } }],
    };
    writeFileSync(file, stringify(kubeconfig), { mode: 0o600 });
    return {
      name,
      connection: { type: 'kubeconfig', kubeconfig: file },
      apiServer: { instances: hosts.map(host => `${host}:${port}`) },
    };
  });
}
