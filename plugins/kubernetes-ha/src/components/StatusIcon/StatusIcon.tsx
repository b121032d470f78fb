/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiQuestionMark,
  RiSubtractLine,
} from '@remixicon/react';
import type { CheckStatus } from 'backstage-plugin-kubernetes-ha-common';
import styles from './StatusIcon.module.css';

const icons = {
  pass: RiCheckLine,
  warn: RiErrorWarningLine,
  fail: RiCloseLine,
  unknown: RiQuestionMark,
  'not-applicable': RiSubtractLine,
} as const satisfies Record<CheckStatus, unknown>;

/** The sign of a status. Decoration only: the word stands beside it or in the label around it. @internal */
export function StatusIcon(props: { status: CheckStatus }) {
  const Icon = icons[props.status];
  return <Icon className={styles.icon} aria-hidden="true" />;
}
