/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { CollectionOutcome } from '../collection/collectionOutcome';

/** The newest collections. */
export interface CollectionStore {
  get(
    cluster: string,
    group: CollectionGroup,
  ): Promise<CollectionOutcome | undefined>;
  /** Stores an outcome, unless a collection that began later has stored its own. */
  put(outcome: CollectionOutcome, epoch: number): Promise<void>;
}
