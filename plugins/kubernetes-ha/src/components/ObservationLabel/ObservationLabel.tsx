/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CheckStatus,
  ObservationState,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
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

/** Whether a cluster is being seen, since when, and what hinders. @internal */
export function ObservationLabel(props: {
  observation: ObservationState;
  /** Also list what hinders, not only on hover. */
  detailed?: boolean;
}) {
  const { observation, detailed } = props;
  const { state, observedAt, problems } = observation;
  const { t } = useWording();
  const reasons = problems.map(({ source, reason, detail }) =>
    t('observation.problem', {
      source,
      reason: t(`reason.${reason}`),
      detail,
    }),
  );
  return (
    <span className={styles.label}>
      {state === 'recorded' ? (
        <RecordedBadge recordedAt={observation.recordedAt} />
      ) : (
        <Chip tone={tones[state]} title={reasons.join('\n') || undefined}>
          {t(`observation.${state}`)}
        </Chip>
      )}
      {observedAt ? <RelativeTime at={observedAt} /> : t('observation.never')}
      {!detailed && (state === 'stale' || state === 'unreachable') && (
        <span className={styles.reason}>{reasons[0]}</span>
      )}
      {detailed && reasons.length > 0 && (
        <ul className={styles.problems}>
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </span>
  );
}
