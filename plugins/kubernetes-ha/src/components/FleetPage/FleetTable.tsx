/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// The roles of the table are said again: laid out as blocks on a narrow screen it loses them in some browsers.
/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ClusterSummary } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { wordCounts } from '../../hooks/wordCounts';
import { clusterRouteRef } from '../../routes';
import { GradeRing } from '../GradeRing';
import { LayerStrip } from '../LayerStrip';
import { ObservationLabel } from '../ObservationLabel';
import { ProvisionalBadge } from '../ProvisionalBadge';
import { Sparkline } from '../Sparkline';
import { ownerName } from './ownerName';
import styles from './FleetTable.module.css';

/** The clusters, one row each; on a narrow screen one block each. */
export function FleetTable(props: { clusters: readonly ClusterSummary[] }) {
  const { t } = useWording();
  const columns = [
    t('fleet.columnCluster'),
    t('fleet.columnGrade'),
    t('fleet.columnLimitedBy'),
    t('fleet.columnLayers'),
    t('fleet.columnTrend'),
    t('fleet.columnObserved'),
  ];
  return (
    <table className={styles.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(title => (
            <th key={title} role="columnheader" scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.clusters.map(cluster => (
          <FleetRow key={cluster.name} cluster={cluster} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function FleetRow(props: { cluster: ClusterSummary; columns: string[] }) {
  const { cluster, columns } = props;
  const { t } = useWording();
  const href = useRouteRef(clusterRouteRef)?.({ name: cluster.name }) ?? '';
  const { grade, score, provisional, coverage, openFindings } = cluster;
  const cells: ReactNode[] = [
    <div className={styles.stack}>
      <Link href={href} weight="bold" variant="body-medium">
        {cluster.title ?? cluster.name}
      </Link>
      <span className={styles.muted}>
        {[
          cluster.title && cluster.name,
          t(`tier.${cluster.tier}`),
          cluster.owner && ownerName(cluster.owner),
          cluster.platform !== 'self-managed' &&
            t(`platform.${cluster.platform}`),
          cluster.kubernetesVersion,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>,
    <div className={styles.grade}>
      <GradeRing grade={grade} score={score} provisional={provisional} />
      <span className={styles.score}>{score ?? '–'}</span>
      {provisional && <ProvisionalBadge />}
    </div>,
    <div className={styles.stack}>
      <Limit cluster={cluster} />
      {openFindings.fail + openFindings.warn > 0 && (
        <span className={styles.muted}>
          {wordCounts({ fail: openFindings.fail, warn: openFindings.warn }, t)}
        </span>
      )}
    </div>,
    <div className={styles.stack}>
      <LayerStrip layers={cluster.layers} />
      {coverage.unknown > 0 && (
        <span className={styles.muted}>
          {[
            t('fleet.unknown', {
              unknown: String(coverage.unknown),
              applicable: String(coverage.applicable),
            }),
            coverage.unknownCritical > 0 &&
              t('fleet.unknownCritical', {
                number: String(coverage.unknownCritical),
              }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </div>,
    <Sparkline values={cluster.trend} />,
    <ObservationLabel observation={cluster.observation} />,
  ];
  return (
    <tr role="row" className={styles.row}>
      {cells.map((cell, index) => (
        <td key={columns[index]} role="cell" data-label={columns[index]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

function Limit(props: { cluster: ClusterSummary }) {
  const { limitedBy, score } = props.cluster;
  const { t, say } = useWording();
  if (!limitedBy) {
    return (
      <span className={styles.muted}>
        {score === null ? t('fleet.notAssessed') : t('fleet.nothingBelow')}
      </span>
    );
  }
  return (
    <span>
      <strong>{t(`layer.${limitedBy.layer}`)}:</strong>{' '}
      {say(limitedBy.observed)}
    </span>
  );
}
