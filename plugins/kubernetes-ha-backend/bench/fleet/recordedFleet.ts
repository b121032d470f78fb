/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join, resolve } from 'node:path';
import { printFigures } from './figures';
import { measureFleet } from './measuredPortal';

const recordings = resolve(__dirname, '../../../../recordings');
const files = ['ha-3az', 'two-zones', 'single-control-plane', 'even-etcd'];

/** What a fleet of recordings must not cost more than. (proposal) */
const targets = { cores: 1, memoryMb: 1024 };

/** The demo portal with so many recorded clusters, on SQLite. Exit code 1 when a target was missed. */
export async function recordedFleet(options: {
  clusters: number;
  /** From when every cluster was seen until it is measured. */
  warmUpSeconds: number;
  seconds: number;
}): Promise<void> {
  const clusters = Array.from({ length: options.clusters }, (_, index) => ({
    name: `recorded-${index}`,
    connection: {
      type: 'recorded',
      file: join(recordings, `${files[index % files.length]}.jsonl.br`),
    },
  }));
  const figures = await measureFleet({
    database: { client: 'better-sqlite3' },
    kubernetesHa: { clusters },
    names: clusters.map(({ name }) => name),
    warmUpSeconds: options.warmUpSeconds,
    seconds: options.seconds,
  });
  const isMet = printFigures(
    `${options.clusters} recorded clusters on SQLite`,
    figures,
    targets,
  );
  if (!isMet) process.exitCode = 1;
}
