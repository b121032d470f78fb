/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterSnapshot,
  Page,
  SnapshotRef,
} from 'backstage-plugin-kubernetes-ha-common';

/** The snapshots behind each change. */
export interface SnapshotStore {
  /** Newest first. */
  list(
    cluster: string,
    page: { offset: number; limit: number },
  ): Promise<Page<SnapshotRef>>;
  get(cluster: string, hash: string): Promise<ClusterSnapshot | undefined>;
}
