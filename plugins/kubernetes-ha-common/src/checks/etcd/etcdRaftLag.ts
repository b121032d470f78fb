/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';
import { memberReadings, unread } from './memberReadings';
import { voters } from './quorum';

/**
 * How far the slowest voter is behind the newest raft entry. Beyond 5000
 * entries it can only catch up with a whole snapshot. A learner is expected to
 * be behind and is left to `etcd-learner-stuck`. Unit: raft entries.
 * Source: etcd server/etcdserver/server.go (SnapshotCatchUpEntries). @public
 */
export const etcdRaftLag = defineCheck({
  id: 'etcd-raft-lag',
  layer: 'etcd',
  severity: 'high',
  kind: 'state',
  stage: 1,
  reads: ['etcd'],
  thresholds: {
    warnEntries: { value: 1000, unit: 'entries', source: '(proposal)' },
    failEntries: {
      value: 5000,
      unit: 'entries',
      source: 'etcd server/etcdserver/server.go (SnapshotCatchUpEntries)',
    },
  },
  runbook: 'RB-ETCD-MEMBER-REPLACE',
  source:
    'https://github.com/etcd-io/etcd/blob/main/server/etcdserver/server.go',
  evaluate({ values: { etcd }, thresholds: { warnEntries, failEntries } }) {
    const readings = memberReadings(
      etcd,
      'status',
      ({ status }) => status,
      voters(etcd),
    );
    const newest = Math.max(
      ...readings.known.map(({ value }) => value.raftIndex),
    );
    const behind = readings.known
      .map(({ name, value }) => ({
        name,
        entries: newest - value.raftAppliedIndex,
      }))
      .sort((a, b) => b.entries - a.entries);
    const lagging = behind.filter(({ entries }) => entries >= warnEntries);
    const required = message('etcd-raft-lag.required', { warnEntries });
    const say = ({ name, entries }: (typeof behind)[number]) =>
      message('etcd-raft-lag.observed', { member: name, entries });
    if (lagging.length > 0) {
      const members = lagging.map(({ name }) => name);
      const parts = {
        fix: message('etcd-raft-lag.fix', { members }),
        subjects: members,
      };
      return lagging[0].entries > failEntries
        ? fail(say(lagging[0]), required, parts)
        : warn(say(lagging[0]), required, parts);
    }
    return unread(readings) ?? pass(say(behind[0]), required);
  },
});
