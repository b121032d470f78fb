/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from './useWording';
import { wordGrade } from './wordGrade';

/** The grades and scores that are possible, best first; nothing where no unknown can change the score. @internal */
export function wordRange(
  { best, worst }: NonNullable<Scorecard['possible']>,
  t: Wording['t'],
): string | undefined {
  if (best.score === worst.score) return undefined;
  return t('grade.range', {
    best: wordGrade(best, t),
    worst: wordGrade(worst, t),
  });
}
