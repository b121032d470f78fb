/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import kubernetesHaPlugin from '../../src';
import { markdownTable } from '../markdownTable';
import { countedClusters } from './countedClusters';

const RESOLUTION_MS = 5;

/** What the benchmark is run with. */
export interface HangingOptions {
  clusters: number;
  /** So many of them take every request and answer none. */
  hanging: number;
  /** Collections that each healthy cluster should get. */
  collections: number;
  intervalSeconds: number;
}

/**
 * A whole backend (real scheduler, SQLite, HTTP server) with many clusters of
 * which some hang, and how many collections of its control plane each healthy
 * one got in the time of so many. Clusters are stand-ins: their connection and
 * etcd answer at once or never.
 */
export async function hangingFleet(options: HangingOptions): Promise<void> {
  const { clusters, hanging, collections, intervalSeconds } = options;
  const every = Math.floor(clusters / Math.max(1, hanging));
  const names = Array.from({ length: clusters }, (_, i) => `cluster-${i}`);
  const isHanging = (name: string) => {
    const index = names.indexOf(name);
    return index % every === 0 && index / every < hanging;
  };
  const counted = countedClusters(isHanging);
  process.env.LOG_LEVEL ??= 'warn';
  const backend = createBackend();
  backend.add(kubernetesHaPlugin);
  backend.add(counted.module);
  backend.add(quietConfig(names, intervalSeconds));
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const cpu = process.cpuUsage();
  const started = performance.now();
  await backend.start();
  delay.enable();
  const windowMs = collections * intervalSeconds * 1000;
  // Everybody has begun within an interval; then the whole time for the last of them.
  await wait(windowMs + intervalSeconds * 1000);
  delay.disable();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await backend.stop();

  const healthy = names.filter(name => !isHanging(name));
  const got = healthy
    .map(name => counted.within(name, windowMs))
    .sort((a, b) => a - b);
  const enough = got.filter(count => count >= collections - 1).length;
  process.stdout.write(
    `${markdownTable(
      ['', 'value'],
      [
        ['clusters, of which hang', `${clusters}, ${hanging}`],
        [
          `healthy clusters with at least ${collections - 1} of ${collections}`,
          `${enough} of ${healthy.length}`,
        ],
        ['fewest collections of a healthy cluster', `${got[0]}`],
        ['median', `${got[Math.floor(got.length / 2)]}`],
        ['CPU', `${((user + system) / 1e6 / seconds).toFixed(2)} cores`],
        [
          'longest stall of the event loop',
          `${Math.max(0, delay.max / 1e6 - RESOLUTION_MS).toFixed(0)} ms`,
        ],
        [
          'peak memory',
          `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
        ],
      ],
    )}\n`,
  );
  // At once: requests to clusters that hang never end.
  process.exit(enough < healthy.length ? 1 : 0);
}

function quietConfig(names: readonly string[], intervalSeconds: number) {
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader({
        // Subscribers of this process only: there is no server to carry events to others.
        events: { useEventBus: 'never' },
        backend: {
          baseUrl: 'http://127.0.0.1:0',
          listen: { host: '127.0.0.1', port: 0 },
          database: { client: 'better-sqlite3', connection: ':memory:' },
          auth: { dangerouslyDisableDefaultAuthPolicy: true },
        },
        kubernetesHa: {
          intervals: {
            controlPlaneSeconds: intervalSeconds,
            inventorySeconds: 4 * intervalSeconds,
          },
          clusters: names.map(name => ({
            name,
            connection: { type: 'counted' },
          })),
        },
      }),
  });
}
