/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useWording } from '../../hooks/useWording';
import { DataTable } from '../DataTable';
import type { ScoredPoint } from './scoreStretches';

/** The marks of the chart as a table, newest first, for those who read rather than look. */
export function ChangesTable(props: {
  label: string;
  changes: readonly ScoredPoint[];
}) {
  const { t, dateTime } = useWording();
  return (
    <DataTable
      label={props.label}
      rows={[...props.changes].reverse()}
      keyOf={({ at }) => at}
      columns={[
        {
          title: t('history.since'),
          cell: ({ at }) => <time dateTime={at}>{dateTime(at)}</time>,
        },
        {
          title: t('arithmetic.score'),
          numeric: true,
          cell: ({ score }) => score,
        },
        {
          title: t('fleet.columnGrade'),
          cell: ({ grade, provisional }) =>
            [grade ?? '–', provisional && t('grade.provisional')]
              .filter(Boolean)
              .join(' · '),
        },
        {
          title: t('fleet.columnLimitedBy'),
          cell: ({ limitedByLayer }) =>
            limitedByLayer ? t(`layer.${limitedByLayer}`) : '–',
        },
      ]}
    />
  );
}
