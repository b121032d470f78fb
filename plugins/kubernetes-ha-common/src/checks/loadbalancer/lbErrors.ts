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
 * Connections from a load balancer to an API server that could not be made, as
 * a share of all sessions: clients see those as errors. Unit: ratio.
 * Source: haproxy doc/management.txt §9.1 (econ, stot). @public
 */
export const lbErrors = defineCheck({
  id: 'lb-errors',
  layer: 'loadbalancer',
  severity: 'medium',
  kind: 'state',
  stage: 4,
  reads: ['loadBalancers'],
  consults: ['apiServers', 'apiPath', 'nodes'],
  thresholds: {
    failRatio: { value: 0.01, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-LB-FAILOVER',
  source: 'https://docs.haproxy.org/3.0/management.html#9.1',
  evaluate({ values: { loadBalancers }, signals, thresholds: { failRatio } }) {
    const found = haproxyPools(loadBalancers, signals);
    if (found.state === 'answer') return found.outcome;
    const pools = found.pools.known
      .map(countersOf)
      .sort((a, b) => b.ratio - a.ratio);
    const required = message('lb-errors.required', { failRatio });
    const failing = pools.filter(({ errors, since }) => since && errors > 0);
    const worst = failing[0];
    if (worst) {
      const observed = message('lb-errors.observed', {
        instance: worst.instance,
        errors: worst.errors,
        sessions: worst.sessions,
        servers: worst.servers,
      });
      const parts = {
        fix: message('lb-errors.fix', { servers: worst.servers }),
        subjects: worst.servers,
      };
      return worst.ratio > failRatio
        ? fail(observed, required, parts)
        : warn(observed, required, parts);
    }
    // Errors since the start, without an earlier look, may be a year old.
    const untold = pools.find(({ errors, since }) => !since && errors > 0);
    if (untold) {
      return unknown(
        'inconclusive',
        message('lb-errors.short-history', {
          instance: untold.instance,
          errors: untold.errors,
        }),
        required,
      );
    }
    return (
      unreadPools(found.pools) ??
      pass(
        message('lb-errors.none', {
          sessions: pools.reduce((sum, { sessions }) => sum + sessions, 0),
        }),
        required,
      )
    );
  },
});

function countersOf({ instance, servers, stats: { earlier } }: Pool) {
  const grown = servers.map(server => {
    const name = serverName(server);
    return {
      name,
      errors: counterSince(
        server.connectionErrors,
        earlier?.connectionErrors[name],
      ),
      sessions: counterSince(
        server.totalSessions,
        earlier?.totalSessions[name],
      ),
    };
  });
  const errors = grown.reduce((sum, server) => sum + server.errors, 0);
  const sessions = grown.reduce((sum, server) => sum + server.sessions, 0);
  return {
    instance,
    since: earlier !== undefined,
    errors,
    sessions,
    // A failed connection may not count as a session: never more than all of them.
    ratio: errors > 0 ? errors / Math.max(errors, sessions) : 0,
    servers: grown.filter(server => server.errors > 0).map(({ name }) => name),
  };
}
