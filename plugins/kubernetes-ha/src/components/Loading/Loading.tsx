/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';
import { PlainCard } from '../Panel';
import styles from './Loading.module.css';

/** Grey shapes in the place and of the size of what is on its way, so that nothing moves when it comes. @internal */
export function Loading(props: { children: ReactNode }) {
  const { t } = useWording();
  return (
    <div className={styles.stack} role="status" aria-label={t('state.loading')}>
      {props.children}
    </div>
  );
}

/** Lines of text or rows of a table. */
export function Lines(props: { count: number; height?: string }) {
  const { count, height = '1.75rem' } = props;
  return (
    <div className={styles.lines}>
      {Array.from({ length: count }, (_, row) => (
        <Skeleton key={row} width="100%" height={height} />
      ))}
    </div>
  );
}

/** A panel: its heading, and what it will show. */
export function LoadingPanel(props: { children: ReactNode }) {
  return (
    <PlainCard>
      <div className={styles.lines}>
        <Skeleton width="14rem" height="1.5rem" />
        {props.children}
      </div>
    </PlainCard>
  );
}

/** Boxes beside each other, as many in a row as there is room for. */
export function Boxes(props: { count: number; height: string; min: string }) {
  const { count, height, min } = props;
  return (
    <div
      className={styles.boxes}
      style={{
        gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${min}), 1fr))`,
      }}
    >
      {Array.from({ length: count }, (_, box) => (
        <Skeleton key={box} width="100%" height={height} />
      ))}
    </div>
  );
}
