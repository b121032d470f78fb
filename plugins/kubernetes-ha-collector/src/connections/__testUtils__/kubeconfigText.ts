/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { stringify } from 'yaml';

/** Text as kubeconfigs carry certificates. */
export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A kubeconfig of one cluster and one user. */
export function kubeconfigText(of: {
  /** `https://host:port`. */
  server: string;
  caPem: string;
  user: object;
  /** More of the cluster's entry. */
  cluster?: object;
}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'main',
    contexts: [{ name: 'main', context: { cluster: 'c', user: 'u' } }],
    clusters: [
      {
        name: 'c',
        cluster: {
          server: of.server,
          'certificate-authority-data': base64(of.caPem),
          ...of.cluster,
        },
      },
    ],
    users: [{ name: 'u', user: of.user }],
  });
}

/** The clock shows a time so much later, until mocks are restored. */
export function later(milliseconds: number): void {
  const then = Date.now() + milliseconds;
  jest.spyOn(Date, 'now').mockReturnValue(then);
}
