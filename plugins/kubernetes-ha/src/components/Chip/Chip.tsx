/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import type { CheckStatus } from 'backstage-plugin-kubernetes-ha-common';
import { StatusIcon } from '../StatusIcon';
import styles from './Chip.module.css';

/** A short word with the tone of a status; the icon repeats the tone without colour. @internal */
export function Chip(props: {
  tone: CheckStatus;
  icon?: boolean;
  children: ReactNode;
}) {
  const { tone, icon = true, children } = props;
  return (
    <span className={styles.chip} data-tone={tone}>
      {icon && <StatusIcon status={tone} />}
      {children}
    </span>
  );
}
