/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CheckStatus,
  ObservationState,
  SourceProblem,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { sourceName } from '../../hooks/wordSource';
import { Detail } from '../Detail';
import { useIsPageStale } from '../PageState';
import { ReasonChip } from '../ReasonChip';
import { RecordedBadge } from '../RecordedBadge';
import { RelativeTime } from '../RelativeTime';
import styles from './ObservationLabel.module.css';

const tones: Record<
  Exclude<ObservationState['state'], 'recorded'>,
  CheckStatus
> = {
  live: 'pass',
  partial: 'warn',
  stale: 'unknown',
  unreachable: 'fail',
  pending: 'not-applicable',
};

/** States in which a short label says the first reason too, without being asked. */
const grave: readonly ObservationState['state'][] = ['stale', 'unreachable'];

/** Whether a cluster is being seen, since when, and what hinders. @internal */
export function ObservationLabel(props: {
  observation: ObservationState;
  /** Also list what hinders. */
  detailed?: boolean;
}) {
  const { observation, detailed } = props;
  const { observedAt, recordedAt, problems } = observation;
  const { t } = useWording();
  // What was live when the page could still be updated may not be so now.
  const isPageStale = useIsPageStale();
  const state =
    isPageStale && observation.state === 'live' ? 'stale' : observation.state;
  // What was never connected is no problem of now: the Connect view says how it is.
  const unconnected = problems.filter(isUnconnected);
  const listed = detailed
    ? problems.filter(problem => !isUnconnected(problem))
    : problems;
  const reasons = (
    <ul className={styles.problems}>
      {listed.map(problem => (
        <li key={`${problem.source}/${problem.reason}/${problem.detail}`}>
          <Problem problem={problem} />
        </li>
      ))}
    </ul>
  );
  const isListed = detailed || grave.includes(state);
  return (
    <div className={styles.label}>
      {(recordedAt || state === 'recorded') && (
        <RecordedBadge recordedAt={recordedAt} />
      )}
      {state !== 'recorded' && (
        <ReasonChip
          tone={tones[state]}
          reason={!isListed && problems.length > 0 && reasons}
        >
          {t(`observation.${state}`)}
        </ReasonChip>
      )}
      <span className={styles.when}>
        {observedAt ? <RelativeTime at={observedAt} /> : t('observation.never')}
      </span>
      {detailed && recordedAt && <RecordedHint recordedAt={recordedAt} />}
      {!detailed && isListed && problems.length > 0 && (
        <span className={styles.reason}>
          <Problem problem={problems[0]} />
        </span>
      )}
      {detailed && listed.length > 0 && reasons}
      {detailed && unconnected.length > 0 && (
        <span className={styles.reason}>
          {t('observation.notConnected', {
            sources: unconnected
              .map(({ source }) => sourceName(source, t))
              .join(', '),
          })}
        </span>
      )}
    </div>
  );
}

function isUnconnected({ reason }: SourceProblem): boolean {
  return reason === 'not-configured';
}

function Problem(props: { problem: SourceProblem }) {
  const { source, reason, detail, why } = props.problem;
  const { t } = useWording();
  return (
    <>
      {t('observation.problem', {
        source: sourceName(source, t),
        reason: t(`reason.${reason}`),
      })}{' '}
      <Detail detail={detail} why={why} />
    </>
  );
}

function RecordedHint(props: { recordedAt: string }) {
  const { t, date } = useWording();
  return (
    <span className={styles.reason}>
      {t('observation.recordedHint', { date: date(props.recordedAt) })}
    </span>
  );
}
