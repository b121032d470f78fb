/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  LeaseInfo,
  LeasesInfo,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { leaseRenewedAt } from './leaseAge';
import styles from './SignalsTab.module.css';

/** Leases with who holds them and since when, by the server's clock. */
export function LeasesTable(props: {
  leases: LeasesInfo;
  /** When they were read, ISO 8601 UTC. */
  observedAt: string;
}) {
  const { observedAt } = props;
  const { serverTime, leases } = props.leases;
  const { t, duration } = useWording();
  if (leases.length === 0) return <>{t('signals.none')}</>;
  return (
    <DataTable
      label={t('signals.leases')}
      rows={leases}
      keyOf={({ namespace, name }) => `${namespace}/${name}`}
      columns={[
        { title: t('signals.lease'), cell: ({ name }) => name },
        {
          title: t('signals.holder'),
          cell: ({ holder }) => (
            <span className={styles.path}>
              {holder || t('signals.noHolder')}
            </span>
          ),
        },
        { title: t('signals.renewed'), cell: renewedCell },
        {
          title: t('signals.transitions'),
          numeric: true,
          cell: ({ transitions }) => transitions ?? '–',
        },
      ]}
    />
  );

  function renewedCell(lease: LeaseInfo) {
    const at = leaseRenewedAt(lease, serverTime, observedAt);
    if (at === undefined) return '–';
    return (
      <span className={styles.nowrap}>
        <RelativeTime at={at} />
        {lease.durationSeconds !== undefined && (
          <span className={styles.muted}>
            {t('signals.leaseHolds', {
              duration: duration(lease.durationSeconds),
            })}
          </span>
        )}
      </span>
    );
  }
}
