/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { memberName } from '../checks/etcd/quorum';
import { known, Measure, valueOf } from './measure';

/** Size of each member's database on its disk, in bytes: Maintenance.Status `dbSize`. */
export const etcdDbSize: Measure<'etcd'> = {
  id: 'etcd-db-size',
  unit: 'bytes',
  worst: 'highest',
  reads: 'etcd',
  read: ({ members }) =>
    known(
      members.map(member => [
        memberName(member),
        valueOf(member.status)?.dbSizeBytes,
      ]),
    ),
};
