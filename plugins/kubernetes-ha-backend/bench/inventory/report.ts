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

/** The best run by CPU: what the machine did beside it only ever adds. */
function best(runs: readonly Measurement[]): Measurement {
  return runs.reduce((a, b) => (b.cpuSeconds < a.cpuSeconds ? b : a));
}

/** The table of the readers, and the targets with what was measured. Markdown. */
export function report(
  results: ReadonlyMap<BenchReaderName, readonly Measurement[]>,
): string {
  const bare = best(results.get('bareDecode') ?? []);
  const ours = best(results.get('inventory') ?? []);
  const control = best(results.get('idle') ?? []);
  const theirs = best(results.get('clientNode') ?? []);
  const rows = [...results].map(([name, runs]) => {
    const { wallSeconds, cpuSeconds, peakRssMb, stallMs } = best(runs);
    return [
      benchReaders[name].title,
      wallSeconds.toFixed(2),
      cpuSeconds.toFixed(2),
      peakRssMb.toFixed(0),
      stallMs.toFixed(0),
      (cpuSeconds / bare.cpuSeconds).toFixed(2),
    ];
  });
  const ratio = ours.cpuSeconds / bare.cpuSeconds;
  const saved = theirs.cpuSeconds / ours.cpuSeconds;
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
