/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { usePrinting } from '../../hooks/usePrinting';
import { useWording } from '../../hooks/useWording';
import styles from './PageFrame.module.css';

/** On paper: when it was printed, and from which address. */
export function Printed() {
  const { t, dateTime } = useWording();
  if (!usePrinting()) return null;
  return (
    <p className={styles.printed}>
      {t('print.printed', {
        at: dateTime(new Date().toISOString()),
        address: window.location.href,
      })}
    </p>
  );
}
