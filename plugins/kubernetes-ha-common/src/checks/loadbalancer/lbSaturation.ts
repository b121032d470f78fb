/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { haproxyPools, unreadPools } from './haproxyPools';

/**
 * How near a load balancer is to the most sessions it takes. Watches last for
 * hours, so the number follows clients × watches. Unit: ratio.
 * Source: haproxy doc/management.txt §9.1 (scur, slim). @public
 */
export const lbSaturation = defineCheck({
  id: 'lb-saturation',
  layer: 'loadbalancer',
  severity: 'medium',
  kind: 'design',
  stage: 4,
  reads: ['loadBalancers'],
  consults: ['apiServers', 'apiPath', 'nodes'],
  thresholds: {
    warnRatio: { value: 0.7, unit: 'ratio', source: '(proposal)' },
    failRatio: { value: 0.9, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-LB-TUNE',
  source: 'https://docs.haproxy.org/3.0/management.html#9.1',
  evaluate({
    values: { loadBalancers },
    signals,
    thresholds: { warnRatio, failRatio },
  }) {
    const found = haproxyPools(loadBalancers, signals);
    if (found.state === 'answer') return found.outcome;
    // Several backends of one instance share its frontends.
    const byInstance = new Map(
      found.pools.known.map(({ instance, stats }) => [instance, stats]),
    );
    const frontends = [...byInstance]
      .flatMap(([instance, stats]) =>
        stats.frontends
          .filter(({ sessionLimit }) => sessionLimit > 0)
          .map(frontend => ({
            name: `${instance}/${frontend.name}`,
            current: frontend.currentSessions,
            limit: frontend.sessionLimit,
            ratio: frontend.currentSessions / frontend.sessionLimit,
          })),
      )
      .sort((a, b) => b.ratio - a.ratio);
    const required = message('lb-saturation.required', { warnRatio });
    const fullest = frontends[0];
    if (!fullest) {
      return (
        unreadPools(found.pools) ??
        unknown('not-exposed', message('lb-saturation.no-limit'), required)
      );
    }
    const observed = message('lb-saturation.observed', {
      frontend: fullest.name,
      current: fullest.current,
      limit: fullest.limit,
      ratio: fullest.ratio,
    });
    const parts = {
      fix: message('lb-saturation.fix'),
      subjects: frontends
        .filter(({ ratio }) => ratio >= warnRatio)
        .map(({ name }) => name),
    };
    if (fullest.ratio >= failRatio) return fail(observed, required, parts);
    if (fullest.ratio >= warnRatio) return warn(observed, required, parts);
    return unreadPools(found.pools) ?? pass(observed, required);
  },
});
