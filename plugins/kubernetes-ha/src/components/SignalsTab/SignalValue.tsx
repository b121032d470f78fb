/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ReactNode, useContext } from 'react';
import type { Signal } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { Quoted } from '../Quoted';
import { ReasonChip } from '../ReasonChip';
import { isStale } from './isStale';
import { TakenAtContext } from './TakenAtContext';
import styles from './SignalsTab.module.css';

/**
 * A signal inside a table: its value, or the reason why there is none. A value
 * that is too old to be trusted is marked, in a section that is fresh as a whole.
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
          <Chip tone="unknown">{t('signals.stale')}</Chip>
        </div>
      </div>
    );
  }
  return (
    <ReasonChip
      tone={signal.state === 'unknown' ? 'unknown' : 'not-applicable'}
      reason={<Quoted>{signal.detail}</Quoted>}
    >
      {t(`reason.${signal.reason}`)}
    </ReasonChip>
  );
}
