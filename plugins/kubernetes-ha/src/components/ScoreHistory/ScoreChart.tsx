/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { gradeBounds } from 'backstage-plugin-kubernetes-ha-common';
import { useWording, Wording } from '../../hooks/useWording';
import { wordTime } from '../../hooks/wordTime';
import { changesOf, ScoredPoint, Stretch } from './scoreStretches';
import styles from './ScoreChart.module.css';

const WIDTH = 960;
const HEIGHT = 160;
const MARGIN = { top: 8, right: 8, bottom: 20, left: 44 };
const PLOT_WIDTH = WIDTH - MARGIN.left - MARGIN.right;
const PLOT_HEIGHT = HEIGHT - MARGIN.top - MARGIN.bottom;
/** Labels on the time axis. */
const TICKS = 5;

/**
 * A step line of the score from 0 to 100 with the bounds of the grades; gaps
 * where nothing was told. The changes are marked; {@link ChangesTable} has their words.
 */
export function ScoreChart(props: {
  /** What is known, oldest first; see `scoreStretches`. At least one. */
  groups: readonly Stretch[][];
  hours: number;
  untilMs: number;
}) {
  const { groups, hours, untilMs } = props;
  const wording = useWording();
  const { t, dateTime, language } = wording;
  const scored = groups.flat().map(({ point }) => point);

  // A short history fills the width; an empty stretch before it says nothing.
  const firstMs = Math.max(untilMs - hours * 3_600_000, groups[0][0].fromMs);
  const spanMs = Math.max(1, untilMs - firstMs);
  const x = (ms: number) =>
    MARGIN.left + ((ms - firstMs) / spanMs) * PLOT_WIDTH;
  const y = (score: number) => MARGIN.top + (1 - score / 100) * PLOT_HEIGHT;
  const lowest = scored.reduce((a, b) => (b.score < a.score ? b : a));
  const last = scored[scored.length - 1];
  const marked = changesOf(groups).filter(
    ({ at }) => Date.parse(at) >= firstMs,
  );

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
      {groups.map(group => (
        <polyline
          key={group[0].fromMs}
          className={styles.line}
          points={stepsOf(group)}
        />
      ))}
      {marked.map(point => (
        <circle
          key={point.at}
          className={styles.dot}
          data-provisional={point.provisional || undefined}
          cx={x(Date.parse(point.at))}
          cy={y(point.score)}
          r="3"
        >
          <title>{wordMoment(point, wording)}</title>
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
            {wordTime(ms / 1000, spanMs / 1000, language)}
          </text>
        );
      })}
    </svg>
  );

  /** Each score goes right for as long as it held, then up or down to the next. */
  function stepsOf(group: readonly Stretch[]): string {
    return group
      .flatMap(({ point, fromMs, toMs }) => [
        `${x(Math.max(firstMs, fromMs))},${y(point.score)}`,
        `${x(Math.max(firstMs, toMs))},${y(point.score)}`,
      ])
      .join(' ');
  }

  function edgeOf(tick: number) {
    if (tick === 0) return 'start';
    return tick === TICKS - 1 ? 'end' : undefined;
  }
}

/** A change in words: when, which score and grade, provisional or not, and what limits it. */
function wordMoment(point: ScoredPoint, { t, dateTime }: Wording): string {
  return [
    t('history.moment', {
      at: dateTime(point.at),
      score: String(point.score),
      grade: point.grade ?? '–',
    }),
    point.provisional && t('grade.provisional'),
    point.limitedByLayer &&
      t('history.limitedBy', { layer: t(`layer.${point.limitedByLayer}`) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
