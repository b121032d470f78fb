/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { DrawnStep } from './timeline';

/** Where in its picture the chart is drawn, in units of the picture. */
export const plot = {
  width: 960,
  height: 160,
  top: 8,
  right: 8,
  bottom: 20,
  left: 44,
} as const;

type Scale = (value: number) => number;

/** Each score goes right for as long as it held, then up or down to the next. */
export function lineOf(
  group: readonly DrawnStep[],
  x: Scale,
  y: Scale,
): string {
  return group
    .flatMap(({ step, fromMs, toMs }) => [
      `${x(fromMs)},${y(step.mostly)}`,
      `${x(toMs)},${y(step.mostly)}`,
    ])
    .join(' ');
}

/** Along the greatest scores there, along the least ones back; nothing wider than a hair where they are one. */
export function bandOf(
  group: readonly DrawnStep[],
  x: Scale,
  y: Scale,
): string {
  const there = group.flatMap(({ step, fromMs, toMs }) => [
    `${x(fromMs)},${y(step.highest)}`,
    `${x(toMs)},${y(step.highest)}`,
  ]);
  const back = [...group]
    .reverse()
    .flatMap(({ step, fromMs, toMs }) => [
      `${x(toMs)},${y(step.lowest)}`,
      `${x(fromMs)},${y(step.lowest)}`,
    ]);
  return `M${[...there, ...back].join('L')}Z`;
}
