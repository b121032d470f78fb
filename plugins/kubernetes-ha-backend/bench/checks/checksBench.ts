/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  assessSteps,
  ClusterSnapshot,
  checks,
  encodePodColumns,
  hashSnapshot,
  runChecks,
  SectionName,
  sectionNames,
  Sections,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { packSignal, unpackSignal } from '../../src/database/signalPacking';
import { packSnapshot } from '../../src/database/snapshotPacking';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector/src/eventLoop/inSlices';
import { markdownTable, yesNo } from '../markdownTable';
import { clusterSnapshot } from './clusterSnapshot';

/** Clusters that are judged, with the target for all checks together. Source: architecture.md */
const clusters = [
  { pods: 150_000, nodes: 5_000, targetMs: 1_000 },
  { pods: 3_000, nodes: 300, targetMs: 50 },
];
const ROUNDS = 5;
const RESOLUTION_MS = 2;

function elapsedMs(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Judges two synthetic clusters with every check, and prints how long it took. */
export async function checksBench(): Promise<void> {
  const rows: string[][] = [];
  for (const { pods, nodes, targetMs } of clusters) {
    console.log(`making ${pods} pods on ${nodes} nodes …`);
    const snapshot = clusterSnapshot({ pods, nodes });
    const rounds = Array.from({ length: ROUNDS }, () =>
      elapsedMs(() => runChecks(checks, snapshot)),
    );
    const best = Math.min(...rounds);
    rows.push([
      `${pods} pods, ${nodes} nodes`,
      rounds[0].toFixed(0),
      best.toFixed(0),
      `< ${targetMs}`,
      yesNo(rounds[0] < targetMs),
      elapsedMs(() => hashSnapshot(snapshot)).toFixed(0),
      storedBytesAPod(snapshot, pods).toFixed(1),
      await longestStallMs(clusterSnapshot({ pods, nodes })),
    ]);
  }
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
        'longest stall ms',
      ],
      rows,
    )}\n`,
  );
}

/** Longest time that the event loop stood still while the backend stores, reads back and judges what was seen, and stores the snapshot behind a change. */
async function longestStallMs(snapshot: ClusterSnapshot): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const sections: Partial<Record<SectionName, Signal<unknown>>> = {};
  for (const name of sectionNames) {
    const packed = await packSignal(name, snapshot.sections[name]);
    sections[name] = (await unpackSignal(name, packed)).signal;
  }
  const readBack = { ...snapshot, sections: sections as Sections };
  await inSlices(assessSteps(readBack));
  await packSnapshot(readBack);
  delay.disable();
  return Math.max(0, delay.max / 1e6 - RESOLUTION_MS).toFixed(0);
}

function storedBytesAPod({ sections }: ClusterSnapshot, pods: number): number {
  const { pods: signal } = sections;
  if (signal.state !== 'observed') throw new Error('there are no pods');
  const json = JSON.stringify(encodePodColumns(signal.value));
  return gzipSync(json).length / pods;
}
