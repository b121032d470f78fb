/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Routes local to this lazily loaded page; links go through the route refs.
import { Route, Routes } from 'react-router-dom';
import { useRouteRefParams } from '@backstage/core-plugin-api';
import {
  clusterConnectRouteRef,
  clusterRouteRef,
  clusterSignalsRouteRef,
} from '../../routes';
import { ClusterPage, ClusterView } from '../ClusterPage';
import { FleetPage } from '../FleetPage';
import { NotFound } from '../NotFound';

/** The pages of the plugin below its root. @internal */
export function KubernetesHaRouter() {
  return (
    <Routes>
      <Route path="/" element={<FleetPage />} />
      <Route
        path={clusterRouteRef.path}
        element={<Cluster view="overview" />}
      />
      <Route
        path={clusterSignalsRouteRef.path}
        element={<Cluster view="signals" />}
      />
      <Route
        path={clusterConnectRouteRef.path}
        element={<Cluster view="connect" />}
      />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function Cluster(props: { view: ClusterView }) {
  const { name } = useRouteRefParams(clusterRouteRef);
  // A key, so that nothing of one cluster is ever shown under another's name.
  return <ClusterPage key={name} name={name} view={props.view} />;
}
