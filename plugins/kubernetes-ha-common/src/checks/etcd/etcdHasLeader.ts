/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { EtcdInfo, EtcdMember } from '../../snapshot/sections/etcd';
import { defineCheck } from '../check';
import { connectionFix } from '../connectionFix';
import { fail, pass, unknown, warn } from '../outcome';
import { failedMember } from './failedMembers';
import { statuses } from './memberReadings';
import { noVoters } from './noVoters';
import { isVoterInNameOnly, memberName, quorum, voters } from './quorum';

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
  kind: 'state',
  stage: 1,
  reads: ['etcd'],
  runbook: 'RB-ETCD-QUORUM-LOSS',
  source:
    'https://github.com/etcd-io/etcd/blob/main/contrib/mixin/alerts/alerts.libsonnet',
  evaluate({ values: { etcd } }) {
    const all = voters(etcd);
    const total = all.length;
    if (total === 0) return noVoters(etcd);

    // One that calls itself a learner follows without a vote.
    const heard = statuses(etcd).known.filter(
      ({ member, value }) =>
        !member.isLearner &&
        (!isVoterInNameOnly(member) || value.leaderId === NO_LEADER),
    );
    const leaderless = heard.filter(
      ({ value }) => value.leaderId === NO_LEADER,
    );
    const following = heard.filter(({ value }) => value.leaderId !== NO_LEADER);
    const leaders = [...new Set(following.map(({ value }) => value.leaderId))];
    const terms = [...new Set(heard.map(({ value }) => value.raftTerm))];
    const needed = quorum(total);
    const gone = all.filter(
      member =>
        heard.every(voice => voice.member !== member) &&
        isGone(member, following.length > 0),
    );
    const down = gone.map(memberName);

    const observed = message('etcd-has-leader.observed', {
      leaders: leaders.map(id => nameOf(etcd, id)),
      following: following.length,
      heard: heard.length,
      voters: total,
      terms: terms.sort((a, b) => a - b).map(String),
      leaderless: leaderless.map(({ name }) => name),
      down,
    });
    const required = message('etcd-has-leader.required', { quorum: needed });
    const parts = {
      // Those that are down take the leader with them.
      fix:
        connectionFix('etcd', gone.map(failedMember)) ??
        message('etcd-has-leader.fix'),
      subjects: [...leaderless.map(({ name }) => name), ...down],
    };
    // So many voters know no leader or are down that the others are no quorum.
    if (
      leaderless.length > 0 &&
      leaderless.length + down.length > total - needed
    ) {
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

/**
 * Whether a voter that gave no status cannot be part of a quorum: its peers
 * have lost it, or its machine refuses connections. A refusal may be that of a
 * firewall: where somebody names a leader, only the peers' word counts.
 */
function isGone(
  { health, seenByPeers }: EtcdMember,
  isSomebodyLed: boolean,
): boolean {
  if (health.ok || health.status !== undefined) return false;
  if (seenByPeers === 'lost') return true;
  return (
    health.reason === 'refused' && seenByPeers !== 'alive' && !isSomebodyLed
  );
}

function nameOf(etcd: EtcdInfo, id: string): string {
  const leader = etcd.members.find(member => member.id === id);
  return leader ? memberName(leader) : id;
}
