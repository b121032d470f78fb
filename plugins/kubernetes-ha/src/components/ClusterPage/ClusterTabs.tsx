/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { clusterRouteRef, clusterSignalsRouteRef } from '../../routes';
import styles from './ClusterTabs.module.css';

/** The views of a cluster; each has its own address. */
export function ClusterTabs(props: {
  name: string;
  view: 'overview' | 'signals';
  /** What the view shows. */
  children: ReactNode;
}) {
  const { name, view } = props;
  const { t } = useWording();
  const overview = useRouteRef(clusterRouteRef)?.({ name }) ?? '';
  const signals = useRouteRef(clusterSignalsRouteRef)?.({ name }) ?? '';
  // Range, layer and what is open go along, so that coming back shows the same.
  const { search } = useUrlState();
  return (
    <Tabs selectedKey={view}>
      <TabList aria-label={t('cluster.tabs')}>
        <Tab id="overview" href={`${overview}${search}`}>
          {t('cluster.tabOverview')}
        </Tab>
        <Tab id="signals" href={`${signals}${search}`}>
          {t('cluster.tabSignals')}
        </Tab>
      </TabList>
      {(['overview', 'signals'] as const).map(id => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {id === view && props.children}
        </TabPanel>
      ))}
    </Tabs>
  );
}
