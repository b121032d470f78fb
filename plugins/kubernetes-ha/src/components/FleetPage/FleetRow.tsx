/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  ClusterSummary,
  Layer,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { wordCounts } from '../../hooks/wordCounts';
import { wordGrade } from '../../hooks/wordGrade';
import { wordRange } from '../../hooks/wordRange';
import { clusterRouteRef } from '../../routes';
import { GradeRing } from '../GradeRing';
import { LayerStrip } from '../LayerStrip';
import { ObservationLabel } from '../ObservationLabel';
import { ProvisionalBadge } from '../ProvisionalBadge';
import { Sparkline } from '../Sparkline';
import { fleetColumns } from './fleetColumns';
import { FleetHeadline } from './FleetHeadline';
import { ownerName } from './ownerName';
import styles from './FleetTable.module.css';

/** One cluster; see {@link fleetColumns}. */
export function FleetRow(props: {
  cluster: ClusterSummary;
  /** Those of which there is something to show in any row. */
  layers: ReadonlySet<Layer>;
}) {
  const { cluster, layers } = props;
  const { t } = useWording();
  const cells: Record<(typeof fleetColumns)[number]['title'], ReactNode> = {
    'fleet.columnCluster': <Name cluster={cluster} />,
    'fleet.columnTier': t(`tier.${cluster.tier}`),
    'fleet.columnOwner': cluster.owner && (
      <span title={cluster.owner}>{ownerName(cluster.owner)}</span>
    ),
    'fleet.columnGrade': <Grade cluster={cluster} />,
    'fleet.columnHeadline': <Urgency cluster={cluster} shown={layers} />,
    'fleet.columnVisibility': <Visibility cluster={cluster} />,
    'fleet.columnTrend': <Trend cluster={cluster} />,
    'fleet.columnObserved': (
      <ObservationLabel observation={cluster.observation} />
    ),
  };
  return (
    <tr role="row" className={styles.row}>
      {fleetColumns.map(({ title }) => (
        <td
          key={title}
          role="cell"
          data-label={t(title)}
          data-column={title.slice('fleet.column'.length)}
        >
          {cells[title]}
        </td>
      ))}
    </tr>
  );
}

function Name(props: { cluster: ClusterSummary }) {
  const { name, title, platform, kubernetesVersion } = props.cluster;
  const { t } = useWording();
  const href = useRouteRef(clusterRouteRef)?.({ name }) ?? '';
  return (
    <div className={styles.stack}>
      <Link href={href} weight="bold" variant="body-medium">
        {title ?? name}
      </Link>
      <span className={styles.muted}>
        {[
          title && name,
          platform !== 'self-managed' && t(`platform.${platform}`),
          kubernetesVersion,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

/** The grade, and where it may really be. */
function Grade(props: { cluster: ClusterSummary }) {
  const { grade, score, provisional, possible, observation } = props.cluster;
  const { t } = useWording();
  const range = possible && wordRange(possible, t);
  return (
    <div className={styles.grade}>
      <GradeRing
        grade={grade}
        score={score}
        provisional={provisional}
        stale={observation.state === 'stale'}
      />
      <span className={styles.score}>{score ?? '–'}</span>
      {provisional && (
        <span>
          <ProvisionalBadge />
        </span>
      )}
      {range && <span className={styles.muted}>{range}</span>}
    </div>
  );
}

/** What is first to be said, how much more there is, and in which layers. */
function Urgency(props: {
  cluster: ClusterSummary;
  shown: ReadonlySet<Layer>;
}) {
  const { openFindings, causes, layers } = props.cluster;
  const { t } = useWording();
  const { fail, warn } = openFindings;
  const more = [
    causes &&
      causes.broken > 1 &&
      t('fleet.brokenCauses', { number: String(causes.broken) }),
    fail + warn > 0 && wordCounts({ fail, warn }, t),
  ].filter(Boolean);
  return (
    <div className={styles.stack}>
      <FleetHeadline cluster={props.cluster} />
      <div className={styles.layers}>
        <LayerStrip layers={layers} shown={props.shown} />
        {more.length > 0 && (
          <span className={styles.muted}>{more.join(' · ')}</span>
        )}
      </div>
    </div>
  );
}

/** How much of what applies was seen. */
function Visibility(props: { cluster: ClusterSummary }) {
  const { known, applicable, unknownCritical } = props.cluster.coverage;
  const { t } = useWording();
  if (applicable === 0) return null;
  return (
    <div className={styles.stack}>
      <span>
        {t('fleet.seen', {
          known: String(known),
          applicable: String(applicable),
        })}
      </span>
      {unknownCritical > 0 && (
        <span className={styles.muted}>
          {t('fleet.unknownCritical', { number: String(unknownCritical) })}
        </span>
      )}
    </div>
  );
}

/** The last 30 days, and what a week ago was otherwise. */
function Trend(props: { cluster: ClusterSummary }) {
  const { trend, lastWeek, score, grade } = props.cluster;
  const { t } = useWording();
  const isOther =
    lastWeek && (lastWeek.score !== score || lastWeek.grade !== grade);
  const changes = lastWeek && lastWeek.appeared.count + lastWeek.resolved.count;
  return (
    <div className={styles.stack}>
      <Sparkline values={trend} />
      {isOther && (
        <span className={styles.muted}>
          {t('fleet.weekAgo', { grade: wordGrade(lastWeek, t) })}
        </span>
      )}
      {lastWeek && Boolean(changes) && (
        <span className={styles.muted}>
          {t('fleet.weekChanges', {
            appeared: String(lastWeek.appeared.count),
            resolved: String(lastWeek.resolved.count),
          })}
        </span>
      )}
    </div>
  );
}
