/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { counterSince } from './counterSince';
import { haproxyPools, Pool, serverName, unreadPools } from './haproxyPools';

/**
 * How often a load balancer took an API server out because its check failed.
 * Unit: transitions to DOWN of one server.
 * Source: haproxy doc/management.txt §9.1 (chkdown). @public
 */
export const lbFlapping = defineCheck({
  id: 'lb-flapping',
  layer: 'loadbalancer',
  severity: 'medium',
  kind: 'design',
  stage: 4,
  reads: ['loadBalancers'],
  consults: ['apiServers', 'apiPath', 'nodes'],
  thresholds: {
    windowSeconds: { value: 900, unit: 's', source: '(proposal)' },
    warnTransitions: { value: 1, unit: 'transitions', source: '(proposal)' },
    failTransitions: { value: 3, unit: 'transitions', source: '(proposal)' },
  },
  runbook: 'RB-LB-HEALTHCHECK',
  source: 'https://docs.haproxy.org/3.0/management.html#9.1',
  evaluate({ values: { loadBalancers }, signals, thresholds }) {
    const found = haproxyPools(loadBalancers, signals);
    if (found.state === 'answer') return found.outcome;
    const { windowSeconds, warnTransitions, failTransitions } = thresholds;

    const servers = found.pools.known.flatMap(pool =>
      pool.servers.map(server => ({
        name: serverName(server),
        instance: pool.instance,
        ...transitionsOf(pool, server, windowSeconds),
      })),
    );
    const flapping = servers
      .filter(({ count }) => count !== undefined && count >= warnTransitions)
      .sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
    const required = message('lb-flapping.required', { windowSeconds });
    const worst = flapping[0];
    if (worst?.count !== undefined) {
      const names = [...new Set(flapping.map(({ name }) => name))];
      const observed = message('lb-flapping.observed', {
        server: worst.name,
        instance: worst.instance,
        transitions: worst.count,
        seenSeconds: worst.seenSeconds,
        servers: names,
      });
      const parts = {
        fix: message('lb-flapping.fix'),
        subjects: names,
      };
      return worst.count >= failTransitions
        ? fail(observed, required, parts)
        : warn(observed, required, parts);
    }
    const untold = servers.filter(({ count }) => count === undefined);
    if (untold.length > 0) {
      return unknown(
        'inconclusive',
        message('lb-flapping.short-history', {
          servers: [...new Set(untold.map(({ name }) => name))],
        }),
        required,
      );
    }
    return (
      unreadPools(found.pools) ??
      pass(message('lb-flapping.none', { servers: servers.length }), required)
    );
  },
});

/**
 * Transitions of a server since the earlier look. None when it never went
 * down, or has been as it is for the whole window; untold when the looks do not
 * reach back that far.
 */
function transitionsOf(
  { stats: { earlier }, observedAt }: Pool,
  server: Pool['servers'][number],
  windowSeconds: number,
): { count: number | undefined; seenSeconds: number } {
  const steady =
    server.downTransitions === 0 ||
    (server.lastChangeSeconds ?? 0) >= windowSeconds;
  const seenSeconds = earlier
    ? Math.max(0, (Date.parse(observedAt) - Date.parse(earlier.at)) / 1000)
    : 0;
  const count = earlier
    ? counterSince(
        server.downTransitions,
        earlier.downTransitions[serverName(server)],
      )
    : 0;
  const told = count > 0 || steady || seenSeconds >= windowSeconds;
  return { count: told ? count : undefined, seenSeconds };
}
