/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ScoreHistory,
  timeByGrade,
} from 'backstage-plugin-kubernetes-ha-common';
import type { TimeWindow } from '../routing/useTimeWindow';
import { usePolled } from './usePolled';

/** Steps before the newest known one that are read again: points of other replicas may come late, and the last step still fills. */
const OVERLAP_STEPS = 2;

/** The score of a cluster over a window of time; one that ends now is kept up to date, by what is new. @internal */
export function useScoreHistory(
  name: string,
  { key, hours, fixed }: TimeWindow,
  intervalSeconds: number,
  version?: string,
) {
  return usePolled<ScoreHistory>({
    key: ['history', name, key],
    request: async (api, options, known) => {
      if (fixed) return api.getHistory(name, fixed, options);
      const from = new Date(Date.now() - hours * 3_600_000).toISOString();
      const resumed = known && resumeFrom(known, from);
      if (!known || !resumed) return api.getHistory(name, { from }, options);
      const { stepSeconds } = known;
      const newer = await api.getHistory(
        name,
        { from: resumed, stepSeconds },
        options,
      );
      // An answer in other steps cannot be joined to what is known.
      return newer.stepSeconds === stepSeconds
        ? joined(known, newer, from)
        : api.getHistory(name, { from }, options);
    },
    intervalSeconds: fixed ? undefined : intervalSeconds,
    version: fixed ? undefined : version,
  });
}

/** The step from which to read on; nothing when nothing is known of the range. */
function resumeFrom(known: ScoreHistory, from: string): string | undefined {
  const newest = known.steps.at(-1);
  if (!newest) return undefined;
  const stepMs = known.stepSeconds * 1000;
  const grid = Math.floor(Date.parse(newest.at) / stepMs) * stepMs;
  const resumed = new Date(grid - OVERLAP_STEPS * stepMs).toISOString();
  return resumed > from ? resumed : undefined;
}

/** What is known up to where `newer` begins, and that; the range begins at `from`. Pure. */
export function joined(
  known: ScoreHistory,
  newer: ScoreHistory,
  from: string,
): ScoreHistory {
  const stepMs = known.stepSeconds * 1000;
  // A step that the range has begun to leave stays until it is left.
  const oldest = new Date(Date.parse(from) - stepMs).toISOString();
  const first = known.steps.find(({ at }) => at > oldest && at < newer.from);
  const begin = first && first.at < from ? first.at : from;
  const steps = [
    ...known.steps.filter(({ at }) => at >= begin && at < newer.from),
    ...newer.steps,
  ];
  const { firstAssessedAt = known.firstAssessedAt } = newer;
  const range = {
    from: begin,
    to: newer.to,
    ...(firstAssessedAt && { firstAssessedAt }),
  };
  return {
    ...range,
    stepSeconds: known.stepSeconds,
    steps,
    time: timeByGrade(steps, range),
  };
}
