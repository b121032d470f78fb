/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { IncidentList } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { markMoment, useTimeWindow } from '../../routing/useTimeWindow';
import { useUrlState } from '../../routing/useUrlState';
import { DataTable } from '../DataTable';
import { VerdictChip } from '../VerdictChip';
import { happened } from './happened';
import { incidentParts, incidentSeconds, incidentTitle } from './incidentWords';
import styles from './ScoreHistory.module.css';

/** Rows that are added at a time. */
const PAGE = 10;

/** What happened in the time of the chart, the newest first; on demand also what only was weak or not visible. A beginning leads to its moment on the chart. */
export function IncidentTable(props: { list: IncidentList; nowMs: number }) {
  const { list, nowMs } = props;
  const wording = useWording();
  const { t, dateTime, duration } = wording;
  const url = useUrlState();
  const time = useTimeWindow();
  const [shown, setShown] = useState(PAGE);
  const [isWhole, setWhole] = useState(false);
  const { items } = list;
  if (items.length === 0) return <p>{t('incidents.none')}</p>;
  const listed = isWhole ? items : items.filter(happened);
  const left = listed.length - shown;
  const others = items.length - listed.length;
  return (
    <>
      {listed.length > 0 && (
        <DataTable
          label={t('incidents.title')}
          rows={listed.slice(0, shown)}
          keyOf={({ id }) => id}
          columns={[
            {
              title: t('incidents.what'),
              cell: incident => (
                <>
                  <strong>{incidentTitle(incident, wording)}</strong>
                  <div>{incidentParts(incident, wording)}</div>
                </>
              ),
            },
            {
              title: t('incidents.verdict'),
              cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
            },
            {
              title: t('history.since'),
              cell: ({ startedAt }) => (
                <button
                  type="button"
                  className={styles.moment}
                  onClick={() => url.set(markMoment(time, startedAt))}
                >
                  <time dateTime={startedAt}>{dateTime(startedAt)}</time>
                </button>
              ),
            },
            {
              title: t('incidents.until'),
              cell: ({ endedAt }) =>
                endedAt ? (
                  <time dateTime={endedAt}>{dateTime(endedAt)}</time>
                ) : (
                  t('incidents.open')
                ),
            },
            {
              title: t('incidents.lasted'),
              numeric: true,
              cell: incident => duration(incidentSeconds(incident, nowMs)),
            },
          ]}
        />
      )}
      {left > 0 && (
        <Button
          variant="secondary"
          size="small"
          onPress={() => setShown(shown + PAGE)}
        >
          {t('incidents.showMore', { number: String(Math.min(PAGE, left)) })}
        </Button>
      )}
      {left <= 0 && others > 0 && (
        <div className={styles.others}>
          {listed.length === 0 && t('incidents.quiet')}
          <Button
            variant="secondary"
            size="small"
            onPress={() => {
              setWhole(true);
              setShown(items.length);
            }}
          >
            {t('incidents.showOthers', { count: others })}
          </Button>
        </div>
      )}
      {left <= 0 && list.more && <p>{t('incidents.older')}</p>}
    </>
  );
}
