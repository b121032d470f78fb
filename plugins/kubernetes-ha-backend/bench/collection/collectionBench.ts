/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { markdownTable } from '../markdownTable';
import { writeClusters } from '../fleet/answering/writeClusters';
import type { ApiServersReady } from '../fleet/answering/apiServers';
import { CollectedFleet } from './collectedFleet';

/** Seconds between two collections: the defaults of configuration. */
const CONTROL_PLANE_SECONDS = 30;
const INVENTORY_SECONDS = 120;

/** Clusters whose need of cores is printed. */
const FLEET = 500;

/** Rounds that do not count. */
const LEARNING_ROUNDS = 2;

/** At once, as in a portal that keeps up. */
const AT_ONCE = 4;

/** What the benchmark is run with. */
export interface CollectionOptions {
  clusters: number;
  nodes: number;
  pods: number;
  /** Four collections of the control plane and one of the inventory each. */
  rounds: number;
}

/**
 * What one collection costs in CPU, from the first request until its assessment
 * is stored, and how many cores a fleet needs for that: without the portal
 * around it, whose own need does not grow with clusters. Servers run in a
 * process beside it, whose CPU does not count.
 */
export async function collectionBench(
  options: CollectionOptions,
): Promise<void> {
  // As the demo portal has it: docs/operating.md.
  setFlagsFromString('--external-memory-accounted-in-global-limit');
  setFlagsFromString('--heap-growing-percent=25');
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-collection-'));
  const servers = fork(
    join(__dirname, '../fleet/answering/apiServers.ts'),
    [options.clusters, options.nodes, options.pods].map(String),
    { execArgv: ['--import', 'tsx'] },
  );
  try {
    const [ready]: ApiServersReady[] = await once(servers, 'message');
    const fleet = await CollectedFleet.create(
      folder,
      writeClusters(folder, ready),
    );
    // Compiles the code and learns the clusters; from the third inventory on, what has not changed is known.
    for (let round = 0; round < LEARNING_ROUNDS; round++) {
      servers.send('change');
      await fleet.round(AT_ONCE);
    }
    const spent = { controlPlane: 0, inventory: 0 };
    for (let round = 0; round < options.rounds; round++) {
      servers.send('change');
      const { controlPlane, inventory } = await fleet.round(AT_ONCE);
      spent.controlPlane += controlPlane;
      spent.inventory += inventory;
    }
    await fleet.close();
    const made = options.rounds * options.clusters;
    print(spent.controlPlane / made / 4, spent.inventory / made, options);
  } finally {
    servers.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(
  controlPlane: number,
  inventory: number,
  { clusters, nodes, pods }: CollectionOptions,
): void {
  const rows: [string, number, number][] = [
    ['control plane', controlPlane, CONTROL_PLANE_SECONDS],
    ['inventory', inventory, INVENTORY_SECONDS],
  ];
  const cores = rows.map(([, ms, every]) => (FLEET * ms) / 1000 / every);
  console.log(
    `\n${clusters} clusters of ${nodes} nodes and ${pods} pods on SQLite; Node ${
      process.version
    }\n\n${markdownTable(
      ['collection', 'CPU ms', 'every s', `cores for ${FLEET} clusters`],
      [
        ...rows.map(([what, ms, every], index) => [
          what,
          ms.toFixed(1),
          String(every),
          cores[index].toFixed(2),
        ]),
        ['both', '', '', (cores[0] + cores[1]).toFixed(2)],
      ],
    )}\n`,
  );
}
