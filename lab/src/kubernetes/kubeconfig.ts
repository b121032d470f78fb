/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

/** What a kubeconfig's current context says about reaching a cluster. */
export interface ClusterAccess {
  server: string;
  ca: string;
  cert?: string;
  key?: string;
  token?: string;
}

interface KubeconfigFile {
  'current-context': string;
  clusters: {
    name: string;
    cluster: {
      server: string;
      'certificate-authority-data'?: string;
      'certificate-authority'?: string;
    };
  }[];
  contexts: { name: string; context: { cluster: string; user: string } }[];
  users: {
    name: string;
    user: {
      'client-certificate-data'?: string;
      'client-key-data'?: string;
      'client-certificate'?: string;
      'client-key'?: string;
      token?: string;
    };
  }[];
}

/** Reads the current context of a kubeconfig file, with data or file references. */
export function readKubeconfig(path: string): ClusterAccess {
  const config = parse(readFileSync(path, 'utf8')) as KubeconfigFile;
  const context = config.contexts.find(
    ({ name }) => name === config['current-context'],
  )?.context;
  const cluster = config.clusters.find(
    ({ name }) => name === context?.cluster,
  )?.cluster;
  const user = config.users.find(({ name }) => name === context?.user)?.user;
  if (!cluster || !user) {
    throw new Error(
      `Kubeconfig ${path} names no cluster or user for context "${config['current-context']}".`,
    );
  }
  return {
    server: cluster.server,
    ca: material(
      cluster['certificate-authority-data'],
      cluster['certificate-authority'],
      path,
    ),
    cert: optionalMaterial(
      user['client-certificate-data'],
      user['client-certificate'],
      path,
    ),
    key: optionalMaterial(user['client-key-data'], user['client-key'], path),
    token: user.token,
  };
}

/** A kubeconfig file's text for one cluster and one user. */
export function kubeconfigText(name: string, access: ClusterAccess): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      {
        name,
        cluster: {
          server: access.server,
          'certificate-authority-data': base64(access.ca),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: name } }],
    users: [
      {
        name,
        user: {
          ...(access.token ? { token: access.token } : {}),
          ...(access.cert && access.key
            ? {
                'client-certificate-data': base64(access.cert),
                'client-key-data': base64(access.key),
              }
            : {}),
        },
      },
    ],
  });
}

function material(
  data: string | undefined,
  file: string | undefined,
  kubeconfig: string,
): string {
  const found = optionalMaterial(data, file, kubeconfig);
  if (!found) {
    throw new Error(`Kubeconfig ${kubeconfig} has no certificate authority.`);
  }
  return found;
}

function optionalMaterial(
  data: string | undefined,
  file: string | undefined,
  kubeconfig: string,
): string | undefined {
  if (data) {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  if (!file) {
    return undefined;
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`Kubeconfig ${kubeconfig} refers to ${file}: ${error}`, {
      cause: error,
    });
  }
}
