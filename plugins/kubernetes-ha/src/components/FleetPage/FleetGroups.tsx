/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Fragment, useId } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import {
  ClusterQuery,
  FleetGroup,
  FleetGrouping,
  verdicts,
} from 'backstage-plugin-kubernetes-ha-common';
import { useClusters } from '../../hooks/useClusters';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { PolledView } from '../PolledView';
import { VerdictChip } from '../VerdictChip';
import { FleetTable } from './FleetTable';
import { PAGE_SIZE } from './fleetQuery';
import { wordFilter } from './wordFilter';
import styles from './FleetGroups.module.css';

interface GroupsProps {
  by: FleetGrouping;
  /** Filters and order of the clusters in the groups. */
  query: ClusterQuery;
}

/** Groups of clusters with their totals; opened, the clusters. Which are open stands in the address. */
export function FleetGroups(
  props: GroupsProps & { groups: readonly FleetGroup[] },
) {
  const { by, query, groups } = props;
  const url = useUrlState();
  const open = url.getAll('open');
  return (
    <ul className={styles.groups}>
      {groups.map(group => {
        const part = `${by}:${group.value}`;
        const isOpen = open.includes(part);
        return (
          <Group
            key={part}
            by={by}
            query={query}
            group={group}
            isOpen={isOpen}
            onToggle={() =>
              url.set({
                open: isOpen
                  ? open.filter(item => item !== part)
                  : [...open, part],
              })
            }
          />
        );
      })}
    </ul>
  );
}

function Group(
  props: GroupsProps & {
    group: FleetGroup;
    isOpen: boolean;
    onToggle: () => void;
  },
) {
  const { by, query, group, isOpen, onToggle } = props;
  const { t } = useWording();
  const id = useId();
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  const shown = verdicts.filter(verdict => group.byVerdict[verdict] > 0);
  return (
    <li>
      <h4 className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <Arrow className={styles.arrow} aria-hidden="true" />
          {/* Spaces, for the name of the button is read as one text. */}
          <span className={styles.name}>
            {wordFilter(by, group.value, t)}
          </span>{' '}
          <span className={styles.count}>
            {group.clusters} {t('fleet.clusters', { count: group.clusters })}
          </span>{' '}
          <span className={styles.count}>
            {t('fleet.worstGrade', {
              grade: group.worstGrade ?? t('grade.none'),
            })}
          </span>
          {shown.map(verdict => (
            <Fragment key={verdict}>
              {' '}
              <VerdictChip verdict={verdict} count={group.byVerdict[verdict]} />
            </Fragment>
          ))}
        </button>
      </h4>
      <div id={id} hidden={!isOpen} className={styles.members}>
        {isOpen && <Members by={by} query={query} value={group.value} />}
      </div>
    </li>
  );
}

/** The clusters of a group, as many as a page has; a larger group leads to a list of its own. */
function Members(props: GroupsProps & { value: string }) {
  const { by, query, value } = props;
  const { t } = useWording();
  const url = useUrlState();
  const clusters = useClusters({ ...query, [by]: [value], limit: PAGE_SIZE });
  const href = url.href({
    group: undefined,
    open: undefined,
    page: undefined,
    [by]: value,
  });
  return (
    <PolledView polled={clusters} rows={3}>
      {({ items, totalItems }) => (
        <>
          <FleetTable
            label={wordFilter(by, value, t)}
            clusters={items}
            order={query.order}
            direction={query.direction}
          />
          {totalItems > items.length && (
            <Link href={href}>
              {t('fleet.allOfGroup', { number: String(totalItems) })}
            </Link>
          )}
        </>
      )}
    </PolledView>
  );
}
