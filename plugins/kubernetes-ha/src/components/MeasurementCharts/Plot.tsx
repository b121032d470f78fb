/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useRef, useState } from 'react';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useWording } from '../../hooks/useWording';
import { timeRange } from './chartData';
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
  /** Told the place of the pointed time in `times`; undefined when the pointer left. */
  onPoint: (place: number | undefined) => void;
}) {
  const { times, lines, steps } = props;
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
  }, [times, lines]);

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
      x: { range: (_, first, last) => timeRange(first, last) },
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
      setCursor: [
        ({ cursor }) => latest.current.onPoint(cursor.idx ?? undefined),
      ],
    },
  };
}
