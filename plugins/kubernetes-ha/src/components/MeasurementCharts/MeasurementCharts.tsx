/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { MeasurementPoint } from 'backstage-plugin-kubernetes-ha-common';
import { bucketSeconds, historyRanges } from '../../hooks/historyRanges';
import { useChecks } from '../../hooks/useChecks';
import { useMeasurements } from '../../hooks/useMeasurements';
import { useWording } from '../../hooks/useWording';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { RangeToggle, useHistoryRange } from '../RangeToggle';
import { Chart } from './Chart';
import { chartData } from './chartData';
import { ChartDefinition, charts } from './charts';
import styles from './MeasurementCharts.module.css';

/** Points come once a minute; three missing ones are silence. */
const RAW_HOLD_SECONDS = 180;

/** What was measured over time, one chart for each measure. @internal */
export function MeasurementCharts(props: { name: string }) {
  const { t } = useWording();
  const range = useHistoryRange();
  const measurements = useMeasurements(props.name, range);
  const { resolution } = historyRanges[range];
  const holdSeconds =
    resolution === 'raw' ? RAW_HOLD_SECONDS : 2 * bucketSeconds[resolution];
  return (
    <Panel title={t('charts.title')} actions={<RangeToggle />}>
      <PolledView polled={measurements} rows={6}>
        {points => <Charts points={points} holdSeconds={holdSeconds} />}
      </PolledView>
    </Panel>
  );
}

function Charts(props: {
  points: readonly MeasurementPoint[];
  holdSeconds: number;
}) {
  const { points, holdSeconds } = props;
  const { t } = useWording();
  const checks = useChecks();
  const thresholdOf = ({ threshold }: ChartDefinition) =>
    threshold &&
    checks.value?.find(({ id }) => id === threshold.check)?.thresholds[
      threshold.name
    ]?.value;
  const drawn = charts.flatMap(chart => {
    const data = chartData(points, chart.measure, chart.against, holdSeconds);
    return data.lines.length > 0 ? [{ chart, data }] : [];
  });
  if (drawn.length === 0) return <p>{t('charts.empty')}</p>;
  return (
    <div className={styles.charts}>
      {drawn.map(({ chart, data }) => (
        <Chart
          key={chart.measure}
          chart={chart}
          data={data}
          threshold={thresholdOf(chart)}
        />
      ))}
    </div>
  );
}
