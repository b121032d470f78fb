/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useId } from 'react';
import { gradeBounds, Incident } from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { wordTime } from '../../hooks/wordTime';
import { IncidentBars } from './IncidentBars';
import { Moments } from './Moments';
import { bandOf, lineOf, plot } from './chartShapes';
import type { DrawnStep, Timeline } from './timeline';
import styles from './ScoreChart.module.css';

/** Labels on the time axis. */
const TICKS = 5;

/**
 * The score from 0 to 100 over the whole of a range: a line along what held
 * longest in each step, in a band from the least to the greatest of it, with
 * the bounds of the grades. Where nothing was assessed there is nothing, and
 * the time before the cluster was known says so. Incidents stand below on the
 * same axis. {@link ChangesTable} has the words.
 */
export function ScoreChart(props: {
  /** At least one step. */
  timeline: Timeline;
  changes: readonly DrawnStep[];
  incidents: readonly Incident[];
  /** A moment that is marked, milliseconds since the epoch. */
  atMs?: number;
  onMoment: (change: DrawnStep | undefined) => void;
  onPick: (change: DrawnStep) => void;
}) {
  const { timeline, changes, incidents, atMs, onMoment, onPick } = props;
  const { fromMs, toMs, groups, gaps, unknown } = timeline;
  const { t, dateTime, language } = useWording();
  const hatch = useId();
  const spanMs = Math.max(1, toMs - fromMs);
  const steps = groups.flat();
  const lowest = steps.reduce((a, b) =>
    b.step.lowest < a.step.lowest ? b : a,
  );
  const { width, height, left, right, top, bottom } = plot;
  const x = (ms: number) =>
    left + ((ms - fromMs) / spanMs) * (width - left - right);
  const y = (score: number) =>
    top + (1 - score / 100) * (height - top - bottom);
  const isMarked = atMs !== undefined && atMs >= fromMs && atMs <= toMs;
  return (
    <div className={styles.place}>
      <div className={styles.picture}>
        <svg
          className={styles.chart}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('history.label', {
            from: dateTime(new Date(fromMs).toISOString()),
            to: dateTime(new Date(toMs).toISOString()),
            first: String(steps[0].step.mostly),
            last: String(steps[steps.length - 1].step.mostly),
            lowest: String(lowest.step.lowest),
            lowestAt: dateTime(lowest.step.at),
          })}
        >
          <defs>
            <pattern
              id={hatch}
              width="8"
              height="8"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line className={styles.hatch} x1="0" x2="0" y1="0" y2="8" />
            </pattern>
          </defs>
          {gradeBounds.map(([grade, bound]) => (
            <g key={grade}>
              <line
                className={styles.bound}
                x1={left}
                x2={width - right}
                y1={y(bound)}
                y2={y(bound)}
              />
              <text className={styles.label} x={left - 6} y={y(bound)}>
                {grade} {bound}
              </text>
            </g>
          ))}
          {[...gaps, ...(unknown ? [unknown] : [])].map(gap => (
            <rect
              key={gap.fromMs}
              fill={`url(#${hatch})`}
              x={x(gap.fromMs)}
              y={top}
              width={x(gap.toMs) - x(gap.fromMs)}
              height={height - top - bottom}
            >
              <title>
                {gap === unknown
                  ? t('history.notKnown', {
                      at: dateTime(new Date(gap.toMs).toISOString()),
                    })
                  : t('history.gap')}
              </title>
            </rect>
          ))}
          {unknown && (
            <text
              className={styles.note}
              x={(x(unknown.fromMs) + x(unknown.toMs)) / 2}
              y={height / 2}
            >
              {t('history.notKnown', {
                at: dateTime(new Date(unknown.toMs).toISOString()),
              })}
            </text>
          )}
          {groups.map(group => (
            <g key={group[0].fromMs}>
              <path className={styles.band} d={bandOf(group, x, y)} />
              <polyline className={styles.line} points={lineOf(group, x, y)} />
            </g>
          ))}
          {isMarked && (
            <line
              className={styles.at}
              x1={x(atMs)}
              x2={x(atMs)}
              y1={top}
              y2={height - bottom}
            />
          )}
          {Array.from({ length: TICKS }, (_, tick) => {
            const ms = fromMs + (spanMs * tick) / (TICKS - 1);
            return (
              <text
                key={tick}
                className={styles.tick}
                data-edge={edgeOf(tick)}
                x={x(ms)}
                y={height - 4}
              >
                {wordTime(ms / 1000, spanMs / 1000, language)}
              </text>
            );
          })}
        </svg>
        <Moments
          changes={changes}
          placeOf={({ fromMs: ms, step }) => ({
            left: `${(x(ms) / width) * 100}%`,
            top: `${(y(step.lowest) / height) * 100}%`,
          })}
          onMoment={onMoment}
          onPick={onPick}
        />
      </div>
      <IncidentBars incidents={incidents} axis={timeline} nowMs={toMs} />
    </div>
  );
}

function edgeOf(tick: number) {
  if (tick === 0) return 'start';
  return tick === TICKS - 1 ? 'end' : undefined;
}
