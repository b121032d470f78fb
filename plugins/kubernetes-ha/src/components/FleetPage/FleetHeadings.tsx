/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiExpandUpDownLine,
} from '@remixicon/react';
import type {
  ClusterOrder,
  Direction,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { FleetColumn, fleetColumns } from './fleetColumns';
import styles from './FleetTable.module.css';

/** The headings; each orders the list by its column, then the other way round, then as before. */
export function FleetHeadings(props: {
  order?: ClusterOrder;
  direction?: Direction;
}) {
  const { order, direction = 'ascending' } = props;
  const { t } = useWording();
  return (
    <tr role="row">
      {fleetColumns.map(column => {
        const sorted = column.order === order ? direction : undefined;
        return (
          <th
            key={column.title}
            role="columnheader"
            scope="col"
            aria-sort={column.order && (sorted ?? 'none')}
          >
            {column.order ? (
              <SortButton column={column} sorted={sorted} />
            ) : (
              t(column.title)
            )}
          </th>
        );
      })}
    </tr>
  );
}

function SortButton(props: { column: FleetColumn; sorted?: Direction }) {
  const { column, sorted } = props;
  const { t } = useWording();
  const url = useUrlState();
  const icons = { ascending: RiArrowUpLine, descending: RiArrowDownLine };
  const Arrow = sorted ? icons[sorted] : RiExpandUpDownLine;
  return (
    <button
      type="button"
      className={styles.sort}
      data-sorted={sorted}
      onClick={() => url.set({ ...nextOrder(column, sorted), page: undefined })}
    >
      {t(column.title)}
      <Arrow className={styles.arrow} aria-hidden="true" />
    </button>
  );
}

/** What pressing a heading changes in the address. */
function nextOrder(
  { order, first = 'ascending' }: FleetColumn,
  sorted?: Direction,
) {
  if (!sorted) {
    return { order, direction: first === 'ascending' ? undefined : first };
  }
  if (sorted !== first) return { order: undefined, direction: undefined };
  return {
    order,
    direction: first === 'ascending' ? 'descending' : undefined,
  };
}
