/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { FleetSummary, grades } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { clusterRouteRef } from '../../routes';
import { useUrlState } from '../../routing/useUrlState';
import { Tile } from '../Tile';
import styles from './FleetTiles.module.css';

/** Names of clusters at risk that a tile lists before it only counts the rest. */
const LISTED = 4;

/** Totals of the fleet. */
export function FleetTiles(props: { fleet: FleetSummary }) {
  const { fleet } = props;
  const { t } = useWording();
  const url = useUrlState();
  const clusterHref = useRouteRef(clusterRouteRef);
  const chosen = url.getAll('grade');
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
        value={String(fleet.atRisk.length)}
        label={t('fleet.atRisk')}
        tone={fleet.atRisk.length > 0 ? 'fail' : 'pass'}
      >
        {fleet.atRisk.length === 0 ? (
          t('fleet.atRiskNone')
        ) : (
          <>
            <span>{t('fleet.atRiskHint')}: </span>
            {fleet.atRisk.slice(0, LISTED).map((name, index) => (
              <span key={name}>
                {index > 0 && ' · '}
                <Link href={clusterHref?.({ name }) ?? ''} variant="body-small">
                  {name}
                </Link>
              </span>
            ))}
            {fleet.atRisk.length > LISTED && (
              <span>
                {' · '}
                {t('fleet.more', {
                  number: String(fleet.atRisk.length - LISTED),
                })}
              </span>
            )}
          </>
        )}
      </Tile>
      <Tile
        value={String(fleet.provisional)}
        label={t('fleet.provisional')}
        tone={fleet.provisional > 0 ? 'unknown' : 'pass'}
      >
        {reasons.length === 0
          ? t('fleet.provisionalNone')
          : `${t('fleet.provisionalHint')} ${reasons
              .map(
                ([reason, count]) =>
                  `${count} ${t(
                    `reason.${reason as keyof FleetSummary['unknownByReason']}`,
                  )}`,
              )
              .join(' · ')}`}
      </Tile>
    </div>
  );
}
