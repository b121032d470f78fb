/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSnapshot,
  checks,
  encodePodColumns,
  hashSnapshot,
  runChecks,
} from 'backstage-plugin-kubernetes-ha-common';
import { gzipSync } from 'node:zlib';
import { markdownTable, yesNo } from '../markdownTable';
import { clusterSnapshot } from './clusterSnapshot';

/** Clusters that are judged, with the target for all checks together. Source: architecture.md */
const clusters = [
  { pods: 150_000, nodes: 5_000, targetMs: 1_000 },
  { pods: 3_000, nodes: 300, targetMs: 50 },
];
const ROUNDS = 5;

function elapsedMs(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Judges two synthetic clusters with every check, and prints how long it took. */
export async function checksBench(): Promise<void> {
  const rows = clusters.map(({ pods, nodes, targetMs }) => {
    console.log(`making ${pods} pods on ${nodes} nodes …`);
    const snapshot = clusterSnapshot({ pods, nodes });
    const rounds = Array.from({ length: ROUNDS }, () =>
      elapsedMs(() => runChecks(checks, snapshot)),
    );
    const best = Math.min(...rounds);
    return [
      `${pods} pods, ${nodes} nodes`,
      rounds[0].toFixed(0),
      best.toFixed(0),
      `< ${targetMs}`,
      yesNo(rounds[0] < targetMs),
      elapsedMs(() => hashSnapshot(snapshot)).toFixed(0),
      storedBytesAPod(snapshot, pods).toFixed(1),
    ];
  });
  console.log(
    `\n${checks.length} checks; Node ${process.version}\n\n${markdownTable(
      [
        'Cluster',
        'first time ms',
        'best of 5 ms',
        'required',
        'met',
        'hash of the snapshot ms',
        'stored bytes a pod (gzip)',
      ],
      rows,
    )}\n`,
  );
}

function storedBytesAPod({ sections }: ClusterSnapshot, pods: number): number {
  const { pods: signal } = sections;
  if (signal.state !== 'observed') throw new Error('there are no pods');
  const json = JSON.stringify(encodePodColumns(signal.value));
  return gzipSync(json).length / pods;
}
