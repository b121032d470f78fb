/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { gradeOf } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { DataTable } from '../DataTable';
import type { DrawnStep } from './timeline';
import { wordReason, wordScore } from './wordMoment';

/** The marks of the chart as a table, newest first, for those who read rather than look. */
export function ChangesTable(props: {
  label: string;
  changes: readonly DrawnStep[];
}) {
  const wording = useWording();
  const { t, dateTime } = wording;
  return (
    <DataTable
      label={props.label}
      rows={[...props.changes].reverse().map(({ step }) => step)}
      keyOf={({ at }) => at}
      columns={[
        {
          title: t('history.since'),
          cell: ({ at }) => <time dateTime={at}>{dateTime(at)}</time>,
        },
        {
          title: t('arithmetic.score'),
          numeric: true,
          cell: wordScore,
        },
        {
          title: t('fleet.columnGrade'),
          cell: ({ lowest, provisional }) =>
            [gradeOf(lowest), provisional && t('grade.provisional')]
              .filter(Boolean)
              .join(' · '),
        },
        {
          title: t('history.columnReason'),
          cell: step => wordReason(step, wording) ?? '–',
        },
        {
          title: t('history.columnLimitedBy'),
          cell: ({ limitedByLayer }) =>
            limitedByLayer ? t(`layer.${limitedByLayer}`) : '–',
        },
      ]}
    />
  );
}
