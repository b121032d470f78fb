/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Alert } from '@backstage/ui';
import {
  alertChecks,
  CheckDescription,
} from 'backstage-plugin-kubernetes-ha-common';
import { useChecks } from '../../hooks/useChecks';
import { useResolvedFindings } from '../../hooks/useResolvedFindings';
import { useWording } from '../../hooks/useWording';
import type { FindingLinks } from '../../routing/findingLinks';
import { repeated } from '../../routing/repeated';
import { nearest } from '../ClusterPage/nearest';
import { RelativeTime } from '../RelativeTime';
import styles from './FindingsPanel.module.css';

/** Names that are answered one by one; an address may ask for any number. */
const MOST = 5;

/** Where a link leads to nothing that is open: what has become of it. */
export function LinkNotices(props: { cluster: string; links: FindingLinks }) {
  const { gone, unknownAlerts } = props.links;
  const checks = useChecks().value;
  if (!checks || gone.length + unknownAlerts.length === 0) return null;
  const isKnown = (id: string) => checks.some(check => check.id === id);
  const known = gone.filter(isKnown);
  return (
    <div role="status" className={styles.notices}>
      {known.length > 0 && (
        <GoneFindings cluster={props.cluster} known={known} checks={checks} />
      )}
      {gone
        .filter(id => !isKnown(id))
        .slice(0, MOST)
        .map(id => (
          <UnknownName
            key={id}
            name={id}
            kind="check"
            near={nearest(
              id,
              checks.map(check => check.id),
            )}
          />
        ))}
      {unknownAlerts.slice(0, MOST).map(alert => (
        <UnknownName
          key={alert}
          name={alert}
          kind="alert"
          near={nearest(alert, Object.keys(alertChecks))}
        />
      ))}
    </div>
  );
}

/** Findings that are over, with how long they lasted; where none is stored, that nothing is found. */
function GoneFindings(props: {
  cluster: string;
  known: readonly string[];
  checks: readonly CheckDescription[];
}) {
  const { cluster, known } = props;
  const { t, titleOf, duration } = useWording();
  const resolved = useResolvedFindings(cluster, known);
  if (!resolved.value) return null;
  const { items } = resolved.value;
  const lines = known.flatMap(id => {
    const last = items.find(({ checkId }) => checkId === id);
    return last?.resolvedAt
      ? [{ id, at: last.resolvedAt, from: last.firstSeen }]
      : [];
  });
  if (lines.length === 0) {
    return (
      <Alert
        status="info"
        title={t('link.passes', { titles: known.map(titleOf).join(', ') })}
      />
    );
  }
  return (
    <Alert
      status="success"
      title={t('link.resolvedTitle')}
      description={
        <ul className={styles.list}>
          {lines.map(({ id, at, from }) => (
            <li key={id}>
              {titleOf(id)}: {t('link.resolved')} <RelativeTime at={at} />
              {t('link.lasted', {
                duration: duration(
                  Math.max(0, (Date.parse(at) - Date.parse(from)) / 1000),
                ),
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function UnknownName(props: {
  name: string;
  kind: 'check' | 'alert';
  near: readonly string[];
}) {
  const { name, kind, near } = props;
  const { t } = useWording();
  return (
    <Alert
      status="warning"
      title={t(`link.unknown.${kind}`, { name: repeated(name) })}
      description={
        near.length > 0
          ? t('link.near', { names: near.join(', ') })
          : t(`link.noneNear.${kind}`)
      }
    />
  );
}
