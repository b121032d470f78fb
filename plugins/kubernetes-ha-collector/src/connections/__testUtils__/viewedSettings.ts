/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { dirname, resolve } from 'node:path';
import { z } from 'zod/v4';
import type { KubeconfigContext } from '../kubeconfigFile';

const text = z.string().optional();

const viewSchema = z.object({
  clusters: z.tuple([
    z.object({
      cluster: z.object({
        server: z.string(),
        'certificate-authority': text,
        'certificate-authority-data': text,
        'tls-server-name': text,
        'insecure-skip-tls-verify': z.boolean().optional(),
      }),
    }),
  ]),
  users: z.tuple([
    z.object({
      user: z.object({
        token: text,
        tokenFile: text,
        'client-certificate': text,
        'client-certificate-data': text,
        'client-key': text,
        'client-key-data': text,
        username: text,
        password: text,
        exec: z
          .object({
            apiVersion: text,
            command: text,
            args: z.array(z.string()).nullish(),
            env: z
              .array(z.object({ name: z.string(), value: z.string() }))
              .nullish(),
            provideClusterInfo: z.boolean().optional(),
          })
          .nullish(),
      }),
    }),
  ]),
});

/** What decides server, identity and TLS, in one form for kubectl's view and our reading. */
export type Settings = Record<string, unknown>;

/** From the output of `kubectl config view --raw --minify -o json`. */
export function viewedSettings(output: string, kubeconfig: string): Settings {
  const view = viewSchema.parse(JSON.parse(output));
  const [{ cluster }] = view.clusters;
  const [{ user }] = view.users;
  const beside = (path?: string) =>
    path ? resolve(dirname(kubeconfig), path) : undefined;
  const decoded = (data?: string) =>
    data ? Buffer.from(data, 'base64').toString('utf8') : undefined;
  const basic =
    user.username || user.password
      ? `Basic ${Buffer.from(
          `${user.username ?? ''}:${user.password ?? ''}`,
        ).toString('base64')}`
      : undefined;
  const hasCertificate =
    user['client-certificate'] || user['client-certificate-data'];
  return {
    server: cluster.server.replace(/\?.*$/, '').replace(/\/$/, ''),
    serverName: cluster['tls-server-name'] || undefined,
    insecure: cluster['insecure-skip-tls-verify'] ?? false,
    ca: decoded(cluster['certificate-authority-data']),
    caFile: beside(cluster['certificate-authority']),
    token: user.token || undefined,
    tokenFile: beside(user.tokenFile),
    basic,
    ...(hasCertificate && {
      cert: decoded(user['client-certificate-data']),
      certFile: beside(user['client-certificate']),
      key: decoded(user['client-key-data']),
      keyFile: beside(user['client-key']),
    }),
    ...(user.exec && {
      exec: {
        apiVersion: user.exec.apiVersion,
        command: user.exec.command,
        args: user.exec.args ?? [],
        env: user.exec.env ?? [],
        provideClusterInfo: user.exec.provideClusterInfo ?? false,
      },
    }),
  };
}

/** The same of ours. */
export function ownSettings(context: KubeconfigContext): Settings {
  const { exec } = context;
  return {
    server: context.server.href.replace(/\/$/, ''),
    serverName: context.serverName,
    insecure: context.insecure,
    ca: context.ca,
    caFile: context.caFile,
    token: context.token,
    tokenFile: context.tokenFile,
    basic: context.basic,
    ...((context.cert || context.certFile) && {
      cert: context.cert,
      certFile: context.certFile,
      key: context.key,
      keyFile: context.keyFile,
    }),
    ...(exec && {
      exec: {
        apiVersion: exec.apiVersion,
        command: exec.command,
        args: exec.args,
        env: exec.env.map(({ name, value }) => ({ name, value: value ?? '' })),
        provideClusterInfo: exec.provideClusterInfo,
      },
    }),
  };
}
