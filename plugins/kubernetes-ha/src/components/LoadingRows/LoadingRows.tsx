/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Skeleton } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';
import styles from './LoadingRows.module.css';

/** Grey rows in the place of what is on its way. @internal */
export function LoadingRows(props: { rows: number }) {
  const { t } = useWording();
  return (
    <div className={styles.rows} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: props.rows }, (_, row) => (
        <Skeleton key={row} width="100%" height="1.75rem" />
      ))}
    </div>
  );
}
