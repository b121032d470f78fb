/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { EtcdMember } from '../../snapshot/sections/etcd';
import { defineCheck } from '../check';
import { ageSeconds } from '../freshness';
import { fail, pass, unknown, warn } from '../outcome';
import { memberName } from './quorum';

/**
 * A member that was added and does not get on: not started, or a learner that
 * nobody promotes. It blocks the next change (one learner at a time). Unit: seconds.
 * Source: https://etcd.io/docs/v3.6/op-guide/configuration/ (--max-learners). @public
 */
export const etcdLearnerStuck = defineCheck({
  id: 'etcd-learner-stuck',
  layer: 'etcd',
  severity: 'medium',
  kind: 'state',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    warnSeconds: { value: 600, unit: 's', source: '(proposal)' },
    failSeconds: { value: 3600, unit: 's', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-SCALE',
  source: 'https://etcd.io/docs/v3.6/op-guide/configuration/',
  evaluate({
    values: { etcd },
    thresholds: { warnSeconds, failSeconds },
    nowMs,
  }) {
    const pending = etcd.members.filter(isPending);
    const ages = pending.flatMap(({ pendingSince }) =>
      pendingSince ? [ageSeconds(pendingSince, nowMs)] : [],
    );
    const longest = Math.max(0, ...ages);
    const observed = message('etcd-learner-stuck.observed', {
      learners: pending.filter(({ name }) => name !== '').map(memberName),
      unstarted: pending.filter(({ name }) => name === '').map(memberName),
      longestSeconds: longest,
    });
    const required = message('etcd-learner-stuck.required', { warnSeconds });
    const subjects = pending.map(memberName);
    const parts = {
      fix: message('etcd-learner-stuck.fix', { members: subjects }),
      subjects,
    };
    if (longest > failSeconds) return fail(observed, required, parts);
    if (longest > warnSeconds) return warn(observed, required, parts);
    // Nobody has told since when, so it may be stuck or just added.
    if (ages.length < pending.length) {
      return unknown('inconclusive', observed, required, parts);
    }
    return pass(observed, required);
  },
});

function isPending(member: EtcdMember): boolean {
  return member.isLearner || member.name === '';
}
