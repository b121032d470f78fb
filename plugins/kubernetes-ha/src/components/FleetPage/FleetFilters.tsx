/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useState } from 'react';
import { SearchField, Select } from '@backstage/ui';
import { fleetFilters, NO_OWNER } from 'backstage-plugin-kubernetes-ha-common';
import { useChecks } from '../../hooks/useChecks';
import { useWording, Wording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { FilterName, filterNames } from './fleetQuery';
import { wordFilter } from './wordFilter';
import styles from './FleetFilters.module.css';

/** Time after the last key before the address (and so the question) changes (proposal). */
const SEARCH_DELAY_MS = 250;

/** Search and filters; their state is the page's address. */
export function FleetFilters(props: {
  /** Entity refs of the owners to choose from. */
  owners: readonly string[];
}) {
  const wording = useWording();
  const { t } = wording;
  const url = useUrlState();
  const checks = useChecks();
  /** A layer without checks finds nothing. */
  const hasChecks = (value: string) =>
    checks.value?.some(({ layer }) => layer === value) ?? true;
  return (
    <div className={styles.filters}>
      <Search />
      {filterNames.map(name => {
        const known: readonly string[] =
          name === 'owner' ? [...props.owners, NO_OWNER] : fleetFilters[name];
        const chosen = url.getAll(name).filter(value => known.includes(value));
        const values = known.filter(
          value =>
            name !== 'layer' || chosen.includes(value) || hasChecks(value),
        );
        if (name === 'owner' && props.owners.length === 0) return null;
        return (
          <Select
            key={name}
            className={styles.filter}
            size="small"
            label={labelOf(name, t)}
            placeholder={t('fleet.filterAll')}
            selectionMode="multiple"
            options={values.map(value => ({
              value,
              label: wordFilter(name, value, t),
            }))}
            value={chosen}
            onChange={keys =>
              url.set({ [name]: keys.map(String), page: undefined })
            }
          />
        );
      })}
    </div>
  );
}

function Search() {
  const { t } = useWording();
  const url = useUrlState();
  const inUrl = url.get('search') ?? '';
  const [typed, setTyped] = useState(inUrl);
  useEffect(() => setTyped(inUrl), [inUrl]);
  const { set } = url;
  useEffect(() => {
    if (typed === inUrl) return undefined;
    const timer = setTimeout(
      () => set({ search: typed, page: undefined }),
      SEARCH_DELAY_MS,
    );
    return () => clearTimeout(timer);
  }, [typed, inUrl, set]);
  return (
    <SearchField
      className={styles.search}
      size="small"
      label={t('fleet.search')}
      placeholder={t('fleet.searchPlaceholder')}
      value={typed}
      onChange={setTyped}
    />
  );
}

function labelOf(name: FilterName, t: Wording['t']): string {
  switch (name) {
    case 'verdict':
      return t('fleet.filterVerdict');
    case 'tier':
      return t('fleet.filterTier');
    case 'owner':
      return t('fleet.filterOwner');
    case 'grade':
      return t('fleet.filterGrade');
    case 'layer':
      return t('fleet.filterLayer');
    default:
      return t('fleet.filterPlatform');
  }
}
