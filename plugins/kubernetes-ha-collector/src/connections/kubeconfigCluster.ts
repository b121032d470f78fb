/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { dirname, resolve } from 'node:path';
import type { KubeconfigCluster } from './kubeconfigSchema';
import type { Problem } from './kubeconfigUser';

/** Where a cluster is and how its server is checked, paths made absolute. */
export interface ClusterSettings {
  server: URL;
  serverName?: string;
  insecure: boolean;
  /** PEM, or the file it is in; the system's roots without either. */
  ca?: string;
  caFile?: string;
  /** Handed to an exec plugin that asks for the cluster's settings. */
  disableCompression: boolean;
  execExtension?: unknown;
}

const EXEC_EXTENSION = 'client.authentication.k8s.io/exec';

/**
 * The settings of a cluster, or what client-go refuses in them; and on purpose
 * plain HTTP, credentials in the address, and proxies.
 * Source: k8s.io/client-go tools/clientcmd/validation.go (validateClusterInfo), rest/url_utils.go
 */
export function clusterSettings(
  cluster: KubeconfigCluster,
  file: string,
): ClusterSettings | Problem {
  const ca = cluster['certificate-authority-data'];
  const caPath = cluster['certificate-authority'];
  const insecure = cluster['insecure-skip-tls-verify'];
  const hasCa = ca !== undefined || caPath !== undefined;
  if (ca !== undefined && caPath !== undefined) {
    return {
      observed:
        'gives both certificate-authority and certificate-authority-data',
      required: 'Required: one of them',
    };
  }
  if (insecure && hasCa) {
    return {
      observed:
        'gives a certificate authority and insecure-skip-tls-verify, which contradict each other',
      required: 'Required: the certificate authority alone',
    };
  }
  if (cluster['proxy-url'] !== undefined) {
    return {
      observed: 'asks for a proxy (proxy-url)',
      required:
        'Required: a direct route; connect through the Backstage kubernetes plugin (connection.type kubernetesPlugin) otherwise',
    };
  }
  const server = serverOf(cluster.server ?? '');
  if (!server) {
    return {
      observed:
        'has a server that is no https URL, or one with credentials in it',
      required: 'Required: https://host:port',
    };
  }
  return {
    server,
    serverName: cluster['tls-server-name'],
    insecure,
    ca,
    caFile: caPath && resolve(dirname(file), caPath),
    disableCompression: cluster['disable-compression'],
    execExtension: cluster.extensions.find(
      ({ name }) => name === EXEC_EXTENSION,
    )?.extension,
  };
}

/** The address without query and fragment, which client-go drops. One without a scheme is plain http to it. */
function serverOf(written: string): URL | undefined {
  if (!/^https:\/\//i.test(written) || !URL.canParse(written)) {
    return undefined;
  }
  const server = new URL(written);
  if (server.username || server.password) return undefined;
  server.search = '';
  server.hash = '';
  return server;
}
