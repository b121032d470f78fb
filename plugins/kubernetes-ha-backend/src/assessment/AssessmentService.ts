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
  ClusterSnapshot,
  joinSnapshot,
  measurementsOf,
  newestObservation,
  Policy,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import type { KubernetesHaScorecardEvent } from 'backstage-plugin-kubernetes-ha-node';
import type { AssessmentStore } from '../database/AssessmentStore';
import type { ClusterStore } from '../database/ClusterStore';
import type { MeasurementStore } from '../database/MeasurementStore';
import type { SignalStore } from '../database/SignalStore';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import { subjectsDigest } from './digest';
import { publishScorecard } from './publishScorecard';
import type { CommitOutcome } from './storedAssessment';
import { summarise } from './summarise';
import { AssessmentCause, settle, valuesOf } from './verdicts';

/** How often an assessment is made anew after another replica was faster: two collections of a cluster can end together, hardly three times in a row. */
const ATTEMPTS = 3;

/** What an assessment reads, writes and goes by. */
export interface AssessmentDeps {
  clusters: Pick<ClusterStore, 'get'>;
  signals: Pick<SignalStore, 'readBoth'>;
  assessments: Pick<AssessmentStore, 'head' | 'commit'>;
  measurements: Pick<MeasurementStore, 'add'>;
  events: Pick<EventsService, 'publish'>;
  logger: Pick<LoggerService, 'info' | 'warn' | 'error'>;
  checks: readonly Check[];
  /** The policy in force now. */
  policy: () => Policy;
  now: () => Date;
}

/** Assesses clusters on their newest signals and stores the result. */
export class AssessmentService {
  readonly #deps: AssessmentDeps;

  constructor(deps: AssessmentDeps) {
    this.#deps = deps;
  }

  /**
   * Assesses one cluster now. When another replica stores an assessment
   * meanwhile, it is made anew on what is newest then. Errors: ConflictError when that
   * happens again and again; the next collection assesses again.
   */
  async assess(
    cluster: string,
    cause: AssessmentCause,
  ): Promise<CommitOutcome['outcome']> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const outcome = await this.#attempt(cluster, cause);
      if (outcome !== 'abandoned') return outcome;
    }
    throw new ConflictError(
      `The assessment of cluster "${cluster}" was overtaken ${ATTEMPTS} times by another replica. The stored one is newer; nothing needs to be done.`,
    );
  }

  async #attempt(
    name: string,
    cause: AssessmentCause,
  ): Promise<CommitOutcome['outcome']> {
    const { clusters, signals, assessments, now } = this.#deps;
    const { checks, policy } = this.#deps;
    // Read first: whatever is stored later than this refuses our commit.
    const head = await assessments.head(name);
    const cluster = await clusters.get(name);
    if (!cluster) return 'unchanged';
    const { newest, lastObserved } = await signals.readBoth(name);
    const snapshot = joinSnapshot(cluster, newest, now(), lastObserved);
    const scorecard = await inSlices(
      assessSteps(snapshot, { checks, policy: policy() }),
    );
    const observedAt = newestObservation(snapshot.sections);
    const outcome = await assessments.commit({
      basedOn: head.version,
      scorecard,
      snapshot,
      summary: summarise(scorecard, snapshot),
      settled: settle(head.verdicts, valuesOf(scorecard), {
        takenAt: scorecard.takenAt,
        ...(head.takenAt && { previousAt: head.takenAt }),
        cause,
      }),
      subjects: subjectsDigest(scorecard),
      ...(observedAt && { observedAt }),
    });
    if (outcome.outcome === 'abandoned') return 'abandoned';
    if (outcome.outcome === 'changed') {
      await this.#publish(scorecard, outcome.cause);
    }
    await this.#measure(name, snapshot);
    return outcome.outcome;
  }

  /** A missing point of a chart is no reason to fail an assessment that is stored. */
  async #measure(name: string, snapshot: ClusterSnapshot): Promise<void> {
    const { measurements, logger } = this.#deps;
    try {
      await measurements.add(name, snapshot.takenAt, measurementsOf(snapshot));
    } catch (error) {
      logger.error(
        `The measurements of cluster ${name} at ${snapshot.takenAt} could not be stored: its charts lack this point.`,
        error instanceof Error ? error : new Error(String(error)),
      );
    }
  }

  async #publish(
    scorecard: Scorecard,
    cause: KubernetesHaScorecardEvent['cause'],
  ): Promise<void> {
    const { events, logger } = this.#deps;
    const payload: KubernetesHaScorecardEvent = {
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
    await publishScorecard(payload, { events, logger });
  }
}
