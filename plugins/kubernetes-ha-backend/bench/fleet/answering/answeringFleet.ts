/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FleetFigures } from '../figures';
import { measureFleet } from '../measuredPortal';
import type { PortalDatabase } from '../portal/startPortal';
import type { ApiServersReady, LongestGaps } from './apiServers';
import { writeClusters } from './writeClusters';

/** The defaults of configuration. */
const CONTROL_PLANE_SECONDS = 30;
const INVENTORY_SECONDS = 120;

/** A fleet of which every cluster answers. */
export interface AnsweringOptions {
  clusters: number;
  nodes: number;
  pods: number;
  /** From when every cluster was seen until it is measured: two inventories in the default. */
  warmUpSeconds: number;
  /** How long it is measured. */
  seconds: number;
  database: PortalDatabase;
}

/** A portal with a fleet whose API servers run in a process beside it and answer all requests. */
export async function answeringFleet(
  options: AnsweringOptions,
): Promise<FleetFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-fleet-'));
  const servers = fork(
    join(__dirname, 'apiServers.ts'),
    [options.clusters, options.nodes, options.pods].map(String),
    {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const changing = setInterval(
    () => void servers.send('change'),
    INVENTORY_SECONDS * 1000,
  );
  try {
    const ready = await answerOf<ApiServersReady>(servers);
    const clusters = writeClusters(folder, ready);
    const figures = await measureFleet({
      database: options.database,
      kubernetesHa: { clusters },
      names: clusters.map(({ name }) => name),
      warmUpSeconds: options.warmUpSeconds,
      seconds: options.seconds,
      onBegin: () => void servers.send('reset'),
    });
    servers.send('gaps');
    const gaps = await answerOf<LongestGaps>(servers);
    return {
      ...figures,
      gaps: {
        controlPlane: gaps.controlPlane / CONTROL_PLANE_SECONDS,
        inventory: gaps.inventory / INVENTORY_SECONDS,
      },
    };
  } finally {
    clearInterval(changing);
    servers.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The API servers ended by themselves (exit code ${code}).`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}
