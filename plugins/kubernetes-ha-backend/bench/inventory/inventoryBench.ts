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
import { type ReaderRun, report } from './report';

/** Size of the synthetic cluster, and how often the readers run in turns. */
export interface InventoryBenchOptions extends ClusterSize {
  runs: number;
}

/**
 * One turn. Ours runs before and after each of the others, so that a machine
 * that changes its speed meanwhile strikes both sides of a ratio alike.
 */
const TURN: readonly BenchReaderName[] = [
  'idle',
  'inventory',
  'bareDecode',
  'inventory',
  'clientNode',
  'inventory',
];

/** Reads a synthetic cluster in three ways by turns, each run in a fresh process, and prints one table. */
export async function inventoryBench({
  runs,
  ...size
}: InventoryBenchOptions): Promise<void> {
  console.log(
    `${size.pods} pods, ${size.nodes} nodes, pages of 500; Node ${
      process.version
    }, ${cpus().length} cores (${cpus()[0]?.model})`,
  );
  const results: ReaderRun[] = [];
  await withServer('protobuf', size, async protobuf =>
    withServer('json', size, async json => {
      for (let run = 0; run < runs; run++) {
        for (const name of TURN) {
          const url = name === 'clientNode' ? json : protobuf;
          results.push({ name, ...(await measureChecked(name, url, size)) });
        }
      }
    }),
  );
  console.log(report(results));
}

async function measureChecked(
  name: BenchReaderName,
  url: string,
  size: ClusterSize,
): Promise<Measurement> {
  const result = await measureOnce(name, url);
  const { counts } = result;
  if (counts && (counts.pods !== size.pods || counts.nodes !== size.nodes)) {
    throw new Error(
      `${benchReaders[name].title} read ${counts.pods} pods and ${counts.nodes} nodes`,
    );
  }
  console.log(
    `  ${benchReaders[name].title}: ${result.cpuSeconds.toFixed(
      2,
    )} s CPU, ${result.wallSeconds.toFixed(2)} s`,
  );
  return result;
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
