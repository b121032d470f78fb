/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ScoreAndGrade } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from './useWording';

/** Grade and score: `D 55`. @internal */
export function wordGrade(
  { grade, score }: ScoreAndGrade,
  t: Wording['t'],
): string {
  return [grade ?? t('grade.none'), score]
    .filter(part => part !== null)
    .join(' ');
}
