/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ClusterQuery,
  ClusterVerdict,
  FleetSummary,
  grades,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { clusterRouteRef } from '../../routes';
import { useUrlState } from '../../routing/useUrlState';
import { Tile } from '../Tile';
import styles from './FleetTiles.module.css';

/** Names of clusters that a tile lists before it only counts the rest. */
const LISTED = 4;

function ClusterLinks(props: { names: readonly string[] }) {
  const { names } = props;
  const { t } = useWording();
  const clusterHref = useRouteRef(clusterRouteRef);
  return (
    <>
      {names.slice(0, LISTED).map((name, index) => (
        <span key={name}>
          {index > 0 && ' · '}
          <Link href={clusterHref?.({ name }) ?? ''} variant="body-small">
            {name}
          </Link>
        </span>
      ))}
      {names.length > LISTED && (
        <span>
          {' · '}
          {t('fleet.more', { number: String(names.length - LISTED) })}
        </span>
      )}
    </>
  );
}

/** Totals of the fleet; each leads to the clusters that it counts. */
export function FleetTiles(props: {
  fleet: FleetSummary;
  query: ClusterQuery;
}) {
  const { fleet, query } = props;
  const { byVerdict } = fleet;
  const { t } = useWording();
  const url = useUrlState();
  const chosen = query.grade ?? [];
  /** The list as it is, of the clusters with this verdict only. */
  const hrefOf = (verdict: ClusterVerdict) =>
    url.href({ page: undefined, verdict });
  const reasons = Object.entries(fleet.unknownByReason);
  return (
    <div className={styles.tiles}>
      <Tile
        value={String(fleet.clusters)}
        label={t('fleet.clusters', { count: fleet.clusters })}
      >
        {[
          fleet.recorded > 0 &&
            t('fleet.recorded', { number: String(fleet.recorded) }),
          fleet.ungraded > 0 &&
            t('fleet.ungraded', { number: String(fleet.ungraded) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        <div className={styles.grades}>
          {grades.map(grade => {
            const on = chosen.includes(grade);
            const count = fleet.byGrade[grade];
            return (
              <button
                key={grade}
                type="button"
                className={styles.grade}
                data-grade={grade}
                aria-pressed={on}
                title={t('fleet.gradeFilter', {
                  grade,
                  number: String(count),
                })}
                onClick={() =>
                  url.set({
                    grade: on
                      ? chosen.filter(item => item !== grade)
                      : [...chosen, grade],
                    page: undefined,
                  })
                }
              >
                <strong>{grade}</strong> {count}
              </button>
            );
          })}
        </div>
      </Tile>
      <Tile
        value={String(fleet.broken.length)}
        label={t('verdict.broken')}
        tone={fleet.broken.length > 0 ? 'fail' : 'pass'}
        href={hrefOf('broken')}
      >
        <div>
          {fleet.broken.length === 0 ? (
            t('fleet.brokenNone')
          ) : (
            <ClusterLinks names={fleet.broken} />
          )}
        </div>
        <div>
          {fleet.atRisk.length === 0 ? (
            t('fleet.atRiskNone')
          ) : (
            <>
              {t('fleet.atRiskHint')}: <ClusterLinks names={fleet.atRisk} />
            </>
          )}
        </div>
      </Tile>
      <Tile
        value={String(byVerdict.weak)}
        label={t('verdict.weak')}
        tone={byVerdict.weak > 0 ? 'warn' : 'pass'}
        href={hrefOf('weak')}
      >
        {byVerdict.weak > 0 ? t('fleet.weakHint') : t('fleet.weakNone')}
      </Tile>
      <Tile
        value={String(byVerdict['not-visible'])}
        label={t('verdict.not-visible')}
        tone={byVerdict['not-visible'] > 0 ? 'unknown' : 'pass'}
        href={hrefOf('not-visible')}
      >
        {byVerdict['not-visible'] > 0 && <div>{t('fleet.notVisibleHint')}</div>}
        <div>
          {t('fleet.provisionalCount', { number: String(fleet.provisional) })}
        </div>
        <div>
          {reasons.length === 0
            ? t('fleet.provisionalNone')
            : `${t('fleet.provisionalHint')} ${reasons
                .map(
                  ([reason, count]) =>
                    `${count} ${t(
                      `reason.${
                        reason as keyof FleetSummary['unknownByReason']
                      }`,
                    )}`,
                )
                .join(' · ')}`}
        </div>
      </Tile>
    </div>
  );
}
