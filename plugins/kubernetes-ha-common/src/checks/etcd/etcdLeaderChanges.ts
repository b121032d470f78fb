/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { ageSeconds } from '../freshness';
import { fail, pass, unknown, warn } from '../outcome';

/**
 * Elections in the last quarter of an hour, told by the raft term: every
 * election takes a new one. Unit: elections.
 * Source: https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet (etcdHighNumberOfLeaderChanges). @public
 */
export const etcdLeaderChanges = defineCheck({
  id: 'etcd-leader-changes',
  layer: 'etcd',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    windowSeconds: {
      value: 900,
      unit: 's',
      source:
        'etcd contrib/mixin/alerts/alerts.libsonnet (etcdHighNumberOfLeaderChanges, 15 m)',
    },
    // A quiet quarter of an hour is the rule; a few minutes are enough to say "no churn".
    minimumHistorySeconds: { value: 120, unit: 's', source: '(proposal)' },
    warnElections: {
      value: 4,
      unit: 'elections',
      source:
        'etcd contrib/mixin/alerts/alerts.libsonnet (etcdHighNumberOfLeaderChanges)',
    },
    failElections: { value: 8, unit: 'elections', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-SLOW-DISK',
  source:
    'https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet',
  evaluate({ values: { etcd }, thresholds, nowMs }) {
    const looks = etcd.termHistory.map(({ at, term }) => ({
      age: ageSeconds(at, nowMs),
      term,
    }));
    // The newest look before the window tells the term that the window began with.
    const before = looks.filter(({ age }) => age > thresholds.windowSeconds);
    const inside = looks.filter(({ age }) => age <= thresholds.windowSeconds);
    const used = [...before.slice(-1), ...inside];
    // A restore begins again at a low term: a step back is no election.
    const elections = used
      .slice(1)
      .reduce((sum, look, i) => sum + Math.max(0, look.term - used[i].term), 0);
    const seenSeconds = Math.min(
      thresholds.windowSeconds,
      used.length > 0 ? used[0].age : 0,
    );

    const observed = message('etcd-leader-changes.observed', {
      elections,
      seenSeconds,
    });
    const required = message('etcd-leader-changes.required', {
      warnElections: thresholds.warnElections,
      windowSeconds: thresholds.windowSeconds,
    });
    const parts = { fix: message('etcd-leader-changes.fix') };
    if (elections >= thresholds.failElections) {
      return fail(observed, required, parts);
    }
    if (elections >= thresholds.warnElections) {
      return warn(observed, required, parts);
    }
    if (used.length < 2 || seenSeconds < thresholds.minimumHistorySeconds) {
      return unknown('inconclusive', observed, required, {
        fix: message('etcd-leader-changes.fix-wait', {
          minimumSeconds: thresholds.minimumHistorySeconds,
        }),
      });
    }
    return pass(observed, required);
  },
});
