/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Header, Page } from '@backstage/core-components';
import { useWording } from '../../hooks/useWording';
import { KubernetesHaRouter } from '../KubernetesHaRouter';
import styles from './KubernetesHaPage.module.css';

/** The pages in the shell of the old frontend system, which has no header of its own. @internal */
export function KubernetesHaPage() {
  const { t } = useWording();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} subtitle={t('page.subtitle')} />
      <div className={styles.content}>
        <KubernetesHaRouter />
      </div>
    </Page>
  );
}
