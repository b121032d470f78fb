/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { HEALTH_MS, READYZ_BYTES } from './bounds';
import type { EtcdEndpoint } from '../../etcd/etcdEndpoints';
import type { EtcdHttpAnswer } from '../../etcd/etcdHttp';
import { refusalOfError } from '../../refusals/classify';
import { oneLine } from '../../refusals/oneLine';
import { type ProbeAnswer, refusedProbe } from '../probeHistory';

/** NOSPACE stops writes, not the member; it has a check of its own. */
const HEALTH = '/health?exclude=NOSPACE';

/**
 * Whether a voter takes part, by a read that needs a quorum: `/readyz` where
 * it is served (etcd 3.4.29, 3.5.11 and newer), else `/health`, else the read
 * itself over gRPC, as when the HTTP side listens elsewhere.
 */
export async function memberHealth(
  endpoint: EtcdEndpoint,
  knowsLeader: boolean,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const options = {
    deadlineMs: HEALTH_MS,
    signal,
    maxBytes: READYZ_BYTES,
  };
  try {
    if (!knowsLeader) {
      // `/health` says at once what `/readyz` says after 7 s and more.
      const leaderless = await endpoint.http.get(HEALTH, options);
      if (leaderless.status === 503) return answerOf(HEALTH, leaderless);
    }
    const readyz = await endpoint.http.get('/readyz', options);
    if (readyz.status !== 404) return answerOf('/readyz', readyz);
    const health = await endpoint.http.get(HEALTH, options);
    if (health.status !== 404) return answerOf(HEALTH, health);
  } catch (error) {
    const refusal = refusalOfError(error);
    // Something answers there that does not speak HTTP/1.1: gRPC alone, perhaps.
    if (refusal.reason !== 'invalid-response') return refusedProbe(refusal);
  }
  return linearizableRead(endpoint, signal);
}

function answerOf(path: string, answer: EtcdHttpAnswer): ProbeAnswer {
  const { status } = answer;
  const latencyMs = Math.round(answer.latencyMs);
  if (status >= 200 && status < 300) return { ok: true, status, latencyMs };
  const failed = answer.body
    .toString('utf8')
    .split('\n')
    .filter(line => !line.startsWith('[+]'))
    .join(' ');
  return {
    ok: false,
    status,
    detail: oneLine(`${path} ${status}: ${failed}`),
    latencyMs,
  };
}

async function linearizableRead(
  endpoint: EtcdEndpoint,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const started = performance.now();
  try {
    await endpoint.grpc.linearizableRead({
      deadlineMs: HEALTH_MS,
      signal,
    });
    return { ok: true, latencyMs: Math.round(performance.now() - started) };
  } catch (error) {
    return refusedProbe(refusalOfError(error));
  }
}
