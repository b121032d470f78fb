/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { RiFilmLine } from '@remixicon/react';
import { useWording } from '../../hooks/useWording';
import styles from './RecordedBadge.module.css';

/** Says that the data is a recording, and of when. @internal */
export function RecordedBadge(props: { recordedAt?: string }) {
  const { recordedAt } = props;
  const { t, date } = useWording();
  // In a narrow column the date goes below the word, in one piece.
  const day = recordedAt && date(recordedAt).replace(/ /g, '\u00a0');
  return (
    <span
      className={styles.badge}
      title={day && t('observation.recordedHint', { date: day })}
    >
      <RiFilmLine className={styles.icon} aria-hidden="true" />
      {day
        ? t('observation.recordedOn', { date: day })
        : t('observation.recorded')}
    </span>
  );
}
