/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { EtcdInfo } from '../../snapshot/sections/etcd';
import { defineCheck } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { statuses } from './memberReadings';
import { noVoters } from './noVoters';
import { memberName, quorum, voters } from './quorum';

/** What a member reports as leader when it knows none (raft.None). */
const NO_LEADER = '0';

/**
 * Whether the voters agree on a leader. A member drops its leader within an
 * election timeout of losing it, so a quorum that names one has one.
 * Source: https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet (etcdNoLeader). @public
 */
export const etcdHasLeader = defineCheck({
  id: 'etcd-has-leader',
  layer: 'etcd',
  severity: 'critical',
  stage: 1,
  reads: ['etcd'],
  runbook: 'RB-ETCD-QUORUM-LOSS',
  source:
    'https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet',
  evaluate({ values: { etcd } }) {
    const total = voters(etcd).length;
    if (total === 0) return noVoters(etcd);

    const heard = statuses(etcd).known.filter(
      ({ member }) => !member.isLearner,
    );
    const leaderless = heard.filter(
      ({ value }) => value.leaderId === NO_LEADER,
    );
    const following = heard.filter(({ value }) => value.leaderId !== NO_LEADER);
    const leaders = [...new Set(following.map(({ value }) => value.leaderId))];
    const terms = [...new Set(heard.map(({ value }) => value.raftTerm))];
    const needed = quorum(total);

    const observed = message('etcd-has-leader.observed', {
      leaders: leaders.map(id => nameOf(etcd, id)),
      following: following.length,
      heard: heard.length,
      voters: total,
      terms: terms.sort((a, b) => a - b).map(String),
      leaderless: leaderless.map(({ name }) => name),
    });
    const required = message('etcd-has-leader.required', { quorum: needed });
    const parts = {
      unblocks: message('etcd-has-leader.unblocks'),
      subjects: leaderless.map(({ name }) => name),
    };
    // So many voters know no leader that the others are no quorum.
    if (leaderless.length > total - needed) {
      return fail(observed, required, parts);
    }
    if (leaders.length > 1 || terms.length > 1 || leaderless.length > 0) {
      return warn(observed, required, parts);
    }
    if (following.length < needed) {
      return unknown('inconclusive', observed, required, parts);
    }
    return pass(observed, required);
  },
});

function nameOf(etcd: EtcdInfo, id: string): string {
  const leader = etcd.members.find(member => member.id === id);
  return leader ? memberName(leader) : id;
}
