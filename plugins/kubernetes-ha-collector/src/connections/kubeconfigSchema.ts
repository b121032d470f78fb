/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';

/** Null and the empty text are a key that is not set, as for Go's zero values. */
const text = z
  .string()
  .nullish()
  .transform(value => value || undefined);

const flag = z
  .boolean()
  .nullish()
  .transform(value => value ?? false);

/** Of a kubeconfig or an exec plugin: `[]byte` of Go, standard base64 with line breaks allowed. */
const base64 = text.transform((value, context) => {
  if (value === undefined) return undefined;
  const data = value.replace(/[\r\n]/g, '');
  if (
    data.length % 4 === 0 &&
    /^[A-Za-z0-9+/]*={0,2}$/.test(data) &&
    data !== ''
  ) {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  context.addIssue({ code: 'custom', message: 'not base64' });
  return z.NEVER;
});

function list<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform(items => items ?? []);
}

function block<T extends z.ZodRawShape>(shape: T) {
  return z
    .object(shape)
    .nullish()
    .transform(value => value ?? undefined);
}

const extension = z.object({ name: text, extension: z.unknown() });

const clusterSchema = z.object({
  server: text,
  'certificate-authority': text,
  'certificate-authority-data': base64,
  'tls-server-name': text,
  'insecure-skip-tls-verify': flag,
  'proxy-url': text,
  'disable-compression': flag,
  extensions: list(extension),
});

const execSchema = z.object({
  apiVersion: text,
  command: text,
  args: list(z.string()),
  env: list(z.object({ name: text, value: z.string().nullish() })),
  installHint: text,
  interactiveMode: text,
  provideClusterInfo: flag,
});

const userSchema = z.object({
  token: text,
  tokenFile: text,
  'client-certificate': text,
  'client-certificate-data': base64,
  'client-key': text,
  'client-key-data': base64,
  username: text,
  password: text,
  as: text,
  'as-uid': text,
  'as-groups': list(z.string()),
  'as-user-extra': z.record(z.string(), z.unknown()).nullish(),
  exec: execSchema.nullish().transform(value => value ?? undefined),
  'auth-provider': block({ name: text }),
});

const kubeconfigSchema = z.object({
  apiVersion: z.literal('v1').or(z.literal('')).nullish(),
  kind: z.literal('Config').or(z.literal('')).nullish(),
  'current-context': text,
  clusters: list(
    z.object({
      name: z.string(),
      cluster: clusterSchema.nullish(),
    }),
  ),
  users: list(z.object({ name: z.string(), user: userSchema.nullish() })),
  contexts: list(
    z.object({
      name: z.string(),
      context: block({ cluster: text, user: text }),
    }),
  ),
});

/** A kubeconfig as written, null and empty values taken for unset. */
export type Kubeconfig = z.infer<typeof kubeconfigSchema>;
/** One entry of `clusters`. */
export type KubeconfigCluster = z.infer<typeof clusterSchema>;
/** One entry of `users`. */
export type KubeconfigUser = z.infer<typeof userSchema>;
/** The `exec` block of a user. */
export type ExecConfig = z.infer<typeof execSchema>;

/**
 * Reads YAML or JSON as kubectl does (sigs.k8s.io/yaml): YAML 1.1, of several
 * documents the first, of one key twice the last; dates stay text.
 * Errors: Error without the text, which may hold a key.
 */
export function parseGoYaml(source: string): unknown {
  const documents = parseAllDocuments(source, {
    version: '1.1',
    uniqueKeys: false,
    logLevel: 'silent',
    customTags: tags =>
      tags.filter(
        tag => typeof tag === 'string' || !tag.tag.endsWith(':timestamp'),
      ),
  });
  if (!('length' in documents) || documents.length === 0) return undefined;
  const [first] = documents;
  if (first.errors.length > 0) throw new Error('not valid YAML');
  return first.toJS();
}

/** What a kubeconfig holds, or where it is none. Source: k8s.io/client-go tools/clientcmd/api/v1/types.go */
export function parseKubeconfig(
  document: unknown,
): { config: Kubeconfig } | { problem: string } {
  const result = kubeconfigSchema.safeParse(document);
  if (result.success) {
    const twice = duplicate(result.data);
    return twice ? { problem: twice } : { config: result.data };
  }
  const [issue] = result.error.issues;
  return {
    problem: `${issue.message} at ${issue.path.join('.') || 'its top level'}`,
  };
}

function duplicate(config: Kubeconfig): string | undefined {
  for (const key of ['clusters', 'users', 'contexts'] as const) {
    const seen = new Set<string>();
    for (const { name } of config[key]) {
      if (seen.has(name)) return `two ${key} have the name "${name}"`;
      seen.add(name);
    }
  }
  return undefined;
}
