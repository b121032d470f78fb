/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePolled } from '../../hooks/usePolled';
import { useWording } from '../../hooks/useWording';
import { clusterRouteRef } from '../../routes';
import { ErrorNotice } from '../ErrorNotice';
import { nearest } from './nearest';
import styles from './ClusterNotFound.module.css';

/** The most that the API lists at once. */
const LISTED = 500;

/** No such cluster, or none that may be read: names those whose names are near. */
export function ClusterNotFound(props: {
  name: string;
  error: Error;
  retry: () => void;
}) {
  const { name, error, retry } = props;
  const { t } = useWording();
  const hrefOf = useRouteRef(clusterRouteRef);
  const clusters = usePolled({
    key: ['clusters', 'names'],
    request: (api, options) =>
      api.listClusters({ order: 'name', limit: LISTED }, options),
  });
  const found = nearest(
    name,
    clusters.value?.items.map(cluster => cluster.name) ?? [],
  );
  return (
    <ErrorNotice error={error} retry={retry}>
      {found.length > 0 && (
        <span className={styles.near}>
          {t('cluster.didYouMean')}
          {found.map(near => (
            <Link key={near} href={hrefOf?.({ name: near }) ?? ''}>
              {near}
            </Link>
          ))}
        </span>
      )}
    </ErrorNotice>
  );
}
