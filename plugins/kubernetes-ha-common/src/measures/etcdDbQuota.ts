/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { smallestQuotaBytes } from '../checks/etcd/memberQuota';
import { known, Measure } from './measure';

/** The smallest space quota of any member, in bytes: the first to be reached. Nothing where it is off or unknown. */
export const etcdDbQuota: Measure<'etcd'> = {
  id: 'etcd-db-quota',
  unit: 'bytes',
  worst: 'lowest',
  reads: 'etcd',
  read(etcd, sections) {
    const quota = smallestQuotaBytes(etcd, sections);
    return known([['', quota !== undefined && quota > 0 ? quota : undefined]]);
  },
};
