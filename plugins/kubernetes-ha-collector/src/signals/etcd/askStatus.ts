/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdStatusAnswer } from '../../etcd/etcdClient';
import type { EtcdEndpoint } from '../../etcd/etcdEndpoints';
import { Refusal, refusalOfError } from '../../refusals/classify';
import { withPresentedIssuer } from '../../transport/presentedIssuer';
import { STATUS_MS } from './bounds';

/** One address and what the member behind it says of itself. */
export type AskedEndpoint = {
  endpoint: EtcdEndpoint;
  at: Date;
  latencyMs: number;
} & (
  | { answer: EtcdStatusAnswer; refusal?: undefined }
  | { answer?: undefined; refusal: Refusal }
);

/** Maintenance.Status of one address: answered locally and at once by a member that lives, learners included. */
export async function askStatus(
  endpoint: EtcdEndpoint,
  signal: AbortSignal,
  now: () => Date,
): Promise<AskedEndpoint> {
  const started = performance.now();
  const asked = () => ({
    endpoint,
    at: now(),
    latencyMs: Math.round(performance.now() - started),
  });
  try {
    const answer = await endpoint.grpc.status({
      deadlineMs: STATUS_MS,
      signal,
    });
    return { ...asked(), answer };
  } catch (error) {
    return {
      ...asked(),
      refusal: await withPresentedIssuer(
        refusalOfError(error),
        endpoint.url,
        signal,
      ),
    };
  }
}
