/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { DataTable } from '../DataTable';
import { SourceText } from '../ResultDetails';

/** Every number that a check compared with, and where the number comes from. */
export function ThresholdTable(props: { results: readonly CheckResult[] }) {
  const { t, titleOf, amount } = useWording();
  const rows = props.results.flatMap(({ checkId, thresholds }) =>
    Object.entries(thresholds).map(([name, threshold]) => ({
      checkId,
      name,
      ...threshold,
    })),
  );
  return (
    <DataTable
      label={t('arithmetic.checks')}
      rows={rows}
      keyOf={({ checkId, name }) => `${checkId}/${name}`}
      columns={[
        {
          title: t('arithmetic.check'),
          cell: ({ checkId }) => titleOf(checkId),
        },
        {
          title: t('arithmetic.threshold'),
          cell: ({ name }) => <code>{name}</code>,
        },
        {
          title: t('arithmetic.value'),
          cell: ({ value, unit, policy }) =>
            `${amount(value, unit)}${
              policy ? ` (${t('findings.fromPolicy')})` : ''
            }`,
        },
        {
          title: t('arithmetic.thresholdSource'),
          cell: ({ source }) => <SourceText source={source} />,
        },
      ]}
    />
  );
}
