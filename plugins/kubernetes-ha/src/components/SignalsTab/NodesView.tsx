/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useMemo } from 'react';
import type {
  CheckStatus,
  LeasesInfo,
  NodeInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording, Wording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { DataColumn, DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { isStale } from './isStale';
import { leaseAgeSeconds } from './leaseAge';
import { problemsOf, ReadyWord, readyOf, unhealthyFirst } from './nodeHealth';
import { SignalValue } from './SignalValue';
import { TakenAtContext } from './TakenAtContext';
import styles from './SignalsTab.module.css';

const tones: Record<ReadyWord, CheckStatus> = {
  True: 'pass',
  False: 'fail',
  Unknown: 'unknown',
  missing: 'unknown',
};

/** The nodes, those first that need a person; a filter finds one of thousands. */
export function NodesView(props: {
  nodes: readonly NodeInfo[];
  leases: Signal<LeasesInfo>;
  /** When the signals were put together, ISO 8601 UTC. */
  takenAt: string;
}) {
  const { nodes, leases, takenAt } = props;
  const wording = useWording();
  const { t } = wording;
  const rows = useMemo(() => unhealthyFirst(nodes), [nodes]);
  const columns = useMemo(() => columnsOf(leases, wording), [leases, wording]);
  const filter = useMemo(
    () => ({ name: 'node', label: t('signals.filterNodes'), textOf }),
    [t],
  );
  if (nodes.length === 0) return <>{t('signals.none')}</>;
  const ready = nodes.filter(node => readyOf(node) === 'True').length;
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
        <DataTable
          label={t('signals.nodes')}
          columns={columns}
          rows={rows}
          keyOf={({ name }) => name}
          filter={filter}
        />
      </TakenAtContext.Provider>
    </div>
  );
}

/** What the filter searches: words that stand in the row, and those of the API for its state. */
function textOf(node: NodeInfo): string {
  const ready = readyOf(node);
  return [
    node.name,
    node.zone,
    node.kubeletVersion,
    ...node.internalIPs,
    ready === 'True' ? 'Ready' : 'NotReady',
    ...problemsOf(node),
    node.controlPlane && 'control-plane',
    node.unschedulable && 'SchedulingDisabled',
  ]
    .filter(Boolean)
    .join(' ');
}

function columnsOf(
  leases: Signal<LeasesInfo>,
  wording: Wording,
): DataColumn<NodeInfo>[] {
  const { t } = wording;
  const byName = new Map(
    leases.state === 'observed'
      ? leases.value.leases.map(lease => [lease.name, lease])
      : [],
  );
  return [
    {
      title: t('signals.node'),
      cell: ({ name }) => <strong>{name}</strong>,
      share: 3,
    },
    { title: t('signals.zone'), cell: ({ zone }) => zone ?? '–' },
    {
      title: t('signals.nodeReady'),
      cell: node => <Ready node={node} />,
      share: 2,
    },
    {
      title: t('signals.heartbeatAge'),
      cell: ({ name }) => (
        <SignalValue signal={leases}>
          {({ serverTime }) => {
            const lease = byName.get(name);
            const age = lease && leaseAgeSeconds(lease, serverTime);
            return age === undefined ? (
              '–'
            ) : (
              // Of the moment of the collection: thousands of clocks that tick would keep the browser busy.
              <time
                dateTime={lease?.renewTime}
                title={lease?.renewTime && wording.dateTime(lease.renewTime)}
              >
                {wording.duration(age)}
              </time>
            );
          }}
        </SignalValue>
      ),
      share: 1.5,
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
      share: 2,
    },
  ];
}

function Ready(props: { node: NodeInfo }) {
  const { t } = useWording();
  const word = readyOf(props.node);
  return (
    <span className={styles.chips}>
      <Chip tone={tones[word]}>{t(`signals.nodeReady.${word}`)}</Chip>
      {problemsOf(props.node).map(type => (
        <Chip key={type} tone="warn">
          {type}
        </Chip>
      ))}
    </span>
  );
}
