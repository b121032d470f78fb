/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterFacts,
  SectionName,
  Sections,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConnection } from './clusterConnection';
import type { CollectorLogger } from './collectorLogger';

/** Which task runs a source. `control-plane`: every 30 s by default; `inventory`: every 2 minutes, stretched by its cost. @public */
export type CollectionGroup = 'control-plane' | 'inventory';

/** What a source is given for one collection of one cluster. @public */
export interface SourceContext {
  cluster: ClusterFacts;
  connection: ClusterConnection;
  /** Ends at the deadline of the source or of the whole collection; a source must stop then. */
  signal: AbortSignal;
  /** Seconds between two collections: goes into every observed signal. */
  intervalSeconds: number;
  /** Newest stored signals of all sections, whichever replica collected them: for what another source discovered. */
  previous: Readonly<Partial<Sections>>;
  /**
   * The last observed signal of each section, however long ago: the same as in
   * `previous` while that is observed. Counters, histories and "since when" go on
   * from here, so that one failed collection erases none of them.
   */
  lastObserved: Readonly<Partial<Sections>>;
  /** The clock. */
  now(): Date;
  logger: CollectorLogger;
}

/**
 * Reads some sections of one cluster. One instance per cluster, made by a
 * {@link SignalSourceFactory}; holds no state that another replica would need.
 *
 * `observe` answers every section in `provides`, as an observed, unknown or
 * absent signal. A failed read is a signal, not an error; only a bug throws
 * (the runner then answers unknown for all its sections and logs).
 * @public
 */
export interface SignalSource<S extends SectionName = SectionName> {
  /** Unique, for example `etcd`. */
  readonly id: string;
  readonly group: CollectionGroup;
  readonly provides: readonly S[];
  /**
   * Sections of other sources that it looks into. It takes them from
   * `previous`; while the newest signal of one is not an observed one, it waits
   * in each collection for the source of its group that provides it. Default: none.
   */
  readonly needs?: readonly SectionName[];
  /** Whether reading is a burden on the API server: the interval of its group then stretches so that successful reading takes a twentieth of the time at most. Default: false. */
  readonly stretchesInterval?: boolean;
  /** Whether a known API server may be asked at its own address while the cluster's endpoint does not serve: for what the cluster holds, not for what the endpoint is. Default: false. */
  readonly readsThroughInstances?: boolean;
  /** After this many milliseconds the runner aborts it. */
  readonly deadlineMs: number;
  observe(context: SourceContext): Promise<Pick<Sections, S>>;
  /** Frees what it holds (sockets, workers). Idempotent. */
  close?(): Promise<void>;
}

/**
 * A source of whichever sections: what the runner holds. Every
 * `SignalSource<…>` is one.
 * @public
 */
export interface AnySignalSource
  extends Omit<SignalSource, 'provides' | 'observe'> {
  readonly provides: readonly SectionName[];
  observe(context: SourceContext): Promise<Partial<Sections>>;
}

/**
 * Makes a source for each cluster. Registered once; asked when a cluster is
 * added or its configuration changes.
 * @public
 */
export interface SignalSourceFactory {
  /** Unique; the id of every source it makes. */
  readonly id: string;
  /**
   * The source for this cluster, or nothing when it has no part in it. Cheap
   * and without I/O: looking is what `observe` is for.
   */
  create(cluster: ClusterFacts): AnySignalSource | undefined;
}
