/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { gradeOf } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import type { ScoredStep } from './timeline';

/** What came first in a step: `broken now: etcd quorum fault tolerance`; nothing when all was well. */
export function wordReason(
  { headline }: Pick<ScoredStep, 'headline'>,
  { t, titleOf }: Pick<Wording, 't' | 'titleOf'>,
): string | undefined {
  return (
    headline &&
    t('history.reason', {
      verdict: t(`verdict.${headline.verdict}`),
      title: titleOf(headline.checkId),
    })
  );
}

/** A score, or the least and the greatest of a step. */
export function wordScore({ lowest, highest }: ScoredStep): string {
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}

/** A step in words: when, which score and grade at its lowest, provisional or not, and why. */
export function wordMoment(step: ScoredStep, wording: Wording): string {
  const { t, dateTime } = wording;
  return [
    t('history.moment', {
      at: dateTime(step.at),
      score: wordScore(step),
      grade: gradeOf(step.lowest) ?? '–',
    }),
    step.provisional && t('grade.provisional'),
    wordReason(step, wording),
  ]
    .filter(Boolean)
    .join(' · ');
}
