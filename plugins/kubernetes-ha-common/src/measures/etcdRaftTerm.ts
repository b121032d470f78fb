/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { known, Measure, valueOf } from './measure';

/** The raft term: each step up is an election. */
export const etcdRaftTerm: Measure<'etcd'> = {
  id: 'etcd-raft-term',
  unit: 'count',
  worst: 'highest',
  reads: 'etcd',
  read({ members }) {
    const terms = members.flatMap(
      ({ status }) => valueOf(status)?.raftTerm ?? [],
    );
    return known([['', terms.length > 0 ? Math.max(...terms) : undefined]]);
  },
};
