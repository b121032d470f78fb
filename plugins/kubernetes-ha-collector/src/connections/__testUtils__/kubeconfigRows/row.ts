/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { TestCluster } from '../TestCluster';
import { base64 } from '../kubeconfigText';
import type { Shown } from '../shownBy';

/** What a row is written with. */
export interface RowContext {
  /** `127.0.0.1:port` of the server that records. */
  address: string;
  cluster: TestCluster;
  /** Writes a file beside the kubeconfig. */
  file(name: string, content: string): string;
}

/** A kubeconfig and what comes of it. */
export interface KubeconfigRow {
  rule: string;
  /** Keys of the cluster's entry over `server` and the CA as data. */
  at?(given: RowContext): object;
  /** The user's entry. */
  as?(given: RowContext): object | null;
  /** The whole text, in place of one context with that cluster and user. */
  text?(made: string, given: RowContext): string;
  /** What the server sees, of `{ url: '/version' }` and more; or a part of our sentence where kubectl fails too. */
  expected: (Omit<Shown, 'url'> & { url?: string }) | string;
  /** Why kubectl connects where we refuse. */
  refusedOnPurpose?: string;
  /** Where @kubernetes/client-node does otherwise: how, and that kubectl is followed. */
  clientNode?: string;
}

/** The document of a row without `text`. */
export function asDocument(given: RowContext, row?: KubeconfigRow): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'main',
    contexts: [{ name: 'main', context: { cluster: 'c', user: 'u' } }],
    clusters: [
      {
        name: 'c',
        cluster: {
          server: `https://${given.address}`,
          'certificate-authority-data': base64(given.cluster.ca.pem),
          ...row?.at?.(given),
        },
      },
    ],
    users: [{ name: 'u', user: row?.as ? row.as(given) : { token: 't' } }],
  };
}

/** A client certificate as data. */
export function certificate({ cluster }: RowContext) {
  return {
    'client-certificate-data': base64(cluster.client.cert),
    'client-key-data': base64(cluster.client.key),
  };
}

/** The same in files beside the kubeconfig. */
export function certificateFiles({ cluster, file }: RowContext) {
  file('reader.crt', cluster.client.cert);
  file('reader.key', cluster.client.key);
  return { 'client-certificate': 'reader.crt', 'client-key': 'reader.key' };
}

/** A user with the token of most rows, and what is seen of it. */
export const token = () => ({ token: 't' });
export const bearerT = { authorization: 'Bearer t' };
