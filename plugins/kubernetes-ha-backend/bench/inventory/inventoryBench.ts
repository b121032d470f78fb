/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measure';
import type { ClusterSize, PageForm } from './pages';
import { BenchReaderName, benchReaders } from './readers';
import { report } from './report';

/** Size of the synthetic cluster, and how often each reader runs: the best run counts. */
export interface InventoryBenchOptions extends ClusterSize {
  runs: number;
}

/** client-node takes minutes and its distance from the others is large: one run tells enough. */
const CLIENT_NODE_RUNS = 1;

/** Reads a synthetic cluster in three ways, each run in a fresh process, and prints one table. */
export async function inventoryBench({
  runs,
  ...size
}: InventoryBenchOptions): Promise<void> {
  console.log(
    `${size.pods} pods, ${size.nodes} nodes, pages of 500; Node ${
      process.version
    }, ${cpus().length} cores (${cpus()[0]?.model})`,
  );
  const results = new Map<BenchReaderName, Measurement[]>();
  await withServer('protobuf', size, async url => {
    // In turns, so that what else the machine does strikes both alike.
    for (let run = 0; run < runs; run++) {
      for (const name of ['bareDecode', 'inventory', 'idle'] as const) {
        await measureInto(results, name, url, size);
      }
    }
  });
  await withServer('json', size, async url => {
    for (let run = 0; run < Math.min(runs, CLIENT_NODE_RUNS); run++) {
      await measureInto(results, 'clientNode', url, size);
    }
  });
  console.log(report(results));
}

async function measureInto(
  results: Map<BenchReaderName, Measurement[]>,
  name: BenchReaderName,
  url: string,
  size: ClusterSize,
): Promise<void> {
  const result = await measureOnce(name, url);
  const { counts } = result;
  if (counts && (counts.pods !== size.pods || counts.nodes !== size.nodes)) {
    throw new Error(
      `${benchReaders[name].title} read ${counts.pods} pods and ${counts.nodes} nodes`,
    );
  }
  results.set(name, [...(results.get(name) ?? []), result]);
  console.log(
    `  ${benchReaders[name].title}: ${result.cpuSeconds.toFixed(
      2,
    )} s CPU, ${result.wallSeconds.toFixed(2)} s`,
  );
}

async function withServer(
  form: PageForm,
  { pods, nodes }: ClusterSize,
  work: (url: string) => Promise<void>,
): Promise<void> {
  console.log(`encoding the ${form} pages …`);
  const server = child('server.ts', [form, String(pods), String(nodes)]);
  const { url } = await answerOf<{ url: string }>(server, 'the server');
  try {
    await work(url);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function measureOnce(
  name: BenchReaderName,
  url: string,
): Promise<Measurement> {
  const process = child('measure.ts', [name, url]);
  const result = await answerOf<Measurement>(process, benchReaders[name].title);
  if (process.exitCode === null) await once(process, 'exit');
  return result;
}

function child(file: string, args: readonly string[]): ChildProcess {
  return fork(join(__dirname, file), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function answerOf<T>(process: ChildProcess, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    process.once('message', message => resolve(message as T));
    process.once('exit', code =>
      reject(new Error(`${what} ended (${code}) without an answer`)),
    );
  });
}
