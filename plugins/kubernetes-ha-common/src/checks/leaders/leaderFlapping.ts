/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { LeasesInfo } from '../../snapshot/sections/leases';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';

/** Leases of the leaders that keep a cluster going. */
const leaderLeases = [
  'kube-controller-manager',
  'kube-scheduler',
  'cloud-controller-manager',
] as const;

/**
 * How often leaders changed, over what was seen of the last hour. Changes
 * without cause point at slow API servers or slow etcd disks. Unit: transitions.
 * @public
 */
export const leaderFlapping = defineCheck({
  id: 'leader-flapping',
  layer: 'leaders',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: ['leases'],
  thresholds: {
    warnTransitions: { value: 3, unit: 'transitions', source: '(proposal)' },
    failTransitions: { value: 10, unit: 'transitions', source: '(proposal)' },
  },
  runbook: 'RB-LEADER',
  source: 'https://kubernetes.io/docs/concepts/architecture/leases/',
  evaluate({ values: { leases }, thresholds }) {
    // What was seen over time, and what is seen now.
    const history = [
      ...(leases.transitionHistory ?? []),
      { at: leases.serverTime, transitions: transitionsNow(leases) },
    ];
    const required = message('leader-flapping.required', {
      transitions: thresholds.warnTransitions,
    });
    const windowSeconds =
      (Date.parse(leases.serverTime) - Date.parse(history[0].at)) / 1000;
    if (windowSeconds <= 0) {
      return unknown(
        'not-collected',
        message('leader-flapping.no-history'),
        required,
      );
    }
    const counts = leaderLeases
      .map(name => ({
        name,
        seen: history.flatMap(({ transitions }) => transitions[name] ?? []),
      }))
      // Seen once, nothing is known of changes.
      .filter(({ seen }) => seen.length > 1)
      .map(({ name, seen }) => ({
        name,
        // A count that fell is of a Lease made anew.
        changes: seen.reduce(
          (sum, now, i) => sum + Math.max(0, now - (seen[i - 1] ?? now)),
          0,
        ),
      }));
    const most = counts.reduce<{ name: string; changes: number } | undefined>(
      (a, b) => (a && a.changes >= b.changes ? a : b),
      undefined,
    );
    if (!most) {
      return unknown(
        'not-found',
        message('leader-flapping.no-history'),
        required,
      );
    }
    const observed = message('leader-flapping.observed', {
      changes: counts.map(({ name, changes }) => `${name}: ${changes}`),
      windowSeconds,
    });
    if (most.changes < thresholds.warnTransitions) {
      return pass(observed, required);
    }
    const parts = {
      fix: message('leader-flapping.fix', { lease: most.name }),
      subjects: counts
        .filter(({ changes }) => changes >= thresholds.warnTransitions)
        .map(({ name }) => name),
    };
    return most.changes >= thresholds.failTransitions
      ? fail(observed, required, parts)
      : warn(observed, required, parts);
  },
});

function transitionsNow({ leases }: LeasesInfo): Record<string, number> {
  return Object.fromEntries(
    leases.flatMap(({ namespace, name, transitions }) =>
      namespace === 'kube-system' && transitions !== undefined
        ? [[name, transitions]]
        : [],
    ),
  );
}
