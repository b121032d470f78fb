/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSnapshot,
  LossVerdict,
  simulate,
  singleLosses,
} from 'backstage-plugin-kubernetes-ha-common';
import { clusterSnapshot } from '../checks/clusterSnapshot';
import { markdownTable, yesNo } from '../markdownTable';
import { ruledPods } from './ruledPods';

/** Clusters of which every single loss is simulated. Source: architecture.md, "Targets" */
const clusters = [
  { pods: 3_000, nodes: 300, targetMs: 100 },
  { pods: 150_000, nodes: 5_000, targetMs: 10_000 },
];
const ROUNDS = 3;

/** Simulates all single losses of two synthetic clusters, and prints how long it took. */
export function simulateBench(): void {
  const rows: string[][] = [];
  for (const { pods, nodes, targetMs } of clusters) {
    console.log(`making ${pods} pods on ${nodes} nodes …`);
    const snapshot = withRules(clusterSnapshot({ pods, nodes }));
    const losses = singleLosses(snapshot.sections);
    const before = process.memoryUsage.rss();
    const times: number[] = [];
    const verdicts = new Map<LossVerdict, number>();
    let moved = 0;
    let unplaced = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      const outcomes = simulate(snapshot, losses);
      times.push(performance.now() - started);
      if (round > 0) continue;
      for (const outcome of outcomes) {
        const { verdict } = outcome.pods;
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        moved += outcome.pods.moved;
        unplaced += outcome.pods.unplaced.length;
      }
    }
    rows.push([
      `${pods} pods, ${nodes} nodes`,
      String(losses.length),
      `${moved} / ${unplaced}`,
      [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(', '),
      times[0].toFixed(0),
      Math.min(...times).toFixed(0),
      `< ${targetMs}`,
      yesNo(times[0] < targetMs),
      ((process.memoryUsage.rss() - before) / 2 ** 20).toFixed(0),
    ]);
  }
  console.log(
    `\nAll single losses; Node ${process.version}\n\n${markdownTable(
      [
        'Cluster',
        'losses',
        'pods moved / unplaced',
        'pods',
        'first time ms',
        'best of 3 ms',
        'required',
        'met',
        'memory MiB',
      ],
      rows,
    )}\n`,
  );
}

/** With what decides where pods may run: the rules of many teams, mixed. */
function withRules(snapshot: ClusterSnapshot): ClusterSnapshot {
  const { pods } = snapshot.sections;
  if (pods.state !== 'observed') throw new Error('there are no pods');
  return {
    ...snapshot,
    sections: {
      ...snapshot.sections,
      pods: { ...pods, value: ruledPods(pods.value) },
    },
  };
}
