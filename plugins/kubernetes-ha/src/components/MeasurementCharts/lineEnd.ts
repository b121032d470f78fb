/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Incident } from 'backstage-plugin-kubernetes-ha-common';
import { MachinePart, partsDown } from '../FindingsPanel/partsDown';
import type { ChartData, Line } from './chartData';

/**
 * When a line had its last value (ISO 8601 UTC), if others went on for longer
 * than `holdSeconds` after that, or if all of its values are from before what it
 * measures went down; undefined while it goes on. Pure.
 */
export function lineEnd(
  { times }: Pick<ChartData, 'times'>,
  { values }: Line,
  holdSeconds: number,
  down?: string,
): string | undefined {
  const place = values.findLastIndex(value => value !== null);
  const newest = times.at(-1);
  if (place < 0 || newest === undefined) return undefined;
  const isFromBefore =
    down !== undefined && times[place] <= Date.parse(down) / 1000;
  return isFromBefore || newest - times[place] > holdSeconds
    ? new Date(times[place] * 1000).toISOString()
    : undefined;
}

/** Since when what a line measures is down on its machine (ISO 8601 UTC), if it is: a member may be named after its machine (`etcd-cp-b`). Pure. */
export function downSince(
  incidents: readonly Incident[],
  subject: string,
  part: MachinePart,
): string | undefined {
  return incidents
    .filter(
      ({ verdict, endedAt, machines }) =>
        verdict === 'broken' &&
        endedAt === undefined &&
        machines?.names.some(
          name => subject === name || subject.endsWith(`-${name}`),
        ),
    )
    .flatMap(({ findings }) => findings)
    .filter(
      ({ checkId, resolvedAt }) =>
        resolvedAt === undefined && partsDown([checkId]).includes(part),
    )
    .map(({ firstSeen }) => firstSeen)
    .sort()[0];
}
