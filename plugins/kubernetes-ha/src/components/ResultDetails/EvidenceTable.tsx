/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Evidence } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { sourceName } from '../../hooks/wordSource';
import { DataTable } from '../DataTable';
import { Detail } from '../Detail';
import { isReason } from '../reasons';
import styles from './ResultDetails.module.css';

/** The signals that a result rests on: from where, how, and how old. */
export function EvidenceTable(props: { evidence: readonly Evidence[] }) {
  const { t, duration, dateTime } = useWording();
  return (
    <div>
      <h5 className={styles.heading}>{t('findings.evidence')}</h5>
      <DataTable
        label={t('findings.evidence')}
        rows={props.evidence}
        keyOf={({ section }) => section}
        columns={[
          {
            title: t('evidence.section'),
            cell: ({ section }) => <code>{section}</code>,
          },
          {
            title: t('evidence.state'),
            cell: item => (
              <>
                {stateOf(item)}
                {item.detail && (
                  <span className={styles.muted}>
                    {' '}
                    <Detail detail={item.detail} why={item.why} />
                  </span>
                )}
              </>
            ),
          },
          {
            title: t('evidence.source'),
            cell: ({ source }) => sourceName(source, t),
          },
          {
            title: t('evidence.via'),
            cell: ({ via }) => <code className={styles.via}>{via}</code>,
          },
          {
            title: t('evidence.age'),
            cell: ({ ageSeconds, observedAt }) => (
              <time dateTime={observedAt} title={dateTime(observedAt)}>
                {duration(ageSeconds)}
              </time>
            ),
          },
        ]}
      />
    </div>
  );

  function stateOf({ state, reason = '' }: Evidence) {
    if (state === 'observed') return t('evidence.observed');
    const word = isReason(reason) ? t(`reason.${reason}`) : reason;
    return state === 'unknown'
      ? t('evidence.unknown', { reason: word })
      : t('evidence.absent', { reason: word });
  }
}
