/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type { CheckStatus } from 'backstage-plugin-kubernetes-ha-common';
import { PlainCard } from '../Panel';
import { StatusIcon } from '../StatusIcon';
import styles from './Tile.module.css';

/** One number of the fleet with what it counts and what stands behind it. @internal */
export function Tile(props: {
  value: string;
  label: string;
  tone?: CheckStatus;
  /** Leads to what is counted. */
  href?: string;
  children?: ReactNode;
}) {
  const { value, label, tone, href, children } = props;
  return (
    <PlainCard>
      <div className={styles.tile} data-tone={tone}>
        <div className={styles.line}>
          <span className={styles.value}>{value}</span>
          <span className={styles.label}>
            {tone && <StatusIcon status={tone} />}{' '}
            {href ? (
              <Link href={href} weight="bold">
                {label}
              </Link>
            ) : (
              label
            )}
          </span>
        </div>
        <div className={styles.detail}>{children}</div>
      </div>
    </PlainCard>
  );
}
