/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import type { CheckStatus, Layer, Severity } from '../checks/layers';
import type { Measurements } from '../measures/measurementsOf';
import type { Message } from '../messages';
import type { Coverage, Grade, Scorecard } from '../scoring/scorecard';
import type {
  ClusterFacts,
  ClusterSnapshot,
  SectionName,
} from '../snapshot/clusterSnapshot';
import type { UnknownReason } from '../snapshot/signal';
import type { ClusterSignals } from './clusterSignals';

/** One page of a list. @public */
export interface Page<T> {
  items: T[];
  /** Number of items that match the filter, on all pages. */
  totalItems: number;
}

/** Whether a cluster is being seen. @public */
export interface ObservationState {
  /**
   * - `live`: the last collection worked and is recent
   * - `partial`: some sources could not be read
   * - `stale`: nothing was read for three intervals
   * - `unreachable`: the last collection read nothing
   * - `pending`: no collection has ended yet
   * - `recorded`: a recording is played back
   */
  state: 'live' | 'partial' | 'stale' | 'unreachable' | 'pending' | 'recorded';
  /** Newest time at which anything was observed, ISO 8601 UTC. */
  observedAt?: string;
  /** When the data of a recording was really seen, ISO 8601 UTC. */
  recordedAt?: string;
  /** Seconds between two collections of the control plane. */
  intervalSeconds: number;
  /** For anything but live and recorded: what hinders, one for each source. */
  problems: SourceProblem[];
}

/** Why a source gave nothing. @public */
export interface SourceProblem {
  source: string;
  sections: SectionName[];
  reason: UnknownReason;
  detail: string;
}

/** One layer in the strip of a fleet row. @public */
export interface LayerSummary {
  layer: Layer;
  score: number | null;
  status: CheckStatus;
  provisional: boolean;
}

/** A finding in a few words, for lists. @public */
export interface LimitingLink {
  layer: Layer;
  checkId: string;
  status: CheckStatus;
  severity: Severity;
  /** What was observed. */
  observed: Message;
}

/** A row of the fleet. @public */
export interface ClusterSummary {
  name: string;
  title?: string;
  tier: ClusterFacts['tier'];
  owner?: string;
  platform: ClusterFacts['platform'];
  connection: ClusterFacts['connection'];
  observation: ObservationState;
  score: number | null;
  grade: Grade | null;
  provisional: boolean;
  limitedBy?: LimitingLink;
  layers: LayerSummary[];
  coverage: Coverage;
  /** Open findings by status, passes left out. */
  openFindings: { fail: number; warn: number; unknown: number };
  /** Score a day, oldest first, at most 30; null where nothing was told. */
  trend: (number | null)[];
  kubernetesVersion?: string;
  etcdVersion?: string;
  nodes?: number;
  zones?: number;
}

/** Totals of the fleet. @public */
export interface FleetSummary {
  clusters: number;
  recorded: number;
  byGrade: Record<Grade, number>;
  ungraded: number;
  provisional: number;
  /** Names of clusters with a critical check failing. */
  atRisk: string[];
  /** Unknown critical and high checks by reason, over the fleet. */
  unknownByReason: Partial<Record<UnknownReason, number>>;
  /** Entity refs of everybody who owns one of these clusters, sorted. */
  owners: string[];
}

/** A finding: a check that is not passing, over time. @public */
export interface Finding {
  /** `<cluster>/<check id>/<first seen>`. */
  id: string;
  cluster: string;
  checkId: string;
  layer: Layer;
  severity: Severity;
  status: Exclude<CheckStatus, 'pass' | 'not-applicable'>;
  /** When this finding began, ISO 8601 UTC. */
  firstSeen: string;
  /** Last assessment that still saw it, ISO 8601 UTC. */
  lastSeen: string;
  /** When it was first seen gone; missing while open. */
  resolvedAt?: string;
  /** The newest result while it was open. */
  result: CheckResult;
}

/** A point of the score over time. @public */
export interface HistoryPoint {
  /** ISO 8601 UTC. */
  at: string;
  score: number | null;
  grade: Grade | null;
  provisional: boolean;
  limitedByLayer?: Layer;
  snapshotHash?: string;
}

/** What was measured at a moment; of an hour or a day the worst of each. @public */
export interface MeasurementPoint {
  /** ISO 8601 UTC; beginning of the minute, hour or day. */
  at: string;
  values: Measurements;
}

/** How densely history is kept: raw 48 h, hourly 30 d, daily 2 y. @public */
export type HistoryResolution = 'raw' | 'hour' | 'day';

/** A stored snapshot, without its content. @public */
export interface SnapshotRef {
  hash: string;
  takenAt: string;
  /** Why it was kept. */
  cause: 'first' | 'grade-changed' | 'findings-changed';
}

/** What a check is, for the catalogue on screen. @public */
export interface CheckDescription {
  id: string;
  title: Message;
  layer: Layer;
  severity: Severity;
  stage: 1 | 2 | 3 | 4;
  runbook: string;
  source: string;
  reads: SectionName[];
  thresholds: Record<string, { value: number; unit: string; source: string }>;
}

/** Filter and order of the fleet list. @public */
export interface ClusterQuery {
  search?: string;
  tier?: ClusterFacts['tier'][];
  owner?: string[];
  grade?: (Grade | 'none')[];
  /** Only clusters in which this layer has a warning, failure or unknown. */
  layer?: Layer[];
  platform?: ClusterFacts['platform'][];
  order?: 'worst-first' | 'name' | 'observed';
  offset?: number;
  /** 1–500, 100 unless told. */
  limit?: number;
}

/** How one request of {@link KubernetesHaApi} may be ended early. @public */
export interface RequestOptions {
  /** Ends the request; it then rejects with the reason of the signal. */
  signal?: AbortSignal;
}

/** A part of what is kept over time. @public */
export interface HistoryQuery {
  /** First moment, included, ISO 8601. Default: as far back as the resolution is kept. */
  from?: string;
  /** Last moment, included, ISO 8601. Default: now. */
  to?: string;
  /** Default: `hour` for the score, `raw` for measurements. */
  resolution?: HistoryResolution;
}

/**
 * The API of the backend, as the portal and other plugins call it.
 * Errors: `NotFoundError` for a cluster that does not exist or may not be
 * read, `NotAllowedError`, `InputError`; all carry a sentence that says what to do.
 * @public
 */
export interface KubernetesHaApi {
  getFleet(request?: RequestOptions): Promise<FleetSummary>;
  listClusters(
    query?: ClusterQuery,
    request?: RequestOptions,
  ): Promise<Page<ClusterSummary>>;
  getCluster(name: string, request?: RequestOptions): Promise<ClusterSummary>;
  /** The newest scorecard, or the one in force at `at`. */
  getScorecard(
    name: string,
    options?: { at?: string },
    request?: RequestOptions,
  ): Promise<Scorecard>;
  /** The newest signals of every section, joined: large for a large cluster. */
  getCurrentSnapshot(
    name: string,
    request?: RequestOptions,
  ): Promise<ClusterSnapshot>;
  /** The newest signals, with the values of these sections only. */
  getSignals<K extends SectionName>(
    name: string,
    sections: readonly K[],
    request?: RequestOptions,
  ): Promise<ClusterSignals<K>>;
  listSnapshots(
    name: string,
    options?: { offset?: number; limit?: number },
    request?: RequestOptions,
  ): Promise<Page<SnapshotRef>>;
  getSnapshot(
    name: string,
    hash: string,
    request?: RequestOptions,
  ): Promise<ClusterSnapshot>;
  listFindings(
    name: string,
    options?: {
      state?: 'open' | 'resolved' | 'all';
      offset?: number;
      limit?: number;
    },
    request?: RequestOptions,
  ): Promise<Page<Finding>>;
  /** The score over time, oldest first. */
  getHistory(
    name: string,
    query?: HistoryQuery,
    request?: RequestOptions,
  ): Promise<HistoryPoint[]>;
  /** What was measured over time, oldest first. */
  getMeasurements(
    name: string,
    query?: HistoryQuery,
    request?: RequestOptions,
  ): Promise<MeasurementPoint[]>;
  listChecks(request?: RequestOptions): Promise<CheckDescription[]>;
}
