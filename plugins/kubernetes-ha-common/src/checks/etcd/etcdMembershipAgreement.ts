/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { ageSeconds } from '../freshness';
import { fail, notApplicable, pass, unknown } from '../outcome';
import { memberReadings, unread } from './memberReadings';
import {
  Contradiction,
  followsLeader,
  referenceOf,
  statusContradictions,
  viewContradictions,
} from './membershipViews';
import { noVoters } from './noVoters';
import { voters } from './quorum';

/**
 * Whether all members agree on who is a member, at which peer URLs, and who
 * votes. Each is asked by itself, for one member list is one member's word:
 * after an upgrade from 3.5 to 3.6 removed members came back in some of them.
 * A learner is not asked, since it does not serve the list.
 * Source: https://etcd.io/blog/2025/zombie_members_upgrade/ (etcd-io/etcd#20967, #18347). @public
 */
export const etcdMembershipAgreement = defineCheck({
  id: 'etcd-membership-agreement',
  layer: 'etcd',
  severity: 'critical',
  kind: 'state',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    removedSeconds: {
      value: 10,
      unit: 's',
      source: '(proposal) a removed member ends itself within a second or two',
    },
  },
  runbook: 'RB-ETCD-MEMBER-REPLACE',
  source: 'https://etcd.io/blog/2025/zombie_members_upgrade/',
  evaluate({ values: { etcd }, thresholds: { removedSeconds }, nowMs }) {
    const all = voters(etcd);
    if (all.length === 0) return noVoters(etcd);

    const required = message('etcd-membership-agreement.required');
    const readings = memberReadings(
      etcd,
      'membership',
      ({ membership }) => membership,
      all,
    );
    // A member without a leader keeps the membership of the moment it lost it:
    // where others have a leader, that says nothing about those.
    const led = readings.known.filter(({ member }) => followsLeader(member));
    const compared = led.length > 0 ? led : readings.known;
    const behind = readings.known.filter(view => !compared.includes(view));
    const asViews = (known: typeof compared) =>
      known.map(({ name, value }) => ({ name, membership: value }));

    const reference = referenceOf(etcd, asViews(compared));
    const contradictions = [
      ...statusContradictions(etcd),
      ...(etcd.unlisted ?? [])
        .filter(({ since }) => ageSeconds(since, nowMs) >= removedSeconds)
        .map(
          ({ id, endpoint }): Contradiction => ({
            kind: 'removed',
            reporter: endpoint,
            about: id,
          }),
        ),
      ...viewContradictions(asViews(compared), reference),
    ];
    if (contradictions.length > 0) {
      return fail(sentenceOf(contradictions), required, {
        fix: message('etcd-membership-agreement.fix'),
        subjects: [...new Set(contradictions.map(({ reporter }) => reporter))],
      });
    }
    const gap = unread(readings);
    if (gap && all.length > 1) return gap;
    const stale = viewContradictions(asViews(behind), reference);
    if (stale.length > 0) {
      return unknown('inconclusive', sentenceOf(stale), required, {
        subjects: [...new Set(stale.map(({ reporter }) => reporter))],
      });
    }
    if (all.length === 1) {
      return notApplicable(message('etcd-membership-agreement.single'));
    }
    const names = compared.map(({ name }) => name);
    if (names.length < 2) {
      return unknown(
        'inconclusive',
        message('etcd-membership-agreement.one-view', { members: names }),
        required,
        { subjects: names },
      );
    }
    return pass(
      message('etcd-membership-agreement.observed', {
        members: names,
        voters: reference.members.filter(({ isLearner }) => !isLearner).length,
        learners: reference.members.filter(({ isLearner }) => isLearner).length,
      }),
      required,
    );
  },
});

/** More than these make no sentence. */
const NAMED = 4;

function sentenceOf(contradictions: readonly Contradiction[]) {
  const named = contradictions.slice(0, NAMED);
  return message('etcd-membership-agreement.differs', {
    kinds: named.map(({ kind }) => kind),
    reporters: named.map(({ reporter }) => reporter),
    about: named.map(({ about }) => about),
    more: contradictions.length - named.length,
  });
}
