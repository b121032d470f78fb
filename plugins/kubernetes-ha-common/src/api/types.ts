/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import type { CheckStatus, Layer, Severity } from '../checks/layers';
import type { Verdict } from '../checks/verdict';
import type { CauseSummary } from '../history/causeSummary';
import type { ClusterVerdict } from '../fleet/fleetFilters';
import type { HistoryStep } from '../history/historyStep';
import type { Incident } from '../history/incidents';
import type { TimeByGrade } from '../history/timeByGrade';
import type { ConnectStepId } from '../connect/connectStepIds';
import type { ClusterConnectionGuide, ConnectionTest } from '../connect/guide';
import type { LinkTemplate } from '../links/linkTemplate';
import type { Measurements } from '../measures/measurementsOf';
import type { Language, Message } from '../messages';
import type { Coverage, Grade, Scorecard } from '../scoring/scorecard';
import type {
  ClusterFacts,
  ClusterSnapshot,
  SectionName,
} from '../snapshot/clusterSnapshot';
import type { UnknownReason } from '../snapshot/signal';
import type { ClusterSignals } from './clusterSignals';
import type { Replay } from './replay';
import type {
  ClusterQuery,
  FleetFilter,
  FleetFix,
  FleetGroup,
  FleetGrouping,
} from './fleetTypes';

/** One page of a list. @public */
export interface Page<T> {
  items: T[];
  /** Number of items that match the filter, on all pages. */
  totalItems: number;
}

/**
 * Whether a cluster is being seen.
 * - `live`: the last collection worked and is recent
 * - `partial`: some sources could not be read
 * - `stale`: nothing was read for three intervals
 * - `unreachable`: the last collection read nothing
 * - `pending`: no collection has ended yet
 * - `recorded`: a recording is played back
 * @public
 */
export const observationStates = [
  'live',
  'partial',
  'stale',
  'unreachable',
  'pending',
  'recorded',
] as const;

/** Whether a cluster is being seen, and since when. @public */
export interface ObservationState {
  state: (typeof observationStates)[number];
  /** Newest time at which anything was observed, ISO 8601 UTC. */
  observedAt?: string;
  /** When the data of a recording was really seen, ISO 8601 UTC. */
  recordedAt?: string;
  /** Seconds between two collections of the control plane. */
  intervalSeconds: number;
  /** For anything but live and recorded: what hinders, one for each source. */
  problems: SourceProblem[];
  /** Of a recording, in the answer about this one cluster. */
  replay?: Replay;
}

/** Why a source gave nothing. @public */
export interface SourceProblem {
  source: string;
  sections: SectionName[];
  reason: UnknownReason;
  /** In English; `why` is the same as data, where it is a sentence of ours. */
  detail: string;
  why?: Message;
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

/** The headline of a cluster, for lists. @public */
export interface HeadlineSummary extends LimitingLink {
  verdict: Verdict;
}

/** Causes that came or went, the most urgent first. @public */
export interface ChangedCauses {
  count: number;
  /** The first 10 of them. */
  first: readonly CauseSummary[];
}

/** How a cluster was a week ago, and what has changed since. @public */
export interface ScoreChange {
  /** The hour that is compared with: its beginning, ISO 8601 UTC. */
  at: string;
  /** The lowest score of that hour. */
  score: number | null;
  grade: Grade | null;
  provisional: boolean;
  /** Began since and are open. */
  appeared: ChangedCauses;
  /** Were there before and are gone. */
  resolved: ChangedCauses;
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
  /** Missing when everything that applies passes. */
  headline?: HeadlineSummary;
  /** What the findings follow from, by verdict; missing before the first assessment, and in those of earlier versions. */
  causes?: Record<Verdict, number>;
  possible?: Scorecard['possible'];
  layers: LayerSummary[];
  coverage: Coverage;
  /** Open findings by status, passes left out. */
  openFindings: { fail: number; warn: number; unknown: number };
  /** Score a day, oldest first, at most 30; null where nothing was told. */
  trend: (number | null)[];
  /** Missing when it was not assessed a week ago. */
  lastWeek?: ScoreChange;
  kubernetesVersion?: string;
  etcdVersion?: string;
  nodes?: number;
  zones?: number;
  /** Links out of the portal for its findings; of a single cluster only, where some are configured. */
  links?: LinkTemplate[];
}

/** Totals of the fleet. @public */
export interface FleetSummary {
  clusters: number;
  recorded: number;
  byGrade: Record<Grade, number>;
  ungraded: number;
  provisional: number;
  /** How many clusters have which verdict first; `none` where everything passes. */
  byVerdict: Record<ClusterVerdict, number>;
  /** Names of clusters with a critical check that fails, or did when it was last seen. */
  atRisk: string[];
  /** Names of clusters in which anything is broken now, sorted. */
  broken: string[];
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

/** The score over a range of time. @public */
export interface ScoreHistory {
  /** As requested, or earlier: at the beginning of an hour or a day, where only those are kept. ISO 8601 UTC. */
  from: string;
  to: string;
  /** The first assessment that is known; before it the cluster was not there. */
  firstAssessedAt?: string;
  /** Length of a step. */
  stepSeconds: number;
  /** Oldest first, at most 401; a step in which nothing was assessed is left out. */
  steps: HistoryStep[];
  time: TimeByGrade;
}

/** What happened in a range of time: findings joined by their causes. @public */
export interface IncidentList {
  /** The newest first. */
  items: Incident[];
  /** Older ones were left out: ask for an earlier end. */
  more: boolean;
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

/** A part of a list. @public */
export interface PageQuery {
  offset?: number;
  limit?: number;
}

/** How one request of {@link KubernetesHaApi} is made, and may be ended early. @public */
export interface RequestOptions {
  /** Ends the request; it then rejects with the reason of the signal. */
  signal?: AbortSignal;
  /** Language of the sentences in the answer. Default: the one that `fetch` asks for, in a browser that of the browser. */
  language?: Language;
}

/** Which part of the score over time. @public */
export interface HistoryQuery {
  /** First moment, included, ISO 8601. Default: 24 hours before the end. */
  from?: string;
  /** Last moment, ISO 8601. Default: now. */
  to?: string;
  /** Length of a step in seconds. Default, and at least: so that there are at most 400. */
  stepSeconds?: number;
}

/** Which incidents. @public */
export interface IncidentQuery {
  /** First moment, included, ISO 8601. Default: 24 hours before the end. */
  from?: string;
  /** Last moment, ISO 8601. Default: now. */
  to?: string;
  /** 1–500. Default: 100. */
  limit?: number;
}

/** Which part of what was measured. @public */
export interface MeasurementQuery {
  /** First moment, included, ISO 8601. Default: as far back as the resolution is kept. */
  from?: string;
  /** Last moment, included, ISO 8601. Default: now. */
  to?: string;
  /** Default: `raw`. */
  resolution?: HistoryResolution;
}

/**
 * The API of the backend, as the portal and other plugins call it.
 * Errors: `NotFoundError` for a cluster that does not exist or may not be
 * read, `NotAllowedError`, `InputError`; all carry a sentence that says what to
 * do, and `why`: the same as data, for every language ({@link whyOf}).
 * @public
 */
export interface KubernetesHaApi {
  getFleet(request?: RequestOptions): Promise<FleetSummary>;
  listClusters(
    query?: ClusterQuery,
    request?: RequestOptions,
  ): Promise<Page<ClusterSummary>>;
  /** The clusters that match, as CSV (RFC 4180) with a line of headings. */
  getClustersCsv(
    query?: Omit<ClusterQuery, 'offset' | 'limit'>,
    request?: RequestOptions,
  ): Promise<string>;
  /** The clusters that match, by what they have in common; the most urgent group first. */
  listFleetGroups(
    by: FleetGrouping,
    query?: FleetFilter & PageQuery,
    request?: RequestOptions,
  ): Promise<Page<FleetGroup>>;
  /** The changes that gain most over the clusters that match. A page has 20, at most 100. */
  listFleetFixes(
    query?: FleetFilter & PageQuery,
    request?: RequestOptions,
  ): Promise<Page<FleetFix>>;
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
  /** How it is connected, and what is left to do. */
  getConnection(
    name: string,
    request?: RequestOptions,
  ): Promise<ClusterConnectionGuide>;
  /** Reads now what one step needs. Rights and zones cannot be tested on their own. */
  testConnection(
    name: string,
    step: ConnectStepId,
    request?: RequestOptions,
  ): Promise<ConnectionTest>;
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
      /** Only findings of these checks. */
      check?: readonly string[];
      offset?: number;
      limit?: number;
    },
    request?: RequestOptions,
  ): Promise<Page<Finding>>;
  /** The score over time. */
  getHistory(
    name: string,
    query?: HistoryQuery,
    request?: RequestOptions,
  ): Promise<ScoreHistory>;
  /** What happened: findings of a range of time, joined by their causes. */
  listIncidents(
    name: string,
    query?: IncidentQuery,
    request?: RequestOptions,
  ): Promise<IncidentList>;
  /** What was measured over time, oldest first. */
  getMeasurements(
    name: string,
    query?: MeasurementQuery,
    request?: RequestOptions,
  ): Promise<MeasurementPoint[]>;
  listChecks(request?: RequestOptions): Promise<CheckDescription[]>;
}
