/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { RiArrowDownSLine } from '@remixicon/react';
import type { CheckStatus } from 'backstage-plugin-kubernetes-ha-common';
import { Chip } from '../Chip';
import styles from './ReasonChip.module.css';

/**
 * A chip that opens to say why. A disclosure and not a tooltip: keyboards,
 * screen readers and fingers reach it, and the words stay while they are read.
 * @internal
 */
export function ReasonChip(props: {
  tone: CheckStatus;
  /** Why; without it there is nothing to open. */
  reason: ReactNode;
  children: ReactNode;
}) {
  const { tone, reason, children } = props;
  if (!reason) return <Chip tone={tone}>{children}</Chip>;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <Chip tone={tone}>
          {children}
          <RiArrowDownSLine className={styles.arrow} aria-hidden="true" />
        </Chip>
      </summary>
      <div className={styles.reason}>{reason}</div>
    </details>
  );
}
