/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useId, useMemo, useState } from 'react';
import { useWording } from '../../hooks/useWording';
import { wordTime } from '../../hooks/wordTime';
import { ChartData, isInReach, largest, Line, newest } from './chartData';
import type { ChartDefinition } from './charts';
import { lineEnd } from './lineEnd';
import { lineStyle } from './lineStyle';
import { Plot } from './Plot';
import { wordValue } from './wordValue';
import styles from './Chart.module.css';

/** How the axis of a unit is divided. */
const steps: Partial<Record<ChartDefinition['unit'], 'binary' | 'whole'>> = {
  bytes: 'binary',
  count: 'whole',
};

/** One chart: its title, its lines, and a legend that tells the newest values, or those under the pointer. */
export function Chart(props: {
  chart: ChartDefinition;
  data: ChartData;
  /** What a check warns from, in the unit of the chart. */
  threshold?: number;
  /** After so many seconds without a value a line has ended. */
  holdSeconds: number;
  /** First and last second of the axis. */
  axis: readonly [number, number];
  /** A moment that is marked, milliseconds since the epoch. */
  atMs?: number;
  /** Since when a subject is down; undefined when nothing says so. */
  downSince: (subject: string) => string | undefined;
}) {
  const { chart, data, threshold, holdSeconds, axis, atMs, downSince } = props;
  const { t, language, dateTime } = useWording();
  const id = useId();
  const [pointed, setPointed] = useState<number>();
  const { times, lines, against } = data;
  const most = largest(lines);
  const limit = against && newest(against);

  const drawn = useMemo(() => {
    const extra: { values: (number | null)[] }[] = [];
    if (against && limit !== undefined && isInReach(limit, most)) {
      extra.push(against);
    }
    if (threshold !== undefined && isInReach(threshold, most)) {
      extra.push({ values: times.map(() => threshold) });
    }
    return [
      ...lines.map(({ values }, i) => ({ values, style: lineStyle(i) })),
      ...extra.map(({ values }) => ({ values, style: lineStyle('limit') })),
    ];
  }, [lines, against, limit, most, threshold, times]);

  const word = (value: number | null | undefined) =>
    value === null || value === undefined
      ? '–'
      : wordValue(value, chart.unit, t, language);
  const at = pointed === undefined ? undefined : times[pointed];
  /** Why a line has no value now; a number of before would be shown as one of now. */
  const wordEnd = (line: Line) => {
    const down = downSince(line.subject);
    const endedAt = lineEnd(data, line, holdSeconds, down);
    if (endedAt === undefined) return undefined;
    return down
      ? t('charts.downSince', { at: dateTime(down) })
      : t('charts.noneSince', { at: dateTime(endedAt) });
  };
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id} className={styles.title}>
        {t(`charts.${chart.measure as 'etcd-db-size'}`)}
        {at !== undefined && (
          <span className={styles.moment}>
            {dateTime(new Date(at * 1000).toISOString())}
          </span>
        )}
      </figcaption>
      <Plot
        times={times}
        lines={drawn}
        word={value => wordValue(value, chart.unit, t, language)}
        wordTime={(seconds, span) => wordTime(seconds, span, language)}
        steps={steps[chart.unit] ?? 'any'}
        axis={axis}
        atSeconds={atMs === undefined ? undefined : atMs / 1000}
        onPoint={setPointed}
      />
      <ul className={styles.legend}>
        {lines.map((line, i) => {
          const ended = wordEnd(line);
          const current = ended ? undefined : newest(line);
          return (
            <li key={line.subject} className={styles.entry}>
              <span
                className={styles.mark}
                data-style={lineStyle(i).name}
                aria-hidden="true"
              />
              {[line.subject || t('charts.cluster'), ended]
                .filter(Boolean)
                .join(' · ')}
              <strong>
                {word(pointed === undefined ? current : line.values[pointed])}
              </strong>
            </li>
          );
        })}
        {against && (
          <li className={styles.entry}>
            <span
              className={styles.mark}
              data-style="limit"
              aria-hidden="true"
            />
            {t(`charts.against.${chart.against as 'etcd-db-quota'}`)}
            <strong>{word(limit)}</strong>
          </li>
        )}
        {threshold !== undefined && (
          <li className={styles.entry}>
            <span
              className={styles.mark}
              data-style="limit"
              aria-hidden="true"
            />
            {t('charts.warnsFrom')}
            <strong>{word(threshold)}</strong>
          </li>
        )}
      </ul>
    </figure>
  );
}
