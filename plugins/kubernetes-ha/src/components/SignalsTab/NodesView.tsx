/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  CheckStatus,
  inReadingOrder,
  LeasesInfo,
  NodeInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording, Wording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { DataColumn, DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { isStale } from './isStale';
import { leaseRenewedAt } from './leaseAge';
import { SignalValue } from './SignalValue';
import { TakenAtContext } from './TakenAtContext';
import { VirtualTable } from './VirtualTable';
import styles from './SignalsTab.module.css';

/** Longer lists scroll in a window of their own, so that what follows stays in reach. */
const PLAIN_ROWS = 24;

const tones: Record<ReadyWord, CheckStatus> = {
  True: 'pass',
  False: 'fail',
  Unknown: 'unknown',
  missing: 'unknown',
};

type ReadyWord = 'True' | 'False' | 'Unknown' | 'missing';

function readyOf(node: NodeInfo): ReadyWord {
  return (
    node.conditions.find(({ type }) => type === 'Ready')?.status ?? 'missing'
  );
}

/** The nodes: those that are not ready first, then the control plane, then by name. */
export function NodesView(props: {
  nodes: readonly NodeInfo[];
  leases: Signal<LeasesInfo>;
  /** When the signals were put together, ISO 8601 UTC. */
  takenAt: string;
}) {
  const { nodes, leases, takenAt } = props;
  const wording = useWording();
  const { t } = wording;
  if (nodes.length === 0) return <>{t('signals.none')}</>;
  const rank = (node: NodeInfo) =>
    (readyOf(node) === 'True' ? 2 : 0) + (node.controlPlane ? 0 : 1);
  const sorted = inReadingOrder(nodes, ({ name }) => name).sort(
    (a, b) => rank(a) - rank(b),
  );
  const ready = nodes.filter(node => readyOf(node) === 'True').length;
  const table = {
    label: t('signals.nodes'),
    columns: columnsOf(leases, wording),
    rows: sorted,
    keyOf: ({ name }: NodeInfo) => name,
  };
  return (
    <div className={styles.stack}>
      <div className={styles.facts}>
        {t('signals.nodesShown', {
          ready: String(ready),
          total: String(nodes.length),
        })}
        {isStale(leases, takenAt) && (
          <span>
            {t('signals.heartbeat')}:{' '}
            <Chip tone="unknown">{t('signals.stale')}</Chip>{' '}
            <RelativeTime at={leases.observedAt} />
          </span>
        )}
      </div>
      {/* Stale heartbeats are told once, above, and not in every row. */}
      <TakenAtContext.Provider value={undefined}>
        {sorted.length > PLAIN_ROWS ? (
          <VirtualTable {...table} />
        ) : (
          <DataTable {...table} />
        )}
      </TakenAtContext.Provider>
    </div>
  );
}

function columnsOf(
  leases: Signal<LeasesInfo>,
  { t }: Wording,
): DataColumn<NodeInfo>[] {
  const byName = new Map(
    leases.state === 'observed'
      ? leases.value.leases.map(lease => [lease.name, lease])
      : [],
  );
  return [
    { title: t('signals.node'), cell: ({ name }) => <strong>{name}</strong> },
    { title: t('signals.zone'), cell: ({ zone }) => zone ?? '–' },
    {
      title: t('signals.nodeReady'),
      cell: node => {
        const word = readyOf(node);
        return <Chip tone={tones[word]}>{t(`signals.nodeReady.${word}`)}</Chip>;
      },
    },
    {
      title: t('signals.heartbeat'),
      cell: ({ name }) => (
        <SignalValue signal={leases}>
          {({ serverTime }, observedAt) => {
            const lease = byName.get(name);
            const at = lease && leaseRenewedAt(lease, serverTime, observedAt);
            return at === undefined ? '–' : <RelativeTime at={at} />;
          }}
        </SignalValue>
      ),
    },
    {
      title: t('signals.kubelet'),
      cell: ({ kubeletVersion }) => kubeletVersion,
    },
    {
      title: t('signals.role'),
      cell: ({ controlPlane, unschedulable }) =>
        [
          controlPlane && t('signals.controlPlane'),
          unschedulable && t('signals.unschedulable'),
        ]
          .filter(Boolean)
          .join(' · '),
    },
  ];
}
