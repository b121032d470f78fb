/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import type { Signal } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { sourceName } from '../../hooks/wordSource';
import { Chip } from '../Chip';
import { Panel } from '../Panel';
import { Detail } from '../Detail';
import { RelativeTime } from '../RelativeTime';
import { isStale } from './isStale';
import { TakenAtContext } from './TakenAtContext';
import styles from './SignalsTab.module.css';

/**
 * A section of the snapshot: where it comes from and how old it is, and its
 * value, or why there is none. A stale value is shown, marked as stale.
 */
export function SectionPanel<T>(props: {
  title: string;
  signal: Signal<T>;
  takenAt: string;
  children: (value: T, observedAt: string) => ReactNode;
}) {
  const { title, signal, takenAt, children } = props;
  const { t, duration } = useWording();
  const stale = isStale(signal, takenAt);
  return (
    <Panel
      title={title}
      note={
        <>
          {t('signals.from', { source: sourceName(signal.source, t) })} ·{' '}
          {signal.via} · <RelativeTime at={signal.observedAt} />
          {signal.state === 'observed' &&
            ` · ${t('signals.every', {
              duration: duration(signal.intervalSeconds),
            })}`}{' '}
          {stale && <Chip tone="unknown">{t('signals.stale')}</Chip>}
        </>
      }
    >
      {signal.state === 'observed' ? (
        <TakenAtContext.Provider value={stale ? undefined : takenAt}>
          {children(signal.value, signal.observedAt)}
        </TakenAtContext.Provider>
      ) : (
        <div className={styles.reason}>
          <Chip
            tone={signal.state === 'unknown' ? 'unknown' : 'not-applicable'}
          >
            {signal.state === 'unknown'
              ? t('signals.unknownTitle', {
                  reason: t(`reason.${signal.reason}`),
                })
              : t('signals.absentTitle', {
                  reason: t(`reason.${signal.reason}`),
                })}
          </Chip>
          <Detail {...signal} />
        </div>
      )}
    </Panel>
  );
}
