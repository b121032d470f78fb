/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CauseSummary,
  ChangedCauses,
  ClusterSummary,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording, Wording } from '../../hooks/useWording';
import { wordGrade } from '../../hooks/wordGrade';
import { wordNames } from '../../hooks/wordNames';
import { causeTitle } from '../FindingsPanel/causeTitle';
import styles from './ScoreHistory.module.css';

/** Causes that are named; the fleet and the findings have all of them. */
const NAMED = 3;

/** How a cluster stands against a week ago, and what came and went since. Nothing for one that was not assessed then. @internal */
export function LastWeek(props: {
  cluster: Pick<ClusterSummary, 'score' | 'grade' | 'lastWeek'>;
}) {
  const { score, grade, lastWeek } = props.cluster;
  const wording = useWording();
  const { t, dateTime } = wording;
  if (!lastWeek) return null;
  return (
    <p className={styles.spent}>
      {[
        t('lastWeek.change', {
          at: dateTime(lastWeek.at),
          before: wordGrade(lastWeek, t),
          now: wordGrade({ score, grade }, t),
        }),
        lastWeek.appeared.count > 0 &&
          t('lastWeek.appeared', { names: named(lastWeek.appeared, wording) }),
        lastWeek.resolved.count > 0 &&
          t('lastWeek.resolved', { names: named(lastWeek.resolved, wording) }),
        lastWeek.appeared.count + lastWeek.resolved.count === 0 &&
          t('lastWeek.same'),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  );
}

function named({ count, first }: ChangedCauses, wording: Wording): string {
  const titles = first.map(cause => titleOfCause(cause, wording));
  return wordNames(titles, count, wording.t, NAMED);
}

function titleOfCause(cause: CauseSummary, { t, titleOf }: Wording): string {
  return cause.kind === 'check' ? titleOf(cause.checkId) : causeTitle(cause, t);
}
