/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { list } from '../format';

/** What the etcd checks say. */
export const etcd = {
  'etcd-quorum-fault-tolerance.title': () => 'Spare etcd voters',
  'etcd-quorum-fault-tolerance.observed': (p: {
    healthy: number;
    voters: number;
    unhealthy: readonly string[];
    silent: readonly string[];
  }) =>
    [
      `${p.healthy} of ${p.voters} voters healthy`,
      p.unhealthy.length > 0 ? `not healthy: ${list(p.unhealthy)}` : '',
      p.silent.length > 0 ? `not heard from: ${list(p.silent)}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  'etcd-quorum-fault-tolerance.required': (p: {
    required: number;
    quorum: number;
  }) =>
    `${p.required} healthy voters, so that one may fail and ${p.quorum} still decide`,
  'etcd-quorum-fault-tolerance.unblocks': (p: {
    missing: number;
    candidates: readonly string[];
  }) => `bring back ${p.missing} of: ${list(p.candidates)}`,
} as const;
