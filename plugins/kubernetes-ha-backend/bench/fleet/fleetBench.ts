/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answeringFleet, AnsweringOptions } from './answering/answeringFleet';
import { printFigures } from './figures';
import type { HangingOptions } from './hangingFleet';
import type { PortalDatabase } from './portal/startPortal';

/** The parts of the benchmark. */
export const fleetCases = ['hanging', 'sqlite', 'postgres'] as const;
/** See {@link fleetCases}. */
export type FleetCase = (typeof fleetCases)[number];

/** What the benchmark is run with. */
export interface FleetOptions {
  cases: readonly FleetCase[];
  hanging: HangingOptions;
  answering: Omit<AnsweringOptions, 'database'>;
}

/** Source: architecture.md, "Targets" */
const targets = { cores: 1, memoryMb: 1536 };

/** A fleet of which some hang, and one that answers on each database. Exit code 1 when a target was missed. */
export async function fleetBench(options: FleetOptions): Promise<void> {
  const missed: FleetCase[] = [];
  for (const name of options.cases) {
    const isMet =
      name === 'hanging'
        ? await inAProcess(options.hanging)
        : await answering(name, options.answering);
    if (!isMet) missed.push(name);
  }
  // At once: what ends the PostgreSQL server with its process would say 0 instead.
  if (missed.length > 0) process.exit(1);
}

async function answering(
  name: Exclude<FleetCase, 'hanging'>,
  options: FleetOptions['answering'],
): Promise<boolean> {
  const { clusters, nodes, pods } = options;
  const postgres = name === 'postgres' ? await startPostgres() : undefined;
  const database: PortalDatabase = postgres
    ? { client: 'pg', url: postgres.url }
    : { client: 'better-sqlite3' };
  try {
    const figures = await answeringFleet({ ...options, database });
    return printFigures(
      `${clusters} clusters of ${nodes} nodes and ${pods} pods, all answering, on ${
        postgres ? 'PostgreSQL' : 'SQLite'
      }`,
      figures,
      targets,
    );
  } finally {
    await postgres?.stop();
  }
}

/** The server of the test suite, whose starter belongs to no package. */
async function startPostgres(): Promise<Postgres> {
  const file = resolve(__dirname, '../../../../scripts/test/postgres.mjs');
  const starter: { startPostgres(): Promise<Postgres> } = await import(
    pathToFileURL(file).href
  );
  return starter.startPostgres();
}

interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/** Its requests to clusters that hang never end: it needs a process of its own. */
async function inAProcess(options: HangingOptions): Promise<boolean> {
  const child = fork(
    join(__dirname, 'hangingProcess.ts'),
    [JSON.stringify(options)],
    { execArgv: ['--import', 'tsx'] },
  );
  const [code] = await once(child, 'exit');
  return code === 0;
}
