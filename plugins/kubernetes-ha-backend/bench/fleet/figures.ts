/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { markdownTable, yesNo } from '../markdownTable';
import type { PortalCost } from './portal/meter';
import type { Latencies } from './portal/visitor';

/** What a fleet must not cost more than. Source: architecture.md, "Targets" */
export interface Targets {
  cores: number;
  memoryMb: number;
}

/** What was measured of a portal with a fleet. */
export interface FleetFigures {
  cost: PortalCost;
  latencies: Latencies;
  /** Requests of visitors that were refused or took too long. */
  failures: readonly Error[];
  /** Age of the oldest observation that was shown, in its own intervals. */
  oldestIntervals: number;
  /** Longest time between two readings of one cluster, in intervals. Missing for recordings. */
  gaps?: { controlPlane: number; inventory: number };
}

const STALL_MS = 50;
const OLDEST_INTERVALS = 2;
const PAGE_MS = 1_000;
const SHARE = 0.95;

/** Prints the figures beside their targets. False when one was missed. */
export function printFigures(
  title: string,
  figures: FleetFigures,
  targets: Targets,
): boolean {
  const { cost, latencies, oldestIntervals, gaps } = figures;
  const rows: Row[] = [
    number('CPU, cores', cost.cores, 2, targets.cores),
    number('memory at the end, MiB', cost.rssMb, 0, targets.memoryMb),
    number('peak memory, MiB', cost.peakRssMb, 0, targets.memoryMb),
    number(
      'longest stall of the event loop, CPU ms',
      cost.stallCpuMs,
      0,
      STALL_MS,
    ),
    {
      what: 'the same by the clock, ms',
      measured: cost.stallWallMs.toFixed(0),
    },
    number(
      'oldest observation shown, intervals',
      oldestIntervals,
      1,
      OLDEST_INTERVALS,
    ),
    ...(gaps
      ? [
          number(
            'longest time between two control planes of a cluster, intervals',
            gaps.controlPlane,
            1,
            OLDEST_INTERVALS,
          ),
          number(
            'longest time between two inventories of a cluster, intervals',
            gaps.inventory,
            1,
            OLDEST_INTERVALS,
          ),
        ]
      : []),
    ...Object.entries(latencies).map(([kind, times]) =>
      number(`${kind}, p95 ms of ${times.length}`, p95(times), 0, PAGE_MS),
    ),
    number('requests that failed', figures.failures.length, 0, 0),
  ];
  console.log(
    `\n${title}, over ${cost.seconds.toFixed(0)} s; Node ${
      process.version
    }\n\n${markdownTable(
      ['', 'measured', 'target', 'met'],
      rows.map(({ what, measured, target, met }) => [
        what,
        measured,
        target ?? '',
        met === undefined ? '' : yesNo(met),
      ]),
    )}\n`,
  );
  for (const { message } of figures.failures) console.log(`  ${message}`);
  return rows.every(({ met }) => met ?? true);
}

interface Row {
  what: string;
  measured: string;
  target?: string;
  met?: boolean;
}

function number(
  what: string,
  value: number,
  digits: number,
  target: number,
): Row {
  return {
    what,
    measured: value.toFixed(digits),
    target: `≤ ${target}`,
    met: value <= target,
  };
}

/** The time within which 95 of 100 were answered. */
function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * SHARE) - 1] ?? Infinity;
}
