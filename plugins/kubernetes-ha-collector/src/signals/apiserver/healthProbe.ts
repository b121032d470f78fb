/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ApiServerInstance,
  Probe,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SourceContext } from '../../contracts';
import { refusalOfError, refusalOfResponse } from '../../refusals/classify';
import { within } from '../../refusals/deadline';
import { oneLine } from '../../refusals/oneLine';
import { HEALTH_BYTES, HEALTH_MS, SUB_CHECKS } from './bounds';
import { ProbeAnswer, refusedProbe, withProbeHistory } from '../probeHistory';

/** A sub-check of a verbose health page. */
export type SubCheck = ApiServerInstance['readyzChecks'][number];

/** A health endpoint's answer and what stands on its page. */
export interface HealthAnswers {
  probe: Probe;
  checks: SubCheck[];
}

/** Asks a health endpoint of one instance. The status is the answer, the page is evidence. */
export async function probeHealth(
  context: SourceContext,
  endpoint: ApiEndpoint,
  path: '/readyz?verbose' | '/livez?verbose',
  previous: Probe | undefined,
): Promise<HealthAnswers> {
  const { answer, checks } = await ask(context, endpoint, path);
  return { probe: withProbeHistory(answer, previous, context.now()), checks };
}

async function ask(
  context: SourceContext,
  endpoint: ApiEndpoint,
  path: string,
): Promise<{ answer: ProbeAnswer; checks: SubCheck[] }> {
  try {
    const response = await within(context.signal, HEALTH_MS, signal =>
      endpoint.request({
        path,
        accept: 'text/plain, */*',
        signal,
        maxBytes: HEALTH_BYTES,
      }),
    );
    const { status, latencyMs } = response;
    const refusal = refusalOfResponse(response);
    const checks = subChecks(response.body.toString('utf8'));
    if (checks.length > SUB_CHECKS) {
      const detail = `HTTP ${status}, with a page of ${checks.length} checks; the bound is ${SUB_CHECKS}. Check that this address is a kube-apiserver`;
      return {
        answer: { ok: false, status, latencyMs, reason: 'too-many', detail },
        checks: [],
      };
    }
    if (!refusal) return { answer: { ok: true, status, latencyMs }, checks };
    const failing = checks.filter(({ ok }) => !ok).map(({ name }) => name);
    if (refusal.reason === 'server-error') {
      const detail =
        failing.length > 0
          ? oneLine(`HTTP ${status}: ${failing.join(', ')} failed`)
          : refusal.detail;
      return { answer: { ok: false, status, latencyMs, detail }, checks };
    }
    // Refused as a caller, throttled, or no such page: nothing about its health.
    return { answer: { ok: false, status, latencyMs, ...refusal }, checks };
  } catch (error) {
    return { answer: refusedProbe(refusalOfError(error)), checks: [] };
  }
}

/**
 * `[+]ping ok` and `[-]etcd failed: reason withheld`, one a line.
 * Source: k8s.io/apiserver pkg/server/healthz (handleRootHealth)
 */
export function subChecks(page: string): SubCheck[] {
  return [...page.matchAll(/^\[([+-])\](\S+)/gm)].map(([, sign, name]) => ({
    name,
    ok: sign === '+',
  }));
}
