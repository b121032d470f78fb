/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useRef, useState } from 'react';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useWording } from '../../hooks/useWording';
import type { LineStyle } from './lineStyle';
import styles from './Chart.module.css';

/** Pixels; the width is that of the place. */
const HEIGHT = 160;
const AXIS_WIDTH = 72;
const AXIS_HEIGHT = 28;

/** Steps of an axis of bytes: powers of two, which are whole in the units that people read. */
const BINARY_STEPS = Array.from({ length: 50 }, (_, power) => 2 ** power);

type Steps = 'any' | 'whole' | 'binary';

interface DrawnLine {
  values: (number | null)[];
  style: LineStyle;
}

/**
 * Draws lines over time. Decoration for the eye: everything it tells stands in
 * the legend beside it too. Pointers of all plots of a page move together.
 */
export function Plot(props: {
  /** Seconds since the epoch, rising. */
  times: number[];
  lines: readonly DrawnLine[];
  /** A value of the axis in words. */
  word: (value: number) => string;
  /** A time of the axis in words, given the seconds that the axis spans. */
  wordTime: (seconds: number, span: number) => string;
  /** The values that the axis is divided by: any, whole numbers only, or powers of two. */
  steps: Steps;
  /** First and last second of the axis: that of the range, whatever was measured in it. */
  axis: readonly [number, number];
  /** A moment that is marked, in seconds since the epoch. */
  atSeconds?: number;
  /** Told the place of the pointed time in `times`; undefined when the pointer left. */
  onPoint: (place: number | undefined) => void;
}) {
  const { times, lines, steps, axis, atSeconds } = props;
  const [first, last] = axis;
  const { t } = useWording();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>();
  // Read while drawing: another language or callback needs no new plot.
  const latest = useRef(props);
  latest.current = props;

  const [failed, setFailed] = useState(false);

  const shape = lines.map(({ style }) => style.name).join();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let end: (() => void) | undefined;
    let ended = false;
    // The library is fetched when there is something to draw.
    import('uplot')
      .then(({ default: Library }) => {
        if (ended) return;
        const drawn = new Library(
          options(element, latest, steps),
          aligned(latest.current),
          element,
        );
        plot.current = drawn;
        end = follow(drawn, element);
      })
      // The legend tells the values all the same.
      .catch(() => !ended && setFailed(true));
    return () => {
      ended = true;
      end?.();
      plot.current = undefined;
    };
  }, [shape, steps]);

  useEffect(() => {
    plot.current?.setData(aligned({ times, lines }));
  }, [times, lines, first, last]);

  useEffect(() => {
    plot.current?.redraw(false);
  }, [atSeconds]);

  return failed ? (
    <p className={styles.failed}>{t('charts.notDrawn')}</p>
  ) : (
    <div ref={place} className={styles.plot} aria-hidden="true" />
  );
}

/** Keeps a plot as wide as its place and in the colours of the theme, which the reader may change. Returns what ends it. */
function follow(drawn: uPlot, element: HTMLElement): () => void {
  const resizing = new ResizeObserver(() =>
    drawn.setSize({ width: element.clientWidth, height: HEIGHT }),
  );
  resizing.observe(element);
  const theming = new MutationObserver(() => drawn.redraw(false, true));
  theming.observe(document.body, { attributeFilter: ['data-theme-mode'] });
  return () => {
    theming.disconnect();
    resizing.disconnect();
    drawn.destroy();
  };
}

function aligned(data: {
  times: number[];
  lines: readonly DrawnLine[];
}): uPlot.AlignedData {
  return [data.times, ...data.lines.map(({ values }) => values)];
}

function options(
  element: HTMLElement,
  latest: { current: Parameters<typeof Plot>[0] },
  steps: Steps,
): uPlot.Options {
  const colour = (property: string) => () =>
    getComputedStyle(element).getPropertyValue(property).trim();
  const axis: uPlot.Axis = {
    stroke: colour('--bui-fg-secondary'),
    grid: { stroke: colour('--bui-border-1'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    // Room for the half of the last time's words.
    padding: [8, 28, 0, 0],
    cursor: {
      sync: { key: 'kubernetes-ha-measurements' },
      drag: { x: false, y: false },
      points: { size: 6 },
    },
    scales: {
      x: { range: () => [...latest.current.axis] },
      y: { range: (_, __, max) => [0, max > 0 ? max * 1.1 : 1] },
    },
    axes: [
      {
        ...axis,
        size: AXIS_HEIGHT,
        space: 80,
        values: ({ scales }, splits) => {
          const span = (scales.x.max ?? 0) - (scales.x.min ?? 0);
          return splits.map(time => latest.current.wordTime(time, span));
        },
      },
      {
        ...axis,
        size: AXIS_WIDTH,
        space: 36,
        ...(steps === 'binary' && { incrs: BINARY_STEPS }),
        values: (_, splits) =>
          splits.map(value =>
            steps === 'whole' && !Number.isInteger(value)
              ? ''
              : latest.current.word(value),
          ),
      },
    ],
    series: [
      {},
      ...latest.current.lines.map(
        ({ style }): uPlot.Series => ({
          stroke: colour(style.colour),
          width: style.name === 'limit' ? 1 : 2,
          dash: [...style.dash],
          spanGaps: false,
          ...(style.name === 'limit' && { points: { show: false } }),
        }),
      ),
    ],
    hooks: {
      draw: [drawn => markMoment(drawn, latest.current, colour)],
      setCursor: [
        ({ cursor }) => latest.current.onPoint(cursor.idx ?? undefined),
      ],
    },
  };
}

/** A line from top to bottom at the moment that is marked, if the axis reaches it. */
function markMoment(
  { ctx, bbox, valToPos }: uPlot,
  { atSeconds, axis: [first, last] }: Parameters<typeof Plot>[0],
  colour: (property: string) => () => string,
): void {
  if (atSeconds === undefined || atSeconds < first || atSeconds > last) return;
  const x = Math.round(valToPos(atSeconds, 'x', true));
  ctx.save();
  ctx.strokeStyle = colour('--bui-fg-primary')();
  ctx.lineWidth = 1;
  // The dashes of the line that was drawn last are still set.
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
