/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { ApiPathInfo } from '../../snapshot/sections/loadBalancers';
import type { Probe } from '../../snapshot/sections/probe';
import { UnknownReason, unknownReasons } from '../../snapshot/signal';
import { defineCheck } from '../check';
import { connectionFix, FailedRequest } from '../connectionFix';
import { fail, pass, unknown, warn } from '../outcome';

type Attempt = ApiPathInfo['attempts'][number];

const isOk = ({ status }: Attempt) =>
  status !== undefined && status >= 200 && status < 300;

const silences: readonly string[] = ['timeout', 'unreachable', 'tls'];

/** No answer, and not even a refusal by a machine. */
const isSilent = ({
  status,
  reason,
}: Pick<Probe, 'status'> & { reason?: string }) =>
  status === undefined && reason !== undefined && silences.includes(reason);

/**
 * Whether the path that clients use answers `/readyz`, asked three times.
 * Unit: milliseconds. The API servers' own addresses tell whether it is the
 * path or what is behind it.
 * Source: https://kubernetes.io/docs/reference/using-api/health-checks/. @public
 */
export const lbVipReachable = defineCheck({
  id: 'lb-vip-reachable',
  layer: 'loadbalancer',
  severity: 'critical',
  kind: 'state',
  stage: 1,
  reads: ['apiPath'],
  consults: ['apiServers'],
  thresholds: {
    slowMs: { value: 1000, unit: 'ms', source: '(proposal)' },
  },
  runbook: 'RB-LB-FAILOVER',
  source: 'https://kubernetes.io/docs/reference/using-api/health-checks/',
  evaluate({ values: { apiPath }, signals, thresholds: { slowMs } }) {
    const { url, attempts } = apiPath;
    const required = message('lb-vip-reachable.required', { slowMs });
    const good = attempts.filter(isOk);
    const bad = attempts.filter(attempt => !isOk(attempt));
    const instances = instancesAnswering(signals);
    // Of the path itself where the API servers answer; else they come first.
    const byReason = connectionFix(
      'api-path',
      bad.slice(0, 1).map(attempt => failedAttempt(apiPath, attempt)),
    );
    const fix =
      instances.answering > 0
        ? byReason ?? message('lb-vip-reachable.fix')
        : message('lb-vip-reachable.fix-behind');
    const own = byReason && { fix: byReason };

    if (bad.length > 0 || attempts.length === 0) {
      const observed = message('lb-vip-reachable.failing', {
        url,
        failed: bad.length,
        attempts: attempts.length,
        detail: bad.length > 0 ? describe(bad[0]) : '',
        answering: instances.answering,
        instances: instances.total,
      });
      if (good.length > 0) return warn(observed, required, { fix });
      if (attempts.length === 0) {
        return unknown('inconclusive', observed, required);
      }
      if (bad.some(({ status }) => status === 401)) {
        return unknown('unauthorised', observed, required, own);
      }
      if (bad.some(({ status }) => status === 403)) {
        return unknown('forbidden', observed, required, own);
      }
      // Somebody answers whom we do not believe, here and everywhere: our trust may be what is wrong.
      if (
        bad.every(({ reason }) => reason === 'tls') &&
        instances.answering === 0
      ) {
        return unknown('tls', observed, required, {
          fix: byReason ?? message('lb-vip-reachable.fix-trust'),
        });
      }
      // Not one machine of this cluster is heard: perhaps it is our way to it.
      if (bad.every(isSilent) && instances.allSilent) {
        return unknown(reasonOf(bad[0]), observed, required, own);
      }
      return fail(observed, required, { fix });
    }

    const latencies = good
      .flatMap(({ latencyMs }) => latencyMs ?? [])
      .sort((a, b) => a - b);
    // The middle one: a single slow attempt is a hiccup.
    const latencyMs = latencies[Math.floor((latencies.length - 1) / 2)] ?? 0;
    const observed = message('lb-vip-reachable.observed', {
      url,
      attempts: attempts.length,
      latencyMs,
    });
    return latencyMs >= slowMs
      ? warn(observed, required, {
          fix: message('lb-vip-reachable.fix-slow'),
        })
      : pass(observed, required);
  },
});

/** One attempt, with the certificate that the path presents. */
function failedAttempt(
  { url, certificates }: ApiPathInfo,
  { status, reason, detail, failure }: Attempt,
): FailedRequest {
  const issuer =
    certificates.state === 'observed'
      ? certificates.value[0]?.issuer
      : undefined;
  return {
    name: url,
    status,
    reason: unknownReasons.find(known => known === reason),
    detail,
    failure,
    ...(issuer && { issuer }),
  };
}

function describe({ status, reason, detail }: Attempt): string {
  return [status === undefined ? reason : `HTTP ${status}`, detail]
    .filter(Boolean)
    .join(', ');
}

function reasonOf({ reason }: Attempt): UnknownReason {
  return unknownReasons.find(known => known === reason) ?? 'inconclusive';
}

function instancesAnswering({ apiServers }: Readonly<Sections>) {
  if (apiServers.state !== 'observed') {
    return { total: 0, answering: 0, allSilent: true };
  }
  const probes = apiServers.value.map(({ readyz }) => readyz);
  return {
    total: probes.length,
    answering: probes.filter(({ ok }) => ok).length,
    allSilent: probes.every(isSilent),
  };
}
