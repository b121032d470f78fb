/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Outcome } from './check';

/**
 * What a result that is not pass means to people, the most urgent first:
 * `broken`: something that should be up, fresh or agreed is not, now. `weak`:
 * it is built so (counts, spread, flags, versions, redundancy). `not-visible`:
 * unknown.
 * @public
 */
export const verdicts = ['broken', 'weak', 'not-visible'] as const;

/** See {@link verdicts}. @public */
export type Verdict = (typeof verdicts)[number];

/**
 * What a check watches. `state`: what is up, fresh or agreed now. `design`: how
 * it is built. `count`: how many there are of something; there are too few
 * either because some are down, which it names as its subjects, or because
 * there are no more.
 * @public
 */
export type CheckKind = 'state' | 'design' | 'count';

/** The verdict of an answer, of an unknown as it was last seen; nothing for what passes or does not apply. Pure. @public */
export function verdictOf(
  kind: CheckKind,
  outcome: Pick<Outcome, 'status' | 'subjects' | 'lastSeen'>,
): Verdict | undefined {
  const { status, subjects = [], lastSeen } = outcome;
  if (status === 'pass' || status === 'not-applicable') return undefined;
  if (status === 'unknown' && !lastSeen) return 'not-visible';
  const isState = kind === 'count' ? subjects.length > 0 : kind === 'state';
  return isState ? 'broken' : 'weak';
}
