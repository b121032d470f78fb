/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { haproxyPools, serverName, unreadPools } from './haproxyPools';
import { serverState, ServerState } from './serverState';

/**
 * How many API servers each load balancer sends traffic to. A server that
 * somebody took out counts as down, and is said to be out on purpose. Unit: servers.
 * Source: haproxy doc/management.txt §9.1 (status). @public
 */
export const lbBackendsUp = defineCheck({
  id: 'lb-backends-up',
  layer: 'loadbalancer',
  severity: 'critical',
  stage: 1,
  reads: ['loadBalancers'],
  consults: ['apiServers', 'apiPath', 'nodes'],
  thresholds: {
    minimum: { value: 3, unit: 'servers', source: '(proposal)' },
    failBelow: { value: 2, unit: 'servers', source: '(proposal)' },
  },
  runbook: 'RB-LB-FAILOVER',
  source: 'https://docs.haproxy.org/3.0/management.html#9.1',
  evaluate({ values: { loadBalancers }, signals, thresholds }) {
    const found = haproxyPools(loadBalancers, signals);
    if (found.state === 'answer') return found.outcome;
    const { minimum, failBelow } = thresholds;

    const judged = found.pools.known.map(pool => {
      const named = (wanted: ServerState) =>
        pool.servers
          .filter(server => serverState(server) === wanted)
          .map(serverName);
      const up = named('up').length;
      const unchecked = [...named('unchecked'), ...named('unrecognised')];
      const out = [...named('down'), ...named('intentional')];
      return {
        observed: message('lb-backends-up.observed', {
          instance: pool.instance,
          up,
          servers: pool.servers.length,
          down: named('down'),
          intentional: named('intentional'),
          unchecked,
        }),
        subjects: [...out, ...unchecked],
        fails: up + unchecked.length < failBelow,
        warns:
          up >= failBelow && (out.length > 0 || pool.servers.length < minimum),
        untold: unchecked.length > 0,
      };
    });
    const required = message('lb-backends-up.required', { minimum });
    const unblocks = message('lb-backends-up.unblocks');
    const failing = judged.find(({ fails }) => fails);
    if (failing) {
      const { observed, subjects } = failing;
      return fail(observed, required, { unblocks, subjects });
    }
    const warning = judged.find(({ warns }) => warns);
    if (warning) {
      const { observed, subjects } = warning;
      return warn(observed, required, { unblocks, subjects });
    }
    const untold = judged.find(pool => pool.untold);
    if (untold) {
      const { observed, subjects } = untold;
      return unknown('inconclusive', observed, required, {
        unblocks: message('lb-backends-up.unblocks-check'),
        subjects,
      });
    }
    return unreadPools(found.pools) ?? pass(judged[0].observed, required);
  },
});
