/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { dirname, resolve } from 'node:path';
import type { ExecConfig, KubeconfigUser } from './kubeconfigSchema';

/** How a user authenticates, paths made absolute. Holds secrets. */
export interface UserSettings {
  token?: string;
  /** Wins over `token` while it can be read: it is the one that is renewed. */
  tokenFile?: string;
  /** Whole `Authorization` header of a user name and a password. */
  basic?: string;
  cert?: string;
  certFile?: string;
  key?: string;
  keyFile?: string;
  exec?: ExecConfig & { directory: string };
}

/** A problem, with what is required in its place. */
export interface Problem {
  observed: string;
  required: string;
}

/** True for what cannot be used. */
export function isProblem(settings: object): settings is Problem {
  return 'observed' in settings && 'required' in settings;
}

/**
 * The settings of a user, or what client-go refuses in them, and three things
 * that are refused here on purpose: auth providers, impersonation and plugins
 * that want a terminal.
 * Source: k8s.io/client-go tools/clientcmd/validation.go (validateAuthInfo)
 */
export function userSettings(
  user: KubeconfigUser,
  file: string,
): UserSettings | Problem {
  const problem = refusedOnPurpose(user) ?? contradiction(user);
  if (problem) return problem;
  const beside = (path: string | undefined) =>
    path && resolve(dirname(file), path);
  const { username, password, exec } = user;
  const basic = username !== undefined || password !== undefined;
  // A key alone is no credential: client-go takes no notice of it.
  const withCert = hasCertificate(user);
  return {
    token: user.token,
    tokenFile: beside(user.tokenFile),
    ...(basic && {
      basic: `Basic ${Buffer.from(
        `${username ?? ''}:${password ?? ''}`,
      ).toString('base64')}`,
    }),
    ...(withCert && {
      cert: user['client-certificate-data'],
      certFile: beside(user['client-certificate']),
      key: user['client-key-data'],
      keyFile: beside(user['client-key']),
    }),
    exec: exec && { ...exec, directory: dirname(resolve(file)) },
  };
}

function refusedOnPurpose(user: KubeconfigUser): Problem | undefined {
  if (user['auth-provider'] !== undefined) {
    return {
      observed: 'authenticates by auth-provider (gone since kubectl 1.26)',
      required: 'Required: the exec plugin of that provider',
    };
  }
  if (
    user.as !== undefined ||
    user['as-uid'] !== undefined ||
    user['as-groups'].length > 0 ||
    Object.keys(user['as-user-extra'] ?? {}).length > 0
  ) {
    return {
      observed:
        'authenticates by impersonation (as, as-uid, as-groups, as-user-extra)',
      required:
        'Required: a credential of the reader itself; whoever may impersonate may do more than read',
    };
  }
  return undefined;
}

function contradiction(user: KubeconfigUser): Problem | undefined {
  const basic = user.username !== undefined || user.password !== undefined;
  // client-go refuses the file too, at its first request.
  if (basic && (user.token !== undefined || user.tokenFile !== undefined)) {
    return {
      observed: 'gives both a token and a username or password',
      required: 'Required: one of them',
    };
  }
  const both = hasCertificate(user) && writtenTwice(user);
  if (both) {
    return {
      observed: `gives both ${both} and ${both}-data`,
      required: 'Required: one of them',
    };
  }
  const hasKey =
    user['client-key'] !== undefined || user['client-key-data'] !== undefined;
  if (hasCertificate(user) && !hasKey) {
    return {
      observed: 'gives a client certificate without its key',
      required: 'Required: client-key or client-key-data beside it',
    };
  }
  return user.exec && execProblem(user.exec);
}

function writtenTwice(user: KubeconfigUser): string | undefined {
  const keys = ['client-certificate', 'client-key'] as const;
  return keys.find(
    key => user[key] !== undefined && user[`${key}-data`] !== undefined,
  );
}

function hasCertificate(user: KubeconfigUser): boolean {
  return (
    user['client-certificate'] !== undefined ||
    user['client-certificate-data'] !== undefined
  );
}

/** Versions of the exec protocol. Source: https://kubernetes.io/docs/reference/config-api/client-authentication.v1/ */
export const execApiVersions: readonly string[] = [
  'client.authentication.k8s.io/v1',
  'client.authentication.k8s.io/v1beta1',
];

function execProblem(exec: ExecConfig): Problem | undefined {
  const name = `exec plugin "${exec.command ?? ''}"`;
  if (exec.command === undefined) {
    return {
      observed: 'has an exec plugin without a command',
      required: 'Required: exec.command',
    };
  }
  if (!execApiVersions.includes(exec.apiVersion ?? '')) {
    return {
      observed: `${name} has ${
        exec.apiVersion ? `apiVersion ${exec.apiVersion}` : 'no apiVersion'
      }`,
      required: `Required: ${execApiVersions.join(' or ')}`,
    };
  }
  if (exec.env.some(variable => variable.name === undefined)) {
    return {
      observed: `${name} has an environment variable without a name`,
      required: 'Required: a name for each entry of exec.env',
    };
  }
  return interactiveProblem(exec, name);
}

function interactiveProblem(
  { apiVersion, interactiveMode }: ExecConfig,
  name: string,
): Problem | undefined {
  // Before v1 the key did not exist: IfAvailable is meant.
  const mode =
    interactiveMode ??
    (apiVersion === execApiVersions[0] ? undefined : 'IfAvailable');
  switch (mode) {
    case 'Never':
    case 'IfAvailable':
      return undefined;
    case 'Always':
      return {
        observed: `${name} wants a terminal (interactiveMode Always)`,
        required: 'Required: one that works without a person',
      };
    case undefined:
      return {
        observed: `${name} has no interactiveMode`,
        required: `Required with ${execApiVersions[0]}: Never or IfAvailable`,
      };
    default:
      return {
        observed: `${name} has the interactiveMode "${mode}"`,
        required: 'Required: Never or IfAvailable',
      };
  }
}
