/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Incident,
  MeasurementPoint,
} from 'backstage-plugin-kubernetes-ha-common';
import { bucketSeconds } from '../../hooks/historyRanges';
import { useChecks } from '../../hooks/useChecks';
import { useIncidents } from '../../hooks/useIncidents';
import {
  resolutionOfWindow,
  useMeasurements,
} from '../../hooks/useMeasurements';
import { useWording } from '../../hooks/useWording';
import { useMoment } from '../../routing/useMoment';
import {
  spanOfWindow,
  TimeWindow,
  useTimeWindow,
} from '../../routing/useTimeWindow';
import { Panel } from '../Panel';
import { PolledView } from '../PolledView';
import { RangeToggle } from '../RangeToggle';
import { Chart } from './Chart';
import { chartData } from './chartData';
import { ChartDefinition, charts } from './charts';
import { downSince } from './lineEnd';
import styles from './MeasurementCharts.module.css';

/** Points come once a minute; three missing ones are silence. */
const RAW_HOLD_SECONDS = 180;

/** Seconds between two requests of what is down: a number of before must not stand there as one of now. */
const INCIDENT_SECONDS = 30;

/** What was measured over time, one chart for each measure. @internal */
export function MeasurementCharts(props: { name: string }) {
  const { name } = props;
  const { t } = useWording();
  const time = useTimeWindow();
  const measurements = useMeasurements(name, time);
  const incidents = useIncidents(name, time, INCIDENT_SECONDS);
  const resolution = resolutionOfWindow(time);
  const holdSeconds =
    resolution === 'raw' ? RAW_HOLD_SECONDS : 2 * bucketSeconds[resolution];
  return (
    <Panel title={t('charts.title')} actions={<RangeToggle />}>
      <PolledView polled={measurements} rows={6}>
        {points => (
          <Charts
            points={points}
            holdSeconds={holdSeconds}
            axis={axisOf(time, measurements.loadedAt ?? Date.now())}
            incidents={incidents.value?.items ?? []}
          />
        )}
      </PolledView>
    </Panel>
  );
}

/** First and last second of the window, whatever was measured in it. */
function axisOf(window: TimeWindow, nowMs: number): [number, number] {
  const { fromMs, toMs } = spanOfWindow(window, nowMs);
  return [fromMs / 1000, toMs / 1000];
}

function Charts(props: {
  points: readonly MeasurementPoint[];
  holdSeconds: number;
  axis: readonly [number, number];
  incidents: readonly Incident[];
}) {
  const { points, holdSeconds, axis, incidents } = props;
  const { t, dateTime } = useWording();
  const atMs = useMoment();
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
  const [first] = points;
  const isLate = Date.parse(first.at) / 1000 - axis[0] > holdSeconds;
  return (
    <>
      {isLate && <p>{t('charts.firstAt', { at: dateTime(first.at) })}</p>}
      <div className={styles.charts}>
        {drawn.map(({ chart, data }) => (
          <Chart
            key={chart.measure}
            chart={chart}
            data={data}
            threshold={thresholdOf(chart)}
            holdSeconds={holdSeconds}
            axis={axis}
            atMs={atMs}
            downSince={subject =>
              chart.part && downSince(incidents, subject, chart.part)
            }
          />
        ))}
      </div>
    </>
  );
}
