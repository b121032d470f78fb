/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { lazy, Suspense } from 'react';
import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useCluster, versionOf } from '../../hooks/useCluster';
import { useWording } from '../../hooks/useWording';
import { rootRouteRef } from '../../routes';
import { lastFleetView } from '../../routing/lastFleetView';
import { LoadingRows } from '../LoadingRows';
import { PageFrame } from '../PageFrame';
import { PolledView } from '../PolledView';
import { ClusterHeader } from './ClusterHeader';
import { ClusterTabs } from './ClusterTabs';

const OverviewTab = lazy(() =>
  import('../OverviewTab').then(m => ({ default: m.OverviewTab })),
);
const SignalsTab = lazy(() =>
  import('../SignalsTab').then(m => ({ default: m.SignalsTab })),
);

/** Until the cluster says its own interval, in seconds; afterwards a floor and a ceiling for it (proposal). */
const POLL_SECONDS = { first: 10, least: 5, most: 60 };

/** One cluster: who it is and whether it is seen, above one of its views. @internal */
export function ClusterPage(props: {
  name: string;
  view: 'overview' | 'signals';
}) {
  const { name, view } = props;
  const { t } = useWording();
  const fleetHref = useRouteRef(rootRouteRef)?.() ?? '';
  const cluster = useCluster(name, POLL_SECONDS.first);
  const interval = Math.min(
    POLL_SECONDS.most,
    Math.max(
      POLL_SECONDS.least,
      cluster.value?.observation.intervalSeconds ?? POLL_SECONDS.first,
    ),
  );
  return (
    <PageFrame>
      <nav>
        <Link href={`${fleetHref}${lastFleetView()}`} variant="body-small">
          ← {t('cluster.back')}
        </Link>
      </nav>
      <PolledView polled={cluster} rows={8}>
        {summary => (
          <>
            <ClusterHeader cluster={summary} />
            <ClusterTabs name={name} view={view}>
              <Suspense fallback={<LoadingRows rows={8} />}>
                {view === 'overview' ? (
                  <OverviewTab
                    cluster={summary}
                    intervalSeconds={interval}
                    onMismatch={cluster.retry}
                  />
                ) : (
                  <SignalsTab
                    name={name}
                    intervalSeconds={interval}
                    version={versionOf(summary)}
                  />
                )}
              </Suspense>
            </ClusterTabs>
          </>
        )}
      </PolledView>
    </PageFrame>
  );
}
