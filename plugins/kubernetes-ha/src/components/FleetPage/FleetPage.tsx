/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useMemo } from 'react';
import { useFleet } from '../../hooks/useFleet';
import { useWording } from '../../hooks/useWording';
import { rememberFleetView } from '../../routing/lastFleetView';
import { usePageTitle } from '../../routing/usePageTitle';
import { useUrlState } from '../../routing/useUrlState';
import { LoadingFleet, LoadingTiles } from '../Loading';
import { PageFrame } from '../PageFrame';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { RelativeTime } from '../RelativeTime';
import { DownloadCsv } from './DownloadCsv';
import { EmptyFleet } from './EmptyFleet';
import { FleetControls } from './FleetControls';
import { FleetFilters } from './FleetFilters';
import { FleetList } from './FleetList';
import { FleetTiles } from './FleetTiles';
import { readAddress } from './fleetQuery';
import { RefusedParameters } from './RefusedParameters';

/** All clusters: totals, and what is broken now first; by groups, or as the changes that gain most. @internal */
export function FleetPage() {
  const { t } = useWording();
  const url = useUrlState();
  const fleet = useFleet();
  const broken = fleet.value?.broken.length ?? 0;
  usePageTitle(
    fleet.value &&
      t('page.of', {
        what:
          broken > 0
            ? t('fleet.titleBroken', { count: broken })
            : t('fleet.titleClusters', { count: fleet.value.clusters }),
        page: t('page.title'),
      }),
  );
  const owners = fleet.value?.owners;
  const address = useMemo(() => readAddress(url.getAll, owners), [url, owners]);
  const { search } = url;
  useEffect(() => rememberFleetView(search), [search]);

  if (fleet.value?.clusters === 0) {
    return (
      <PageFrame>
        <EmptyFleet />
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      <RefusedParameters refused={address.refused} />
      <PolledView polled={fleet} skeleton={<LoadingTiles />}>
        {value => <FleetTiles fleet={value} query={address.query} />}
      </PolledView>
      {fleet.loading && <LoadingFleet />}
      {/* Requested beside the totals and shown after them, so that nothing moves that has been shown. */}
      <div hidden={fleet.loading}>
        <Panel
          title={t(`fleet.view.${address.view}`)}
          note={
            fleet.loadedAt && (
              <LoadedAt at={new Date(fleet.loadedAt).toISOString()} />
            )
          }
          actions={<DownloadCsv query={address.query} />}
        >
          <FleetFilters owners={owners ?? []} />
          <FleetControls address={address} />
          <FleetList address={address} />
        </Panel>
      </div>
    </PageFrame>
  );
}

function LoadedAt(props: { at: string }) {
  const { t } = useWording();
  const [before, after] = t('fleet.updated', { ago: '\u0000' }).split('\u0000');
  return (
    <span>
      {before}
      <RelativeTime at={props.at} />
      {after}
    </span>
  );
}
