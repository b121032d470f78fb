/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { nextEtcdLoss } from '../nextLoss';
import { fail, pass, warn } from '../outcome';
import { noVoters } from './noVoters';
import { memberName, quorum, voters, votersThatAre } from './quorum';

/**
 * How many voters the cluster is made of. An even number adds a way to fail
 * and no tolerance. Unit: members.
 * Source: https://etcd.io/docs/v3.6/faq/ (why an odd number, maximum size). @public
 */
export const etcdMemberCount = defineCheck({
  id: 'etcd-member-count',
  layer: 'etcd',
  severity: 'critical',
  kind: 'design',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    minimum: {
      value: 3,
      unit: 'members',
      source: 'https://etcd.io/docs/v3.6/faq/ (failure tolerance table)',
    },
    maximum: {
      value: 7,
      unit: 'members',
      source: 'https://etcd.io/docs/v3.6/faq/ (maximum cluster size)',
    },
  },
  runbook: 'RB-ETCD-SCALE',
  source: 'https://etcd.io/docs/v3.6/faq/',
  evaluate({ values: { etcd }, thresholds: { minimum, maximum } }) {
    const count = voters(etcd).length;
    if (count === 0) return noVoters(etcd);

    const observed = message('etcd-member-count.observed', {
      voters: count,
      learners: etcd.members.length - count,
      tolerates: count - quorum(count),
    });
    const required = message('etcd-member-count.required', {
      minimum,
      maximum,
    });
    const subjects = voters(etcd).map(memberName);
    const nextLoss = nextEtcdLoss({
      healthy: votersThatAre(etcd, 'healthy').length,
      total: count,
      unclear: votersThatAre(etcd, 'silent').length,
    });
    if (count < minimum) {
      return fail(observed, required, {
        fix: message('etcd-member-count.fix-grow', {
          missing: minimum - count,
        }),
        subjects,
        nextLoss,
      });
    }
    if (count > maximum) {
      return warn(observed, required, {
        fix: message('etcd-member-count.fix-shrink', { maximum }),
        subjects,
        nextLoss,
      });
    }
    if (count % 2 === 0) {
      return warn(observed, required, {
        fix: message('etcd-member-count.fix-even', {
          smaller: count - 1,
          larger: count + 1,
        }),
        subjects,
        nextLoss,
      });
    }
    return pass(observed, required);
  },
});
