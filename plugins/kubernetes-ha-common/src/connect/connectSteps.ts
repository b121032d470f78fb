/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sectionNames, Sections } from '../snapshot/clusterSnapshot';
import { unknownReasons } from '../snapshot/signal';
import type { CheckResult } from '../checks/check';
import type { Coverage, Scorecard } from '../scoring/scorecard';
import { coverageOf, possibleOf } from '../scoring/unknowns';
import { connectPartsOf, ConnectPart } from './connectParts';
import { ConnectStepId, connectStepIds, connectStepOf } from './connectStepIds';

/** As many as people read. */
const MOST_PROBLEMS = 10;

/**
 * How a step stands.
 * - `connected`: all of it is read
 * - `partial`: some of it
 * - `refused`: nothing of it; `problems` say why
 * - `not-configured`: a setting that it needs is missing
 * - `pending`: not collected yet, or a step before it is not connected
 * - `absent`: not part of this cluster
 * @public
 */
export type ConnectState =
  | 'connected'
  | 'partial'
  | 'refused'
  | 'not-configured'
  | 'pending'
  | 'absent';

/** The results that become known once a step is connected. @public */
export interface Revealed {
  /** Checks that wait for it, in the order of the checks. */
  checkIds: readonly string[];
  /** The coverage then. */
  coverage: Coverage;
  /** The possible grades then, if these pass: what waits for another step still counts both ways. */
  possible: NonNullable<Scorecard['possible']>;
}

/** One step of connecting a cluster, as it stands now. @public */
export interface ConnectStep {
  id: ConnectStepId;
  state: ConnectState;
  /** How many of its parts are read, are not, and are not part of this cluster. */
  counts: Readonly<Record<ConnectPart['state'], number>>;
  /** What is not read, and why: ten at most. */
  problems: readonly ConnectPart[];
  /** Missing where no check waits. */
  reveals?: Revealed;
}

/**
 * Every step of connecting a cluster, from its newest signals and scorecard.
 * The first that is not `connected` or `absent` is the one to do next. Pure.
 * @public
 */
export function connectStepsOf(
  sections: Readonly<Partial<Sections>>,
  results: readonly CheckResult[],
): ConnectStep[] {
  const waiting = waitingByStep(results);
  return connectStepIds.map(id => {
    const parts = connectPartsOf(id, sections);
    const checkIds = waiting.get(id) ?? [];
    return {
      id,
      state: connectStateOf(id, parts),
      counts: {
        observed: parts.filter(({ state }) => state === 'observed').length,
        unknown: parts.filter(({ state }) => state === 'unknown').length,
        absent: parts.filter(({ state }) => state === 'absent').length,
      },
      problems: parts
        .filter(({ state }) => state === 'unknown')
        .slice(0, MOST_PROBLEMS),
      ...(checkIds.length > 0 && { reveals: revealed(checkIds, results) }),
    };
  });
}

/** How a step stands by what it reads. Pure. @public */
export function connectStateOf(
  id: ConnectStepId,
  all: readonly ConnectPart[],
): ConnectState {
  // Rights that the reader has do not show while the API is silent; that is the step before.
  const parts =
    id === 'rights'
      ? all.filter(
          ({ state, reason }) => state !== 'unknown' || isDenied(reason),
        )
      : all;
  if (parts.length === 0) return 'pending';
  const unknown = parts.filter(({ state }) => state === 'unknown');
  const observed = parts.filter(({ state }) => state === 'observed');
  if (unknown.length === 0) return observed.length > 0 ? 'connected' : 'absent';
  if (observed.length > 0) return 'partial';
  const reasons = new Set(unknown.map(({ reason }) => reason));
  if (reasons.has('not-configured')) return 'not-configured';
  return reasons.size === 1 && reasons.has('not-collected')
    ? 'pending'
    : 'refused';
}

function isDenied(reason: ConnectPart['reason']): boolean {
  return reason === 'forbidden' || reason === 'unauthorised';
}

/** The unknown results, by the step that each waits for: the first section that it could not read, best for its own reason. None where all was read and decides nothing. */
function waitingByStep(
  results: readonly CheckResult[],
): ReadonlyMap<ConnectStepId, string[]> {
  const waiting = new Map<ConnectStepId, string[]>();
  for (const { checkId, status, reason, evidence } of results) {
    if (status !== 'unknown') continue;
    const unread = evidence.filter(({ state }) => state === 'unknown');
    const first = unread.find(each => each.reason === reason) ?? unread[0];
    const section = sectionNames.find(name => name === first?.section);
    if (!section) continue;
    const seenBy = connectStepOf(section);
    // What no right is missing for waits for the API itself.
    const step =
      seenBy === 'rights' &&
      !isDenied(unknownReasons.find(each => each === first.reason))
        ? 'api'
        : seenBy;
    waiting.set(step, [...(waiting.get(step) ?? []), checkId]);
  }
  return waiting;
}

function revealed(
  checkIds: readonly string[],
  results: readonly CheckResult[],
): Revealed {
  const those = new Set(checkIds);
  const then = results.map(result =>
    those.has(result.checkId) ? { ...result, status: 'pass' as const } : result,
  );
  return {
    checkIds,
    coverage: coverageOf(then),
    possible: possibleOf(then),
  };
}
