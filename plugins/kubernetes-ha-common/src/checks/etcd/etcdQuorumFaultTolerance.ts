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
} from '../connectionFix';
import { nextEtcdLoss } from '../nextLoss';
import { fail, pass, unknown } from '../outcome';
import { failedVoters } from './failedMembers';
import { noVoters } from './noVoters';
import { quorum, voters, votersInNameOnly, votersThatAre } from './quorum';

/**
 * How many more voters may fail before writes stop. Unit: members.
 * Source: https://etcd.io/docs/v3.6/faq/ (failure tolerance). @public
 */
export const etcdQuorumFaultTolerance = defineCheck({
  id: 'etcd-quorum-fault-tolerance',
  layer: 'etcd',
  severity: 'critical',
  kind: 'count',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    spareMembers: {
      value: 1,
      unit: 'members',
      source: 'https://etcd.io/docs/v3.6/faq/ (failure tolerance)',
    },
  },
  runbook: 'RB-ETCD-MEMBER-REPLACE',
  source: 'https://etcd.io/docs/v3.6/faq/',
  evaluate({ values: { etcd }, thresholds }) {
    const total = voters(etcd).length;
    if (total === 0) return noVoters(etcd);

    const healthy = votersThatAre(etcd, 'healthy').length;
    const unhealthy = votersThatAre(etcd, 'unhealthy');
    const silent = votersThatAre(etcd, 'silent');
    const needed = quorum(total);
    const required = needed + thresholds.spareMembers;

    const observed = message('etcd-quorum-fault-tolerance.observed', {
      healthy,
      voters: total,
      unhealthy,
      silent,
      learners: votersInNameOnly(etcd),
    });
    const wanted = message('etcd-quorum-fault-tolerance.required', {
      required,
      spare: thresholds.spareMembers,
      quorum: needed,
    });
    if (healthy >= required) return pass(observed, wanted);

    const candidates = [...unhealthy, ...silent];
    const missing = required - healthy;
    const failed = failedVoters(etcd);
    const parts = {
      fix:
        missing <= candidates.length
          ? connectionFix('etcd', failed) ??
            message('etcd-quorum-fault-tolerance.fix', {
              missing,
              candidates,
            })
          : // All voters are well and there are too few of them.
            message('etcd-quorum-fault-tolerance.fix-add', {
              voters: total,
            }),
      subjects: candidates,
      nextLoss: nextEtcdLoss({ healthy, total, unclear: silent.length }),
      ...(isOwnFault(failed) && { runbook: CONNECTION_RUNBOOK }),
    };
    // A voter silent to us may still serve its peers: no failure yet.
    if (healthy + silent.length >= required) {
      return unknown('inconclusive', observed, wanted, parts);
    }
    return fail(observed, wanted, parts);
  },
});
