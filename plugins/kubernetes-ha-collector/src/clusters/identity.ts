/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterConnection, SourceContext } from '../contracts';
import { z } from 'zod/v4';
import {
  Refusal,
  refusalOfError,
  refusalOfResponse,
} from '../refusals/classify';

/** The UID of this namespace names a cluster: it is made once and cannot be deleted. */
const PATH = '/api/v1/namespaces/kube-system';

/**
 * A UID is printable ASCII (Kubernetes makes UUIDs). It goes into a column, a log
 * and a sentence: anything else is no answer of an API server.
 */
const uidSchema = z.string().regex(/^[\x21-\x7e]{1,128}$/);

const namespaceSchema = z.object({
  metadata: z.object({ uid: uidSchema }),
});

/** What a connection says it leads to. */
export type ClusterUid = { uid: string } | Refusal;

/**
 * Reads which cluster answers on a connection: the UID of the namespace
 * kube-system. Does not throw for a cluster that does not answer.
 */
export async function readClusterUid(
  connection: Pick<ClusterConnection, 'api'>,
  signal: SourceContext['signal'],
): Promise<ClusterUid> {
  try {
    const answer = await connection.api.request({
      path: PATH,
      signal,
      maxBytes: 256 * 1024,
    });
    const refusal = refusalOfResponse(answer);
    if (refusal) {
      return { ...refusal, detail: `GET ${PATH}: ${refusal.detail}` };
    }
    const body: unknown = JSON.parse(answer.body.toString('utf8'));
    return { uid: namespaceSchema.parse(body).metadata.uid };
  } catch (error) {
    return refusalOfError(error);
  }
}
