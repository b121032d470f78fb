/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterSummary } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { VerdictChip } from '../VerdictChip';
import styles from './FleetTable.module.css';

/** What is broken now, else what is weak, else what is not visible; of an assessment of an earlier version, what limits the score. */
export function FleetHeadline(props: { cluster: ClusterSummary }) {
  const { headline, limitedBy, score } = props.cluster;
  const { t, say } = useWording();
  const first = headline ?? limitedBy;
  if (!first) {
    return (
      <span className={styles.muted}>
        {score === null ? t('fleet.notAssessed') : t('fleet.nothingBelow')}
      </span>
    );
  }
  return (
    <span>
      {headline && <VerdictChip verdict={headline.verdict} />}{' '}
      <strong>{t(`layer.${first.layer}`)}:</strong> {say(first.observed)}
    </span>
  );
}
