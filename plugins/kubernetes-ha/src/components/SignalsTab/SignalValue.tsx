/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ReactNode, useContext } from 'react';
import type { Signal } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { Detail } from '../Detail';
import { ReasonChip } from '../ReasonChip';
import { RelativeTime } from '../RelativeTime';
import { isStale } from './isStale';
import { TakenAtContext } from './TakenAtContext';
import styles from './SignalsTab.module.css';

/**
 * A signal inside a table: its value, or the reason why there is none. A value
 * that is too old to be trusted is marked with when it was seen, in a section that
 * is fresh as a whole: it may be that of something dead.
 */
export function SignalValue<T>(props: {
  signal: Signal<T>;
  children: (value: T, observedAt: string) => ReactNode;
}) {
  const { signal, children } = props;
  const { t } = useWording();
  const takenAt = useContext(TakenAtContext);
  if (signal.state === 'observed') {
    const value = children(signal.value, signal.observedAt);
    if (takenAt === undefined || !isStale(signal, takenAt)) return <>{value}</>;
    return (
      <div className={styles.lines}>
        <div>{value}</div>
        <div>
          <Chip tone="unknown">{t('signals.stale')}</Chip>{' '}
          <RelativeTime at={signal.observedAt} />
        </div>
      </div>
    );
  }
  return (
    <ReasonChip
      tone={signal.state === 'unknown' ? 'unknown' : 'not-applicable'}
      reason={<Detail {...signal} />}
    >
      {t(`reason.${signal.reason}`)}
    </ReasonChip>
  );
}
