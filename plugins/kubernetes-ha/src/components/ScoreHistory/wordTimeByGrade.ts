/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { grades, TimeByGrade } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';

/** Below this share a duration says more than a percentage. */
const LEAST_SHARE = 0.01;

/** How the time since the cluster is known was spent, best grade first: `A 92 %, F 4 min, not assessed 3 %`; nothing for no time. */
export function wordTimeByGrade(
  { byGrade, notAssessed }: TimeByGrade,
  { t, duration }: Pick<Wording, 't' | 'duration'>,
): string {
  const parts: [string, number | undefined][] = [
    ...grades.map((grade): [string, number | undefined] => [
      grade,
      byGrade[grade],
    ]),
    [t('history.ungraded'), byGrade.none],
    [t('history.notAssessed'), notAssessed],
  ];
  const known = parts.flatMap(([name, seconds = 0]) =>
    seconds >= 1 ? [{ name, seconds }] : [],
  );
  const total = known.reduce((sum, { seconds }) => sum + seconds, 0);
  return known
    .map(({ name, seconds }) =>
      seconds / total < LEAST_SHARE
        ? `${name} ${duration(seconds)}`
        : `${name} ${wordShare(seconds / total)}`,
    )
    .join(', ');
}

/** Never all of it where something else is left, and in whole numbers otherwise. */
function wordShare(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 100 && share < 1
    ? `${Math.floor(share * 1000) / 10} %`
    : `${percent} %`;
}
