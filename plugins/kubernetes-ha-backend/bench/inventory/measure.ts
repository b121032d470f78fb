/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { benchReaders } from './readers';

// One reader, measured once, in a process of its own.

/** What one reading cost. */
export interface Measurement {
  wallSeconds: number;
  /** User and system, of all threads. */
  cpuSeconds: number;
  /** Of the whole process, with everything it loaded before. */
  peakRssMb: number;
  /** Longest time that the main thread's event loop did not turn. */
  stallMs: number;
  /** What it saw; missing when it does not look. */
  counts?: { pods: number; nodes: number };
}

const RESOLUTION_MS = 2;

async function measure(name: string, url: string): Promise<Measurement> {
  const found = Object.entries(benchReaders).find(([key]) => key === name);
  if (!found) throw new Error(`no reader ${name}`);
  const reader = await (await found[1].load()).prepare(url);
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const counts = await reader.read();
  const wallSeconds = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  delay.disable();
  await reader.close();
  return {
    wallSeconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    // resourceUsage counts in kibibytes.
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    stallMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
    counts,
  };
}

process.on('disconnect', () => process.exit());
const [name, url] = process.argv.slice(2);
void measure(name, url).then(
  result => process.send?.(result, () => process.exit()),
  error => {
    console.error(error);
    process.exit(1);
  },
);
