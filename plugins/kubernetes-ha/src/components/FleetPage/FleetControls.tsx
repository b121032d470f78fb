/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { fleetGroupings } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { fleetColumns } from './fleetColumns';
import { FleetAddress, fleetViews } from './fleetQuery';
import styles from './FleetFilters.module.css';

const NONE = '-';

/** What is shown of the clusters, how they are grouped, and on a narrow screen, which has no headings, how they are ordered. */
export function FleetControls(props: { address: FleetAddress }) {
  const { view, group, query } = props.address;
  const { t } = useWording();
  const url = useUrlState();
  return (
    <div className={styles.controls}>
      <ToggleButtonGroup
        aria-label={t('fleet.view')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={keys => {
          const [chosen] = [...keys].map(String);
          url.set({
            view: chosen === 'clusters' ? undefined : chosen,
            page: undefined,
          });
        }}
      >
        {fleetViews.map(item => (
          <ToggleButton key={item} id={item} size="small">
            {t(`fleet.view.${item}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {view === 'clusters' && (
        <Select
          className={styles.filter}
          size="small"
          label={t('fleet.group')}
          options={[
            { value: NONE, label: t('fleet.groupNone') },
            ...fleetGroupings.map(value => ({
              value,
              label: t(`fleet.group.${value}`),
            })),
          ]}
          value={group ?? NONE}
          onChange={key =>
            url.set({
              group: key === NONE ? undefined : String(key),
              open: undefined,
              page: undefined,
            })
          }
        />
      )}
      {view === 'clusters' && (
        <Select
          className={`${styles.filter} ${styles.narrowOnly}`}
          size="small"
          label={t('fleet.order')}
          options={[
            { value: 'worst-first', label: t('fleet.orderWorstFirst') },
            ...fleetColumns.flatMap(({ order, title }) =>
              order ? { value: order, label: t(title) } : [],
            ),
          ]}
          value={query.order ?? 'worst-first'}
          onChange={key => {
            const first = fleetColumns.find(
              ({ order }) => order === key,
            )?.first;
            url.set({
              order: key === 'worst-first' ? undefined : String(key),
              direction: first,
              page: undefined,
            });
          }}
        />
      )}
    </div>
  );
}
