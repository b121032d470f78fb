/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, unknown } from '../outcome';
import { memberName, participation, quorum, voters } from './quorum';

/**
 * How many more voters may fail before writes stop. Unit: members.
 * Source: https://etcd.io/docs/v3.6/faq/ (failure tolerance). @public
 */
export const etcdQuorumFaultTolerance = defineCheck({
  id: 'etcd-quorum-fault-tolerance',
  layer: 'etcd',
  severity: 'critical',
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
    const all = voters(etcd);
    const named = (wanted: ReturnType<typeof participation>) =>
      all.filter(member => participation(member) === wanted).map(memberName);
    const healthy = named('healthy').length;
    const unhealthy = named('unhealthy');
    const silent = named('silent');
    const needed = quorum(all.length);
    const required = needed + thresholds.spareMembers;

    const observed = message('etcd-quorum-fault-tolerance.observed', {
      healthy,
      voters: all.length,
      unhealthy,
      silent,
    });
    const wanted = message('etcd-quorum-fault-tolerance.required', {
      required,
      quorum: needed,
    });
    if (healthy >= required) return pass(observed, wanted);

    const parts = {
      unblocks: message('etcd-quorum-fault-tolerance.unblocks', {
        missing: required - healthy,
        candidates: [...unhealthy, ...silent],
      }),
      subjects: [...unhealthy, ...silent],
    };
    // A voter silent to us may still serve its peers: no failure yet.
    if (healthy + silent.length >= required) {
      return unknown('inconclusive', observed, wanted, parts);
    }
    return fail(observed, wanted, parts);
  },
});
