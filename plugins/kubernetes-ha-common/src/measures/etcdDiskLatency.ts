/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { memberName } from '../checks/etcd/quorum';
import { windowQuantile } from './windowQuantile';
import { known, Measure, valueOf } from './measure';

function diskLatency(id: string, family: string): Measure<'etcd'> {
  return {
    id,
    unit: 'seconds',
    worst: 'highest',
    reads: 'etcd',
    read: ({ members }) =>
      known(
        members.map(member => [
          memberName(member),
          windowQuantile(0.99, valueOf(member.metrics), family),
        ]),
      ),
  };
}

/** 99th percentile of the time a member takes to sync its write-ahead log to the disk. */
export const etcdFsyncP99 = diskLatency(
  'etcd-fsync-p99',
  'etcd_disk_wal_fsync_duration_seconds',
);

/** 99th percentile of the time a member takes to commit to its database file. */
export const etcdCommitP99 = diskLatency(
  'etcd-commit-p99',
  'etcd_disk_backend_commit_duration_seconds',
);
