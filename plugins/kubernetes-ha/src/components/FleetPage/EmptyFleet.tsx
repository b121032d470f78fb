/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useWording } from '../../hooks/useWording';
import { Panel } from '../Panel';
import styles from './FleetPage.module.css';

const example = `kubernetesHa:
  clusters:
    - name: my-cluster
      tier: production
      connection:
        type: kubeconfig
        kubeconfig: ./my-cluster.kubeconfig`;

/** What to do when no cluster is configured. */
export function EmptyFleet() {
  const { t } = useWording();
  return (
    <Panel title={t('fleet.emptyTitle')}>
      <div className={styles.empty}>
        <span>{t('fleet.emptyHint')}</span>
        <pre className={styles.code}>{example}</pre>
      </div>
    </Panel>
  );
}
