/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Measurement } from './measure';
import { markdownTable, yesNo } from '../markdownTable';
import { BenchReaderName, benchReaders } from './readers';

/** What docs and issues promise. */
const targets = {
  bareDecodeRatio: 1.1,
  clientNodeRatio: 6.5,
  peakRssMb: 300,
  stallMs: 50,
};

/** A reader's run, as they followed each other. */
export interface ReaderRun extends Measurement {
  name: BenchReaderName;
}

/** The best run by CPU: what the machine did beside it only ever adds. */
function best(runs: readonly ReaderRun[], name: BenchReaderName): Measurement {
  return runs
    .filter(run => run.name === name)
    .reduce((a, b) => (b.cpuSeconds < a.cpuSeconds ? b : a));
}

/**
 * How many times the CPU of our reader another takes: each of its runs against
 * the mean of the two of ours that stand around it; of these the median.
 */
function timesOurs(runs: readonly ReaderRun[], other: BenchReaderName): number {
  const ratios = runs
    .flatMap((run, at) =>
      run.name === other
        ? [
            (2 * run.cpuSeconds) /
              (runs[at - 1].cpuSeconds + runs[at + 1].cpuSeconds),
          ]
        : [],
    )
    .sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length / 2)];
}

/** The table of the readers, and the targets with what was measured. Markdown. */
export function report(runs: readonly ReaderRun[]): string {
  const bare = best(runs, 'bareDecode');
  const ours = best(runs, 'inventory');
  const control = best(runs, 'idle');
  const names: readonly BenchReaderName[] = [
    ...new Set(runs.map(({ name }) => name)),
  ];
  const rows = names.map(name => {
    const { wallSeconds, cpuSeconds, peakRssMb, stallMs } = best(runs, name);
    return [
      benchReaders[name].title,
      wallSeconds.toFixed(2),
      cpuSeconds.toFixed(2),
      peakRssMb.toFixed(0),
      stallMs.toFixed(0),
      (cpuSeconds / bare.cpuSeconds).toFixed(2),
    ];
  });
  const ratio = 1 / timesOurs(runs, 'bareDecode');
  const saved = timesOurs(runs, 'clientNode');
  return [
    '',
    markdownTable(
      [
        'Reader',
        'wall s',
        'CPU s',
        'peak RSS MB',
        'longest stall ms',
        '× CPU of decode only',
      ],
      rows,
    ),
    '',
    markdownTable(
      ['Target', 'required', 'measured', 'met'],
      [
        [
          'CPU against decode only',
          `≤ ${targets.bareDecodeRatio} ×`,
          `${ratio.toFixed(2)} ×`,
          yesNo(ratio <= targets.bareDecodeRatio),
        ],
        [
          'CPU against client-node',
          `≥ ${targets.clientNodeRatio} × less`,
          `${saved.toFixed(1)} × less`,
          yesNo(saved >= targets.clientNodeRatio),
        ],
        [
          'peak RSS',
          `< ${targets.peakRssMb} MB`,
          `${ours.peakRssMb.toFixed(0)} MB`,
          yesNo(ours.peakRssMb < targets.peakRssMb),
        ],
        [
          'longest event-loop stall',
          `≤ ${targets.stallMs} ms`,
          `${ours.stallMs.toFixed(
            0,
          )} ms (doing nothing: ${control.stallMs.toFixed(0)} ms)`,
          yesNo(ours.stallMs <= targets.stallMs),
        ],
      ],
    ),
    '',
  ].join('\n');
}
