/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterConnection } from 'backstage-plugin-kubernetes-ha-node';
import type { ClusterIdentity } from '../database/ClusterStore';
import { readClusterUid } from './identity';

/** Time for one small GET; a cluster that takes longer does not say who it is this time. */
const DEADLINE_MS = 5_000;

/** What a connection says of its identity; empty when it does not say. The etcd cluster id comes with the etcd section. */
export async function identityOf(
  connection: ClusterConnection,
  signal: AbortSignal,
): Promise<ClusterIdentity> {
  const answer = await readClusterUid(
    connection,
    AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
  );
  return 'uid' in answer ? { uid: answer.uid } : {};
}
