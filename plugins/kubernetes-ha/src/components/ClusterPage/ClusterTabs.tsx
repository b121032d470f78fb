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
import {
  clusterConnectRouteRef,
  clusterRouteRef,
  clusterSignalsRouteRef,
} from '../../routes';
import styles from './ClusterTabs.module.css';

/** Views of a cluster, in the order of their tabs. */
const clusterViews = ['overview', 'signals', 'connect'] as const;

/** See {@link clusterViews}. @internal */
export type ClusterView = (typeof clusterViews)[number];

/** The views of a cluster; each has its own address. */
export function ClusterTabs(props: {
  name: string;
  view: ClusterView;
  /** What the view shows. */
  children: ReactNode;
}) {
  const { name, view } = props;
  const { t } = useWording();
  const overview = useRouteRef(clusterRouteRef)?.({ name }) ?? '';
  const signals = useRouteRef(clusterSignalsRouteRef)?.({ name }) ?? '';
  const connect = useRouteRef(clusterConnectRouteRef)?.({ name }) ?? '';
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
        <Tab id="connect" href={`${connect}${search}`}>
          {t('cluster.tabConnect')}
        </Tab>
      </TabList>
      {clusterViews.map(id => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {id === view && props.children}
        </TabPanel>
      ))}
    </Tabs>
  );
}
