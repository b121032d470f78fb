/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useMemo } from 'react';
import { Button } from '@backstage/ui';
import { useClusters } from '../../hooks/useClusters';
import { useFleet } from '../../hooks/useFleet';
import { useWording } from '../../hooks/useWording';
import { rememberFleetView } from '../../routing/lastFleetView';
import { useUrlState } from '../../routing/useUrlState';
import { PageFrame } from '../PageFrame';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { RelativeTime } from '../RelativeTime';
import { EmptyFleet } from './EmptyFleet';
import { FleetFilters } from './FleetFilters';
import { FleetPager } from './FleetPager';
import { FleetTable } from './FleetTable';
import { FleetTiles } from './FleetTiles';
import {
  filterNames,
  isFiltered,
  pageOf,
  pagesOf,
  queryOf,
} from './fleetQuery';
import styles from './FleetPage.module.css';

/** All clusters: totals, and a table with the worst first. @internal */
export function FleetPage() {
  const { t } = useWording();
  const url = useUrlState();
  const query = useMemo(() => queryOf(url.getAll), [url]);
  const fleet = useFleet();
  const clusters = useClusters(query);
  const pages = clusters.isPrevious ? undefined : pagesOf(clusters.value);
  const isBeyond = pages !== undefined && pageOf(url.getAll) > pages;
  const { search, set } = url;
  useEffect(() => rememberFleetView(search), [search]);
  useEffect(() => {
    if (isBeyond) set({ page: pages > 1 ? String(pages) : undefined });
  }, [isBeyond, pages, set]);

  if (fleet.value?.clusters === 0) {
    return (
      <PageFrame>
        <EmptyFleet />
      </PageFrame>
    );
  }
  const total = fleet.value?.clusters;
  const found = clusters.value?.totalItems;
  return (
    <PageFrame>
      <PolledView polled={fleet} rows={3}>
        {value => <FleetTiles fleet={value} />}
      </PolledView>
      <Panel
        title={t('fleet.listTitle')}
        note={
          <>
            {found !== undefined && total !== undefined && (
              <span>
                {t('fleet.shown', {
                  shown: String(found),
                  total: String(total),
                })}
                {' · '}
              </span>
            )}
            {clusters.loadedAt && (
              <LoadedAt at={new Date(clusters.loadedAt).toISOString()} />
            )}
          </>
        }
      >
        <FleetFilters owners={fleet.value?.owners ?? []} />
        <PolledView polled={clusters} rows={8}>
          {page =>
            page.totalItems === 0 && isFiltered(query) ? (
              <div className={styles.noMatch}>
                <strong>{t('fleet.noMatchTitle')}</strong>
                <span>{t('fleet.noMatchHint')}</span>
                <Button
                  variant="secondary"
                  size="small"
                  onPress={() =>
                    url.set(
                      Object.fromEntries(
                        [...filterNames, 'search', 'page'].map(name => [
                          name,
                          undefined,
                        ]),
                      ),
                    )
                  }
                >
                  {t('fleet.clearFilters')}
                </Button>
              </div>
            ) : (
              <div className={styles.page} aria-busy={clusters.isPrevious}>
                <FleetTable clusters={page.items} />
                <FleetPager pages={pagesOf(page)} />
              </div>
            )
          }
        </PolledView>
      </Panel>
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
