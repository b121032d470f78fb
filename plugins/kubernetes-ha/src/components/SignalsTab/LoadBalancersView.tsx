/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CheckStatus,
  HaproxyServer,
  LoadBalancersInfo,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { secondsBefore } from './leaseAge';
import { SignalValue } from './SignalValue';
import styles from './SignalsTab.module.css';

/** The load balancers, each with the servers behind it as it sees them. */
export function LoadBalancersView(props: { loadBalancers: LoadBalancersInfo }) {
  const { instances, kubeVip } = props.loadBalancers;
  const { t } = useWording();
  return (
    <div className={styles.stack}>
      {kubeVip && (
        <span>{t('signals.kubeVipHolder', { holder: kubeVip.holder })}</span>
      )}
      {instances.length === 0 && <span>{t('signals.none')}</span>}
      {instances.map(({ name, kind, nodeName, stats }) => (
        <section key={name} className={styles.stack}>
          <h4 className={styles.heading}>
            {name}{' '}
            <span className={styles.muted}>
              {[kind, nodeName].filter(Boolean).join(' · ')}
            </span>
          </h4>
          <SignalValue signal={stats}>
            {({ servers }, observedAt) => (
              <ServersTable
                label={name}
                servers={servers}
                observedAt={observedAt}
              />
            )}
          </SignalValue>
        </section>
      ))}
    </div>
  );
}

function ServersTable(props: {
  label: string;
  servers: readonly HaproxyServer[];
  /** When they were read, ISO 8601 UTC. */
  observedAt: string;
}) {
  const { observedAt } = props;
  const { t } = useWording();
  return (
    <DataTable
      label={props.label}
      rows={props.servers}
      keyOf={({ backend, name }) => `${backend}/${name}`}
      columns={[
        {
          title: t('signals.server'),
          cell: ({ backend, name, backup }) => (
            <>
              {backend}/<strong>{name}</strong>{' '}
              {backup && `(${t('signals.backup')})`}
            </>
          ),
        },
        {
          title: t('signals.address'),
          cell: ({ address }) => (
            <span className={styles.code}>{address ?? '–'}</span>
          ),
        },
        {
          title: t('signals.serverStatus'),
          cell: ({ status }) => <Chip tone={toneOf(status)}>{status}</Chip>,
        },
        {
          title: t('signals.healthCheck'),
          cell: ({ checkStatus, checkCode, checkDurationMs }) =>
            [
              checkStatus ?? t('signals.noHealthCheck'),
              checkCode,
              checkDurationMs !== undefined && `${checkDurationMs} ms`,
            ]
              .filter(Boolean)
              .join(' · '),
        },
        {
          title: t('signals.lastChange'),
          cell: ({ lastChangeSeconds }) =>
            lastChangeSeconds === undefined ? (
              '–'
            ) : (
              <RelativeTime at={secondsBefore(observedAt, lastChangeSeconds)} />
            ),
        },
        {
          title: t('signals.sessions'),
          numeric: true,
          cell: ({ currentSessions }) => currentSessions,
        },
        {
          title: t('signals.downs'),
          numeric: true,
          cell: ({ downTransitions }) => downTransitions,
        },
      ]}
    />
  );
}

/** HAProxy's word for a server, as a tone. Source: haproxy doc/management.txt §9.1, field status. */
function toneOf(status: string): CheckStatus {
  if (status === 'UP') return 'pass';
  if (status.startsWith('DOWN')) return 'fail';
  // An unused slot of a server-template has no address and is no fault.
  if (status === 'MAINT (resolution)') return 'unknown';
  return status === 'no check' ? 'unknown' : 'warn';
}
