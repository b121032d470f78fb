/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { usageError } from '../errors';

/** Where files of a reader may be; a test puts others in their place. */
export interface ReaderFiles {
  exists(path: string): boolean;
  home: string;
  /** Folder that Kubernetes mounts into a pod. */
  serviceAccount: string;
}

/** The files of this machine. */
export const machineFiles = (): ReaderFiles => ({
  exists: existsSync,
  home: homedir(),
  serviceAccount: '/var/run/secrets/kubernetes.io/serviceaccount',
});

/** A `connection` block of the configuration. */
export type WrittenConnection =
  | {
      type: 'kubeconfig';
      kubeconfig: string;
      context?: string;
      execEnvironment: string[];
    }
  | { type: 'serviceAccount'; url: string; tokenFile: string; caFile: string };

/**
 * How to reach the cluster, by kubectl's rules: `--kubeconfig`, else
 * `$KUBECONFIG`, else `~/.kube/config`, else the ServiceAccount of the pod that
 * this runs in.
 * Source: https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 *
 * Files that `$KUBECONFIG` lists and that do not exist are passed over, as
 * kubectl does. Several that exist are not merged: whose credentials go to
 * which server must not depend on their order.
 *
 * Errors: CliError `usage`.
 */
export function connectionOf(
  flags: { kubeconfig?: string; context?: string },
  environment: NodeJS.ProcessEnv,
  files: ReaderFiles,
): WrittenConnection {
  const { context } = flags;
  const of = (kubeconfig: string): WrittenConnection => ({
    type: 'kubeconfig',
    kubeconfig,
    ...(context !== undefined && { context }),
    execEnvironment: ownNames(environment),
  });
  if (flags.kubeconfig !== undefined) return of(flags.kubeconfig);
  const listed = (environment.KUBECONFIG ?? '')
    .split(delimiter)
    .filter(path => path !== '');
  if (listed.length > 0) return of(onlyOne(listed, files));
  const usual = join(files.home, '.kube', 'config');
  if (files.exists(usual)) return of(usual);
  const inPod = context === undefined && podConnection(environment, files);
  if (inPod) return inPod;
  throw usageError(
    `There is no kubeconfig: $KUBECONFIG is not set, ${usual} does not exist, and this is no pod with a ServiceAccount. Expected: one of them. Give --kubeconfig FILE.`,
  );
}

/**
 * What an exec plugin sees of our environment: all of it, as from kubectl, for
 * it is that of whoever calls us and holds no portal's secrets. What is meant
 * for us alone stays here.
 */
function ownNames(environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(environment).filter(
    name =>
      /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) &&
      !name.startsWith('KUBERNETES_HA_'),
  );
}

function onlyOne(listed: readonly string[], files: ReaderFiles): string {
  const existing = listed.filter(path => files.exists(path));
  if (existing.length === 1) return existing[0];
  if (existing.length === 0) {
    throw usageError(
      `$KUBECONFIG names ${listed.join(
        ', ',
      )}, which does not exist. Expected: a kubeconfig. Correct it, or give --kubeconfig FILE.`,
    );
  }
  throw usageError(
    `$KUBECONFIG names ${existing.length} files: ${existing.join(
      ', ',
    )}. Expected: one. Give --kubeconfig FILE; "kubectl config view --raw --flatten" writes them as one file.`,
  );
}

/** Source: https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
function podConnection(
  environment: NodeJS.ProcessEnv,
  files: ReaderFiles,
): WrittenConnection | undefined {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } =
    environment;
  const tokenFile = join(files.serviceAccount, 'token');
  if (!host || !port || !files.exists(tokenFile)) return undefined;
  const address = host.includes(':') ? `[${host}]` : host;
  return {
    type: 'serviceAccount',
    url: `https://${address}:${port}`,
    tokenFile,
    caFile: join(files.serviceAccount, 'ca.crt'),
  };
}
