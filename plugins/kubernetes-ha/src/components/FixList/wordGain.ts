/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Fix, ScoreAndGrade } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import { wordGrade } from '../../hooks/wordGrade';

/** What a change gains in a cluster: grade and score as they are and would be, and checks that become visible. */
export function wordGain(
  now: ScoreAndGrade,
  { then, gain, visible }: Pick<Fix, 'then' | 'gain' | 'visible'>,
  t: Wording['t'],
): string {
  return [
    gain > 0 &&
      t('fix.gain', { from: wordGrade(now, t), to: wordGrade(then, t) }),
    visible > 0 && t('fix.visible', { count: visible }),
  ]
    .filter(Boolean)
    .join(' · ');
}
