/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  assessSteps,
  Check,
  joinSnapshot,
  measurementsOf,
  newestObservation,
  Policy,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  AssessmentStore,
  CommitOutcome,
} from '../database/AssessmentStore';
import type { ClusterStore } from '../database/ClusterStore';
import type { MeasurementStore } from '../database/MeasurementStore';
import type { SignalStore } from '../database/SignalStore';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import { digestsOf } from './digest';
import { summarise } from './summarise';

/** Topic of the event that follows each stored change of a judgement. */
export const SCORECARD_TOPIC = 'kubernetes-ha.scorecard';

/** Payload of {@link SCORECARD_TOPIC}: ids and the grade, no content; subscribers read the API. */
export type ScorecardEvent = {
  cluster: string;
  takenAt: string;
  cause: Extract<CommitOutcome, { outcome: 'changed' }>['cause'];
  score: number | null;
  grade: Scorecard['grade'];
  provisional: boolean;
  snapshotHash: string;
};

/** How often a judgement is made anew after another replica was faster: two collections of a cluster can end together, hardly three times in a row. */
const ATTEMPTS = 3;

/** Judges clusters on their newest signals and stores the result. */
export class AssessmentService {
  readonly #deps: {
    clusters: ClusterStore;
    signals: SignalStore;
    assessments: AssessmentStore;
    measurements: Pick<MeasurementStore, 'add'>;
    events: EventsService;
    logger: LoggerService;
    checks: readonly Check[];
    policy: Policy;
    now: () => Date;
  };

  constructor(deps: {
    clusters: ClusterStore;
    signals: SignalStore;
    assessments: AssessmentStore;
    measurements: Pick<MeasurementStore, 'add'>;
    events: EventsService;
    logger: LoggerService;
    checks: readonly Check[];
    policy: Policy;
    now: () => Date;
  }) {
    this.#deps = deps;
  }

  /**
   * Judges one cluster now. When another replica stores a judgement meanwhile,
   * it is made anew on what is newest then. Errors: ConflictError when that
   * happens again and again; the next collection judges again.
   */
  async assess(cluster: string): Promise<CommitOutcome['outcome']> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const outcome = await this.#attempt(cluster);
      if (outcome !== 'abandoned') return outcome;
    }
    throw new ConflictError(
      `The judgement of cluster "${cluster}" was overtaken ${ATTEMPTS} times by another replica. The stored one is newer; nothing needs to be done.`,
    );
  }

  async #attempt(name: string): Promise<CommitOutcome['outcome']> {
    const { clusters, signals, assessments, measurements, now } = this.#deps;
    const { checks, policy } = this.#deps;
    // Read first: whatever is stored later than this refuses our commit.
    const head = await assessments.head(name);
    const cluster = await clusters.get(name);
    if (!cluster) return 'unchanged';
    const sections = await signals.read(name);
    const snapshot = joinSnapshot(cluster, sections, now());
    const scorecard = await inSlices(assessSteps(snapshot, { checks, policy }));
    const observedAt = newestObservation(snapshot.sections);
    const outcome = await assessments.commit({
      basedOn: head.version,
      scorecard,
      snapshot,
      summary: summarise(scorecard, snapshot),
      digests: digestsOf(scorecard),
      ...(observedAt && { observedAt }),
    });
    if (outcome.outcome === 'abandoned') return 'abandoned';
    await measurements.add(name, snapshot.takenAt, measurementsOf(snapshot));
    if (outcome.outcome === 'changed')
      await this.#tell(scorecard, outcome.cause);
    return outcome.outcome;
  }

  /** After the commit: what is told is stored. A lost event is made up for by reading the API. */
  async #tell(
    scorecard: Scorecard,
    cause: ScorecardEvent['cause'],
  ): Promise<void> {
    const { events, logger } = this.#deps;
    const payload: ScorecardEvent = {
      cluster: scorecard.cluster.name,
      takenAt: scorecard.takenAt,
      cause,
      score: scorecard.score,
      grade: scorecard.grade,
      provisional: scorecard.provisional,
      snapshotHash: scorecard.snapshotHash,
    };
    logger.info(
      `Cluster ${payload.cluster}: ${cause}, grade ${payload.grade ?? 'none'}${
        payload.provisional ? ' (provisional)' : ''
      }, score ${payload.score ?? 'none'}`,
    );
    try {
      await events.publish({ topic: SCORECARD_TOPIC, eventPayload: payload });
    } catch (error) {
      logger.warn(
        `The event ${SCORECARD_TOPIC} of cluster ${payload.cluster} could not be published; its scorecard is stored.`,
        error instanceof Error ? error : undefined,
      );
    }
  }
}
