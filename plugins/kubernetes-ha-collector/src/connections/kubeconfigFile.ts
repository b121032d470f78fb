/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { dirname, resolve } from 'node:path';
import { ConnectionError } from '../contracts';
import { parse } from 'yaml';
import { z } from 'zod/v4';

const clusterSchema = z.object({
  server: z.string(),
  'certificate-authority': z.string().optional(),
  'certificate-authority-data': z.string().optional(),
  'tls-server-name': z.string().optional(),
  'insecure-skip-tls-verify': z.boolean().optional(),
  'proxy-url': z.string().optional(),
});

const execSchema = z.object({
  apiVersion: z.string(),
  command: z.string().min(1),
  args: z.array(z.string()).nullish(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  installHint: z.string().optional(),
  interactiveMode: z.string().optional(),
  provideClusterInfo: z.boolean().optional(),
});

const userSchema = z.object({
  token: z.string().optional(),
  tokenFile: z.string().optional(),
  'client-certificate': z.string().optional(),
  'client-certificate-data': z.string().optional(),
  'client-key': z.string().optional(),
  'client-key-data': z.string().optional(),
  exec: execSchema.optional(),
  // Known, and refused with a sentence.
  'auth-provider': z.unknown().optional(),
  username: z.string().optional(),
  as: z.string().optional(),
});

const kubeconfigSchema = z.object({
  'current-context': z.string().nullish(),
  clusters: z
    .array(z.object({ name: z.string(), cluster: clusterSchema }))
    .nullish(),
  users: z
    .array(z.object({ name: z.string(), user: userSchema.nullish() }))
    .nullish(),
  contexts: z
    .array(
      z.object({
        name: z.string(),
        context: z.object({ cluster: z.string(), user: z.string().optional() }),
      }),
    )
    .nullish(),
});

/** The `exec` block of a user. */
export type ExecConfig = z.infer<typeof execSchema>;

/** One context of a kubeconfig with its cluster and user, paths made absolute. Holds secrets. */
export interface KubeconfigContext {
  context: string;
  server: URL;
  serverName?: string;
  insecure: boolean;
  /** PEM, or the file it is in. */
  ca?: string;
  caFile?: string;
  token?: string;
  tokenFile?: string;
  cert?: string;
  certFile?: string;
  key?: string;
  keyFile?: string;
  exec?: ExecConfig & { directory: string; provideCa?: string };
}

/**
 * Reads one context of a kubeconfig. Paths in it are relative to the file, as
 * for kubectl.
 * Source: k8s.io/client-go tools/clientcmd/api/v1/types.go
 *
 * Errors: ConnectionError `not-configured` saying what was found and what is needed.
 */
export function readKubeconfig(
  text: string,
  file: string,
  wanted?: string,
): KubeconfigContext {
  const config = parsed(text, file);
  const contexts = config.contexts ?? [];
  const name = wanted ?? config['current-context'];
  if (!name) {
    throw refused(
      file,
      'has no current-context',
      'Set connection.context to one of its contexts',
      contexts,
    );
  }
  const context = contexts.find(entry => entry.name === name)?.context;
  if (!context) {
    throw refused(
      file,
      `has no context "${name}"`,
      'Required: one of its contexts',
      contexts,
    );
  }
  const cluster = config.clusters?.find(c => c.name === context.cluster);
  if (!cluster) {
    throw refused(
      file,
      `has no cluster "${context.cluster}", which context "${name}" names`,
      'Required: one of its clusters',
      config.clusters ?? [],
    );
  }
  const user = config.users?.find(u => u.name === context.user);
  if (!user?.user) {
    throw refused(
      file,
      `has no user "${context.user ?? ''}", which context "${name}" names`,
      'Required: one of its users',
      config.users ?? [],
    );
  }
  return {
    context: name,
    ...clusterOf(cluster.cluster, file),
    ...userOf(user.user, file),
  };
}

function parsed(text: string, file: string): z.infer<typeof kubeconfigSchema> {
  let yaml: unknown;
  try {
    yaml = parse(text);
  } catch (error) {
    // The parser quotes the lines around the mistake, and they may hold a key.
    throw refused(
      file,
      'is not valid YAML',
      'Required: a kubeconfig',
      [],
      error,
    );
  }
  const result = kubeconfigSchema.safeParse(yaml);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue.path.join('.') || 'its top level';
  throw refused(
    file,
    `is not a kubeconfig: ${issue.message} at ${at}`,
    'Required: a kubeconfig as kubectl reads it',
    [],
  );
}

function clusterOf(cluster: z.infer<typeof clusterSchema>, file: string) {
  const server = URL.canParse(cluster.server)
    ? new URL(cluster.server)
    : undefined;
  if (server?.protocol !== 'https:' || server.username || server.password) {
    throw refused(
      file,
      'has a server that is no https URL, or one with credentials in it',
      'Required: https://host:port',
      [],
    );
  }
  if (cluster['proxy-url']) {
    throw refused(
      file,
      'asks for a proxy (proxy-url)',
      'Required: a direct route; connect through the Backstage kubernetes plugin (connection.type kubernetesPlugin) otherwise',
      [],
    );
  }
  return {
    server,
    serverName: cluster['tls-server-name'],
    insecure: cluster['insecure-skip-tls-verify'] ?? false,
    ca: decoded(cluster['certificate-authority-data']),
    caFile: beside(file, cluster['certificate-authority']),
  };
}

function userOf(user: z.infer<typeof userSchema>, file: string) {
  const unsupported = [
    user['auth-provider'] !== undefined &&
      'auth-provider (gone since kubectl 1.26)',
    user.username !== undefined &&
      'username and password (gone since Kubernetes 1.19)',
    user.as !== undefined && 'impersonation (as)',
  ].filter(found => found !== false);
  if (unsupported.length > 0) {
    throw refused(
      file,
      `authenticates by ${unsupported.join(' and ')}`,
      'Required: a client certificate, a token, a tokenFile or an exec plugin of the reader itself',
      [],
    );
  }
  return {
    token: user.token,
    tokenFile: beside(file, user.tokenFile),
    cert: decoded(user['client-certificate-data']),
    certFile: beside(file, user['client-certificate']),
    key: decoded(user['client-key-data']),
    keyFile: beside(file, user['client-key']),
    exec: user.exec && { ...user.exec, directory: dirname(resolve(file)) },
  };
}

function decoded(base64: string | undefined): string | undefined {
  return base64 ? Buffer.from(base64, 'base64').toString('utf8') : undefined;
}

function beside(file: string, path: string | undefined): string | undefined {
  return path ? resolve(dirname(file), path) : undefined;
}

function refused(
  file: string,
  observed: string,
  required: string,
  choices: readonly { name: string }[],
  cause?: unknown,
): ConnectionError {
  const names = choices.map(({ name }) => `"${name}"`).join(', ');
  return new ConnectionError(
    'not-configured',
    `connection.kubeconfig: ${file} ${observed}. ${required}${
      names ? `: ${names}` : ''
    }.`,
    { cause },
  );
}
