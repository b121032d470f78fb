/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { FleetFix } from 'backstage-plugin-kubernetes-ha-common';
import { useCheckTitle } from '../../hooks/useCheckTitle';
import { useWording, Wording } from '../../hooks/useWording';
import { clusterRouteRef } from '../../routes';
import { fixTitle, wordGain } from '../FixList';
import styles from './FleetFixes.module.css';

/** The same change over all clusters that the filters find: what it gains, and where. */
export function FleetFixes(props: {
  fixes: readonly FleetFix[];
  /** The place of the first of them. */
  start: number;
}) {
  const { fixes, start } = props;
  const { t } = useWording();
  if (fixes.length === 0) return <p>{t('fix.none')}</p>;
  return (
    <ol className={styles.list} start={start}>
      {fixes.map(fix => (
        <FixItem key={fix.key} fix={fix} />
      ))}
    </ol>
  );
}

function FixItem(props: { fix: FleetFix }) {
  const { fix } = props;
  const { t } = useWording();
  const titleOfCheck = useCheckTitle();
  return (
    <li className={styles.fix}>
      <strong>{fixTitle(fix, titleOfCheck(fix.checkId), t)}</strong>
      <span>{gainOf(fix, t)}</span>
      <ul className={styles.clusters}>
        {fix.named.map(cluster => (
          <ClusterGain key={cluster.name} cluster={cluster} />
        ))}
        {fix.clusters > fix.named.length && (
          <li className={styles.more}>
            {t('fleet.more', {
              number: String(fix.clusters - fix.named.length),
            })}
          </li>
        )}
      </ul>
    </li>
  );
}

function ClusterGain(props: { cluster: FleetFix['named'][number] }) {
  const { cluster } = props;
  const { t } = useWording();
  const href = useRouteRef(clusterRouteRef)?.({ name: cluster.name }) ?? '';
  const search = new URLSearchParams({ finding: cluster.checkId });
  return (
    <li>
      <Link href={`${href}?${search}`} variant="body-small">
        {cluster.title ?? cluster.name}
      </Link>{' '}
      <span className={styles.more}>
        {[
          t(`tier.${cluster.tier}`),
          // How much becomes visible is said of all of them.
          wordGain(cluster, { ...cluster, visible: 0 }, t),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
    </li>
  );
}

/** What it gains over the fleet: `C to B on 3 clusters · 21 checks become visible on 14 clusters`. */
function gainOf(fix: FleetFix, t: Wording['t']): string {
  return [
    ...fix.grades.map(({ from, to, clusters }) =>
      t('fix.grades', {
        from: from ?? t('grade.none'),
        to: to ?? t('grade.none'),
        count: clusters,
      }),
    ),
    fix.gain > 0 && t('fix.points', { count: fix.gain }),
    fix.visible > 0 && t('fix.visible', { count: fix.visible }),
    t('fix.clusters', { count: fix.clusters }),
  ]
    .filter(Boolean)
    .join(' · ');
}
