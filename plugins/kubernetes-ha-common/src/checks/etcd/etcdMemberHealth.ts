/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import {
  CONNECTION_RUNBOOK,
  connectionFix,
  isOwnFault,
  requestErrors,
} from '../connectionFix';
import { ageSeconds } from '../freshness';
import { nextEtcdLoss } from '../nextLoss';
import { fail, pass, unknown, warn } from '../outcome';
import { failedVoters } from './failedMembers';
import { noVoters } from './noVoters';
import { memberName, participation, voters, votersInNameOnly } from './quorum';

/**
 * Voters that do not take part, and for how long. The API servers' `/readyz`
 * stays 200 with a member lost, so each member is asked itself. Unit: seconds.
 * Source: https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet (etcdMembersDown). @public
 */
export const etcdMemberHealth = defineCheck({
  id: 'etcd-member-health',
  layer: 'etcd',
  severity: 'high',
  kind: 'state',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    downSeconds: {
      value: 1200,
      unit: 's',
      source:
        'etcd contrib/mixin/alerts/alerts.libsonnet (etcdMembersDown, 20 m)',
    },
  },
  runbook: 'RB-ETCD-MEMBER-REPLACE',
  source:
    'https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet',
  evaluate({ values: { etcd }, thresholds: { downSeconds }, nowMs }) {
    const all = voters(etcd);
    if (all.length === 0) return noVoters(etcd);

    const down = all
      .filter(member => participation(member) === 'unhealthy')
      .map(member => ({
        name: memberName(member),
        seconds: member.health.failingSince
          ? ageSeconds(member.health.failingSince, nowMs)
          : 0,
      }));
    const silent = all
      .filter(member => participation(member) === 'silent')
      .map(memberName);
    const longest = Math.max(0, ...down.map(({ seconds }) => seconds));

    const failed = failedVoters(etcd);
    const observed = message('etcd-member-health.observed', {
      voters: all.length,
      down: down.map(({ name }) => name),
      longestSeconds: longest,
      silent,
      learners: votersInNameOnly(etcd),
      errors: requestErrors(failed),
    });
    const required = message('etcd-member-health.required', { downSeconds });
    const subjects = [...down.map(({ name }) => name), ...silent];
    const parts = {
      fix:
        connectionFix('etcd', failed) ??
        message('etcd-member-health.fix', { members: subjects }),
      subjects,
      nextLoss: nextEtcdLoss({
        healthy: all.length - down.length - silent.length,
        total: all.length,
        unclear: silent.length,
      }),
      ...(isOwnFault(failed) && { runbook: CONNECTION_RUNBOOK }),
    };
    if (down.length > 0) {
      return longest >= downSeconds
        ? fail(observed, required, parts)
        : warn(observed, required, parts);
    }
    if (silent.length > 0) {
      return unknown('inconclusive', observed, required, parts);
    }
    return pass(observed, required);
  },
});
