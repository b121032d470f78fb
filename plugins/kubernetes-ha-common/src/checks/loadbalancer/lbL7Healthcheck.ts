/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { haproxyPools, serverName, unreadPools } from './haproxyPools';
import { ProvenLevel, provenLevel } from './provenLevel';
import { addressed } from './serverState';

/**
 * Whether the load balancers ask the API servers how they are, or only whether
 * their port is open: an API server that has lost etcd keeps its port open and
 * answers 401 and 403. The statistics show the status of the answer and not
 * the path that was asked.
 * Source: haproxy doc/management.txt §9.1 (check_status, check_code). @public
 */
export const lbL7Healthcheck = defineCheck({
  id: 'lb-l7-healthcheck',
  layer: 'loadbalancer',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: ['loadBalancers'],
  consults: ['apiServers', 'apiPath', 'nodes'],
  runbook: 'RB-LB-HEALTHCHECK',
  source: 'https://docs.haproxy.org/3.0/management.html#9.1',
  evaluate({ values: { loadBalancers }, signals }) {
    const found = haproxyPools(loadBalancers, signals);
    if (found.state === 'answer') return found.outcome;
    const servers = found.pools.known.flatMap(pool => addressed(pool.servers));
    const at = (wanted: ProvenLevel) =>
      servers.filter(server => provenLevel(server) === wanted);
    const required = message('lb-l7-healthcheck.required');
    const fix = message('lb-l7-healthcheck.fix');

    for (const level of ['none', 'L4', 'L6'] as const) {
      const shallow = [...new Set(at(level).map(serverName))];
      if (shallow.length > 0) {
        const observed = message('lb-l7-healthcheck.shallow', {
          level,
          servers: shallow,
        });
        const parts = { fix, subjects: shallow };
        // A TLS handshake at least proves a living process.
        return level === 'L6'
          ? warn(observed, required, parts)
          : fail(observed, required, parts);
      }
    }
    const accepting = at('status');
    if (accepting.length > 0) {
      const names = [...new Set(accepting.map(serverName))];
      return warn(
        message('lb-l7-healthcheck.accepts', {
          statuses: [
            ...new Set(accepting.map(({ checkCode }) => String(checkCode))),
          ],
          servers: names,
        }),
        required,
        { fix, subjects: names },
      );
    }
    const proven = at('L7').length;
    if (found.pools.known.length > 0 && proven === 0) {
      return unknown(
        'inconclusive',
        message('lb-l7-healthcheck.unproven', {
          statuses: [
            ...new Set(
              servers.map(({ checkStatus, checkCode, status }) =>
                checkStatus === undefined
                  ? status
                  : [checkStatus, checkCode].filter(Boolean).join(' '),
              ),
            ),
          ],
        }),
        required,
      );
    }
    return (
      unreadPools(found.pools) ??
      pass(
        message('lb-l7-healthcheck.observed', {
          proven,
          servers: servers.length,
        }),
        required,
      )
    );
  },
});
