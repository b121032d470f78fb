/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { z } from 'zod/v4';
import { parseGoYaml } from './kubeconfigSchema';

const text = z
  .string()
  .nullish()
  .transform(value => value || undefined);

/** metav1.Time: RFC 3339. Null is none; anything else that is no date is refused, as by client-go. */
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  .transform((value, context) => {
    const milliseconds = Date.parse(value);
    if (!Number.isNaN(milliseconds)) return milliseconds;
    context.addIssue({ code: 'custom', message: 'no date' });
    return z.NEVER;
  })
  .nullish()
  .transform(value => value ?? undefined);

const credentialSchema = z.object({
  apiVersion: z.string(),
  kind: z.literal('ExecCredential'),
  status: z
    .object({
      token: text,
      clientCertificateData: text,
      clientKeyData: text,
      expirationTimestamp: time,
    })
    .nullish(),
});

/** What a plugin gave. Secret. */
export interface ExecCredential {
  token?: string;
  cert?: string;
  key?: string;
}

/** The credential with its end, in milliseconds since 1970; without one, `problem` is what the plugin did. */
export type ExecAnswer =
  | { credential: ExecCredential; endMs?: number }
  | { problem: string };

/**
 * Reads what an exec plugin wrote, by the rules of client-go. Nothing of it
 * stands in a problem: it may be a credential.
 * Source: k8s.io/client-go plugin/pkg/client/auth/exec (refreshCredsLocked)
 */
export function readExecAnswer(output: string, apiVersion: string): ExecAnswer {
  const parsed = credentialSchema.safeParse(documentOf(output));
  if (!parsed.success) {
    const ofTime = parsed.error.issues.some(({ path }) =>
      path.includes('expirationTimestamp'),
    );
    return {
      problem: ofTime
        ? 'gave an expirationTimestamp that is no date. Required: RFC 3339, for example 2026-11-28T12:00:00Z'
        : 'did not write an ExecCredential. Required: its JSON on standard output',
    };
  }
  const { status, apiVersion: given } = parsed.data;
  if (given !== apiVersion) {
    return {
      problem: `answered in another apiVersion than the kubeconfig asks for. Required: ${apiVersion}`,
    };
  }
  const cert = status?.clientCertificateData;
  const key = status?.clientKeyData;
  if ((cert === undefined) !== (key === undefined)) {
    return {
      problem:
        'gave a certificate without its key, or a key without its certificate. Required: both',
    };
  }
  if (status?.token === undefined && cert === undefined) {
    return {
      problem:
        'gave neither a token nor a certificate with its key. Required: one of them',
    };
  }
  return {
    credential: { token: status?.token, cert, key },
    endMs: status?.expirationTimestamp,
  };
}

function documentOf(output: string): unknown {
  try {
    return parseGoYaml(output);
  } catch {
    // Not a document at all: the schema says so.
    return undefined;
  }
}
