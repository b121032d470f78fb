/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';
import { noVoters } from './noVoters';
import { memberName, quorum, voters } from './quorum';

/**
 * How many voters the cluster is made of. An even number adds a way to fail
 * and no tolerance. Unit: members.
 * Source: https://etcd.io/docs/v3.6/faq/ (why an odd number, maximum size). @public
 */
export const etcdMemberCount = defineCheck({
  id: 'etcd-member-count',
  layer: 'etcd',
  severity: 'critical',
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
    if (count < minimum) {
      return fail(observed, required, {
        unblocks: message('etcd-member-count.unblocks-grow', {
          missing: minimum - count,
        }),
        subjects,
      });
    }
    if (count > maximum) {
      return warn(observed, required, {
        unblocks: message('etcd-member-count.unblocks-shrink', { maximum }),
        subjects,
      });
    }
    if (count % 2 === 0) {
      return warn(observed, required, {
        unblocks: message('etcd-member-count.unblocks-even', {
          smaller: count - 1,
          larger: count + 1,
        }),
        subjects,
      });
    }
    return pass(observed, required);
  },
});
