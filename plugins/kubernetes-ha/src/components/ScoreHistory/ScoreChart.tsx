/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  gradeBounds,
  HistoryPoint,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { Point, toSegments } from '../Sparkline';
import styles from './ScoreChart.module.css';

const WIDTH = 960;
const HEIGHT = 160;
const MARGIN = { top: 8, right: 8, bottom: 20, left: 44 };
const PLOT_WIDTH = WIDTH - MARGIN.left - MARGIN.right;
const PLOT_HEIGHT = HEIGHT - MARGIN.top - MARGIN.bottom;
/** Labels on the time axis. */
const TICKS = 5;

/** A step line of the score from 0 to 100 with the bounds of the grades; gaps where nothing was told. */
export function ScoreChart(props: {
  points: readonly HistoryPoint[];
  hours: number;
  untilMs: number;
}) {
  const { points, hours, untilMs } = props;
  const { t, dateTime } = useWording();
  const scored = points.filter(
    (point): point is HistoryPoint & { score: number } => point.score !== null,
  );
  if (scored.length === 0) return <p>{t('history.empty')}</p>;

  // A short history fills the width; an empty stretch before it says nothing.
  const firstMs = Math.max(
    untilMs - hours * 3_600_000,
    Date.parse(points[0].at),
  );
  const spanMs = Math.max(1, untilMs - firstMs);
  const x = (ms: number) =>
    MARGIN.left + ((ms - firstMs) / spanMs) * PLOT_WIDTH;
  const y = (score: number) => MARGIN.top + (1 - score / 100) * PLOT_HEIGHT;
  const lowest = scored.reduce((a, b) => (b.score < a.score ? b : a));
  const last = scored[scored.length - 1];

  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('history.label', {
        from: dateTime(new Date(firstMs).toISOString()),
        to: dateTime(new Date(untilMs).toISOString()),
        first: String(scored[0].score),
        last: String(last.score),
        lowest: String(lowest.score),
        lowestAt: dateTime(lowest.at),
      })}
    >
      {gradeBounds.map(([grade, bound]) => (
        <g key={grade}>
          <line
            className={styles.bound}
            x1={MARGIN.left}
            x2={WIDTH - MARGIN.right}
            y1={y(bound)}
            y2={y(bound)}
          />
          <text className={styles.label} x={MARGIN.left - 6} y={y(bound)}>
            {grade} {bound}
          </text>
        </g>
      ))}
      {stepSegments().map(segment => (
        <polyline
          key={segment[0].x}
          className={styles.line}
          points={segment.map(point => `${point.x},${point.y}`).join(' ')}
        />
      ))}
      {changes().map(point => (
        <circle
          key={point.at}
          className={styles.dot}
          data-provisional={point.provisional || undefined}
          cx={x(Date.parse(point.at))}
          cy={y(point.score)}
          r="3"
        >
          <title>
            {t('history.moment', {
              at: dateTime(point.at),
              score: String(point.score),
              grade: point.grade ?? '–',
            })}
            {point.limitedByLayer &&
              ` · ${t('history.limitedBy', {
                layer: t(`layer.${point.limitedByLayer}`),
              })}`}
          </title>
        </circle>
      ))}
      {Array.from({ length: TICKS }, (_, tick) => {
        const ms = firstMs + (spanMs * tick) / (TICKS - 1);
        return (
          <text
            key={tick}
            className={styles.tick}
            data-edge={edgeOf(tick)}
            x={x(ms)}
            y={HEIGHT - 4}
          >
            {dateTime(new Date(ms).toISOString())}
          </text>
        );
      })}
    </svg>
  );

  /** A score holds until the next one: each point goes right, then up or down. */
  function stepSegments(): Point[][] {
    const steps = points.flatMap((point, index): (Point | null)[] => {
      if (point.score === null) return [null];
      const until = points[index + 1]?.at;
      const start = x(Math.max(firstMs, Date.parse(point.at)));
      const end = x(until ? Math.max(firstMs, Date.parse(until)) : untilMs);
      return [
        { x: start, y: y(point.score) },
        { x: end, y: y(point.score) },
      ];
    });
    return toSegments(steps);
  }

  /** Points where the score moved: the ones worth a mark. */
  function changes() {
    return scored.filter(
      (point, index) =>
        Date.parse(point.at) >= firstMs &&
        (index === 0 || point.score !== scored[index - 1].score),
    );
  }

  function edgeOf(tick: number) {
    if (tick === 0) return 'start';
    return tick === TICKS - 1 ? 'end' : undefined;
  }
}
