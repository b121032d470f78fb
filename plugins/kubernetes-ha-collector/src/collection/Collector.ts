/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterFacts,
  SectionName,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionGroup, CollectorLogger } from '../contracts';
import type { SeenIdentity } from '../clusters/identityOf';
import type { PlayedRecording } from '../recording/PlayedRecording';

/** What one collection is given. @public */
export interface CollectorContext {
  cluster: ClusterFacts;
  /** Ends when the scheduler takes the task away or the plugin stops. */
  signal: AbortSignal;
  intervalSeconds: number;
  previous: Readonly<SomeSections>;
  /** The last observed signal of each section, however long ago. Default: those that are observed in `previous`. */
  lastObserved?: Readonly<SomeSections>;
  now(): Date;
  logger: CollectorLogger;
}

/** What one collection saw. @public */
export interface Collected {
  sections: SomeSections;
  /** Time for which the API server was read, in milliseconds: the interval stretches with it. */
  readingMs: number;
}

/** Sees one cluster: through its connection and sources, or from a recording. @public */
export interface Collector {
  /** What a collection of this group answers: all of it, always. */
  sectionsOf(group: CollectionGroup): readonly SectionName[];
  /** Which cluster it is that answers, or why it is unknown. Does not throw for a cluster that does not answer. */
  identity(signal: AbortSignal): Promise<SeenIdentity>;
  collect(
    group: CollectionGroup,
    context: CollectorContext,
  ): Promise<Collected>;
  /**
   * What the sources of these sections see now, by themselves: for a test of
   * one of them. Missing where nothing can be asked, in a recording.
   */
  collectSections?(
    wanted: readonly SectionName[],
    context: CollectorContext,
  ): Promise<SomeSections>;
  /** What is played back; missing where a cluster is asked. */
  readonly recording?: PlayedRecording;
  /** Frees sockets and workers. Idempotent. */
  close(): Promise<void>;
}
