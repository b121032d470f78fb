/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';

/** A collection that is to be made again and again. */
export interface ScheduledCollection {
  cluster: string;
  group: CollectionGroup;
  /** Usual time from one to the next. */
  intervalSeconds: number;
  /** First time, from now; counts only where it is not due within an interval anyway. */
  beginsInMs: number;
}

/** A due collection that this replica, and no other, makes now. */
export interface Claim {
  cluster: string;
  group: CollectionGroup;
  /** When it was due, ISO 8601 UTC. */
  dueAt: string;
  /** Names the claim itself. */
  id: string;
}

/** When collections are due, shared by all replicas: its clock is that of the database. */
export interface ScheduleStore {
  /** Schedules collections. One that another replica keeps going is left as it is. */
  schedule(collections: readonly ScheduledCollection[]): Promise<void>;
  /** Claims due collections of the declared clusters that `isOurs`, longest due first. */
  claim(
    group: CollectionGroup,
    options: {
      /** At most so many. */
      most: number;
      isOurs: (cluster: string) => boolean;
      /** A claim that was not released by then is anybody's. */
      holdSeconds: number;
    },
  ): Promise<Claim[]>;
  /**
   * Ends a claim. The next collection is due `nextSeconds` after this one was,
   * so that collections keep their phase; from now when that has passed already.
   * Without it the collection stays due, for another replica. Does nothing when
   * the claim has run out and somebody else holds it.
   */
  release(claim: Claim, nextSeconds?: number): Promise<void>;
}
