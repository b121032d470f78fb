/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { lazy, Suspense, useEffect } from 'react';
import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { reasonOf } from '../../api/reasonOf';
import { useCluster, versionOf } from '../../hooks/useCluster';
import { useWording } from '../../hooks/useWording';
import { wordGrade } from '../../hooks/wordGrade';
import { rootRouteRef } from '../../routes';
import { lastFleetView } from '../../routing/lastFleetView';
import { usePageTitle } from '../../routing/usePageTitle';
import { LoadingCluster, LoadingOverview, LoadingSignals } from '../Loading';
import { PageFrame } from '../PageFrame';
import { HeadingLevel } from '../Panel';
import { PolledView } from '../PolledView';
import { ReplayRibbon } from '../ReplayRibbon';
import { ClusterHeader } from './ClusterHeader';
import { ClusterNotFound } from './ClusterNotFound';
import { ClusterTabs, ClusterView } from './ClusterTabs';

const loaders = {
  overview: () => import('../OverviewTab'),
  signals: () => import('../SignalsTab'),
  connect: () => import('../ConnectTab'),
};
const OverviewTab = lazy(() =>
  loaders.overview().then(m => ({ default: m.OverviewTab })),
);
const ConnectTab = lazy(() =>
  loaders.connect().then(m => ({ default: m.ConnectTab })),
);
const SignalsTab = lazy(() =>
  loaders.signals().then(m => ({ default: m.SignalsTab })),
);

/** Until the cluster says its own interval, in seconds; afterwards a floor and a ceiling for it (proposal). */
const POLL_SECONDS = { first: 10, least: 5, most: 60 };

/** One cluster: who it is and whether it is seen, above one of its views. @internal */
export function ClusterPage(props: { name: string; view: ClusterView }) {
  const { name, view } = props;
  const { t } = useWording();
  const fleetHref = useRouteRef(rootRouteRef)?.() ?? '';
  const cluster = useCluster(name, POLL_SECONDS.first);
  usePageTitle(
    t('page.of', {
      what: cluster.value?.grade
        ? `${wordGrade(cluster.value, t)} · ${name}`
        : name,
      page: t('page.title'),
    }),
  );
  // Beside the summary and not after it. A failure is told where the view is shown.
  useEffect(() => {
    loaders[view]().catch(() => {});
  }, [view]);
  const interval = Math.min(
    POLL_SECONDS.most,
    Math.max(
      POLL_SECONDS.least,
      cluster.value?.observation.intervalSeconds ?? POLL_SECONDS.first,
    ),
  );
  return (
    <PageFrame observation={cluster.value?.observation}>
      <nav>
        <Link href={`${fleetHref}${lastFleetView()}`} variant="body-small">
          ← {t('cluster.back')}
        </Link>
      </nav>
      <PolledView
        polled={cluster}
        skeleton={<LoadingCluster view={view} />}
        failed={(error, retry) =>
          reasonOf(error).kind === 'not-found' ? (
            <ClusterNotFound name={name} error={error} retry={retry} />
          ) : undefined
        }
      >
        {summary => (
          <>
            <ClusterHeader cluster={summary} />
            {summary.observation.replay && (
              <ReplayRibbon replay={summary.observation.replay} />
            )}
            <HeadingLevel value={3}>
              <ClusterTabs name={name} view={view}>
                <Suspense
                  fallback={
                    view === 'overview' ? (
                      <LoadingOverview />
                    ) : (
                      <LoadingSignals />
                    )
                  }
                >
                  {view === 'overview' && (
                    <OverviewTab
                      cluster={summary}
                      intervalSeconds={interval}
                      onMismatch={cluster.retry}
                    />
                  )}
                  {view === 'signals' && (
                    <SignalsTab
                      name={name}
                      intervalSeconds={interval}
                      version={versionOf(summary)}
                    />
                  )}
                  {view === 'connect' && (
                    <ConnectTab
                      name={name}
                      isRecorded={summary.connection === 'recorded'}
                      intervalSeconds={interval}
                      version={versionOf(summary)}
                    />
                  )}
                </Suspense>
              </ClusterTabs>
            </HeadingLevel>
          </>
        )}
      </PolledView>
    </PageFrame>
  );
}
