/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterSummary } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Chip } from '../Chip';
import { ownerName } from '../FleetPage/ownerName';
import { GradeRing } from '../GradeRing';
import { ObservationLabel } from '../ObservationLabel';
import { useIsPageStale } from '../PageState';
import { ProvisionalBadge } from '../ProvisionalBadge';
import styles from './ClusterHeader.module.css';

/** Grade, name and facts of a cluster, and whether it is being seen. */
export function ClusterHeader(props: { cluster: ClusterSummary }) {
  const { cluster } = props;
  const { t } = useWording();
  const { grade, score, provisional } = cluster;
  const isStale = useIsPageStale();
  const facts = [
    cluster.title && cluster.name,
    t(`tier.${cluster.tier}`),
    cluster.owner && ownerName(cluster.owner),
    t(`platform.${cluster.platform}`),
    cluster.kubernetesVersion && `Kubernetes ${cluster.kubernetesVersion}`,
    cluster.etcdVersion &&
      t('cluster.etcdVersion', { version: cluster.etcdVersion }),
    cluster.zones !== undefined && t('cluster.zones', { count: cluster.zones }),
    cluster.nodes !== undefined && t('cluster.nodes', { count: cluster.nodes }),
  ].filter(Boolean);
  return (
    <div className={styles.header}>
      <GradeRing
        grade={grade}
        score={score}
        provisional={provisional}
        size="large"
      />
      <div className={styles.words}>
        <h2 className={styles.name}>
          {cluster.title ?? cluster.name}
          {isStale && <Chip tone="unknown">{t('grade.stale')}</Chip>}
          {provisional && <ProvisionalBadge />}
        </h2>
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </div>
      <div className={styles.observation}>
        <ObservationLabel observation={cluster.observation} detailed />
      </div>
    </div>
  );
}
