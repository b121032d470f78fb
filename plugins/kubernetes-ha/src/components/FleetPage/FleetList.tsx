/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ReactNode, useEffect } from 'react';
import type { Page } from 'backstage-plugin-kubernetes-ha-common';
import { useClusters } from '../../hooks/useClusters';
import { useFleetFixes } from '../../hooks/useFleetFixes';
import { useFleetGroups } from '../../hooks/useFleetGroups';
import type { Polled } from '../../hooks/usePolled';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { LoadingFleet } from '../Loading';
import { PolledView } from '../PolledView';
import { FleetFixes } from './FleetFixes';
import { FleetGroups } from './FleetGroups';
import { FleetPager } from './FleetPager';
import {
  FIXES_PAGE_SIZE,
  FleetAddress,
  isFiltered,
  PAGE_SIZE,
  pagesOf,
  partOf,
} from './fleetQuery';
import { FleetTable } from './FleetTable';
import { NoMatch } from './NoMatch';
import styles from './FleetPage.module.css';

/** What the address asks for: clusters, their groups, or the fix list over them. */
export function FleetList(props: { address: FleetAddress }) {
  const { view, group } = props.address;
  if (view === 'fixes') return <Fixes {...props} />;
  return group ? <Groups {...props} /> : <Clusters {...props} />;
}

interface ListProps {
  address: FleetAddress;
}

function Clusters({ address }: ListProps) {
  const { query, page } = address;
  const { t } = useWording();
  const clusters = useClusters({ ...query, ...partOf(page, PAGE_SIZE) });
  return (
    <Paged polled={clusters} address={address} size={PAGE_SIZE}>
      {items => (
        <FleetTable
          label={t('fleet.listTitle')}
          clusters={items}
          order={query.order}
          direction={query.direction}
        />
      )}
    </Paged>
  );
}

function Groups({ address }: ListProps) {
  const { query, group = 'owner', page } = address;
  const { order, direction, ...filter } = query;
  const groups = useFleetGroups(group, {
    ...filter,
    ...partOf(page, PAGE_SIZE),
  });
  return (
    <Paged polled={groups} address={address} size={PAGE_SIZE}>
      {items => <FleetGroups by={group} query={query} groups={items} />}
    </Paged>
  );
}

function Fixes({ address }: ListProps) {
  const { order, direction, ...filter } = address.query;
  const fixes = useFleetFixes({
    ...filter,
    ...partOf(address.page, FIXES_PAGE_SIZE),
  });
  return (
    <Paged polled={fixes} address={address} size={FIXES_PAGE_SIZE}>
      {items => (
        <FleetFixes
          fixes={items}
          start={partOf(address.page, FIXES_PAGE_SIZE).offset + 1}
        />
      )}
    </Paged>
  );
}

/** A list with its pager; an address beyond the last page leads to the last. */
function Paged<T>(
  props: ListProps & {
    polled: Polled<Page<T>>;
    size: number;
    children: (items: readonly T[]) => ReactNode;
  },
) {
  const { polled, address, size, children } = props;
  const { set } = useUrlState();
  const pages = polled.isPrevious ? undefined : pagesOf(polled.value, size);
  const isBeyond = pages !== undefined && address.page > pages;
  useEffect(() => {
    if (isBeyond) set({ page: pages > 1 ? String(pages) : undefined });
  }, [isBeyond, pages, set]);
  return (
    <PolledView polled={polled} skeleton={<LoadingFleet />}>
      {answer =>
        answer.totalItems === 0 && isFiltered(address) ? (
          <NoMatch />
        ) : (
          <div className={styles.page} aria-busy={polled.isPrevious}>
            {children(answer.items)}
            <FleetPager
              page={Math.min(address.page, pagesOf(answer, size))}
              pages={pagesOf(answer, size)}
            />
          </div>
        )
      }
    </PolledView>
  );
}
