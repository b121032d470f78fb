/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// Loaded into the portal before everything else: measures it from inside and
// says what it measured when asked.

/** What the portal cost since the last reset. */
export interface PortalCost {
  seconds: number;
  /** Of all its threads. */
  cores: number;
  rssMb: number;
  /** Since the process began. */
  peakRssMb: number;
  /** Longest CPU time of the main thread between two turns of the event loop. */
  stallCpuMs: number;
  /** Longest time between two turns by the clock; on a busy machine, what else runs is in it. */
  stallWallMs: number;
}

const RESOLUTION_MS = 5;
const MIB = 2 ** 20;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let since = performance.now();
let cpu = process.cpuUsage();
let lastTurn = process.threadCpuUsage();
let stallCpuMs = 0;

function turn(): void {
  const { user, system } = process.threadCpuUsage(lastTurn);
  stallCpuMs = Math.max(stallCpuMs, (user + system) / 1000);
  lastTurn = process.threadCpuUsage();
}

function reset(): void {
  since = performance.now();
  cpu = process.cpuUsage();
  stallCpuMs = 0;
  lastTurn = process.threadCpuUsage();
  delay.reset();
}

function cost(): PortalCost {
  const seconds = (performance.now() - since) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds,
    cores: (user + system) / 1e6 / seconds,
    rssMb: process.memoryUsage.rss() / MIB,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    stallCpuMs,
    stallWallMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
  };
}

// The threads of the portal load it as well.
if (isMainThread) {
  delay.enable();
  setInterval(turn, RESOLUTION_MS).unref();
  process.on('message', message => {
    if (message === 'reset') reset();
    if (message === 'cost') process.send?.({ portalCost: cost() });
  });
  // The benchmark is gone.
  process.on('disconnect', () => process.exit());
}
