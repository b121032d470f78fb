/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { PortalCost } from './meter';

const root = resolve(__dirname, '../../../../..');

/** How long the portal may take until it answers. */
const READY_MS = 240_000;
/** How often it is asked meanwhile: nothing tells. */
const POLL_MS = 500;

/** A portal in a process of its own. */
export interface MeasuredPortal {
  url: string;
  /** Counts from now on. */
  reset(): void;
  cost(): Promise<PortalCost>;
  stop(): Promise<void>;
}

/** The database of the portal. */
export type PortalDatabase =
  | { client: 'better-sqlite3' }
  | { client: 'pg'; url: string };

/**
 * The demo portal as `npm start` runs it, whole, with these clusters instead of
 * its own. Errors: Error when it does not answer in time.
 */
export async function startPortal(options: {
  database: PortalDatabase;
  kubernetesHa: object;
}): Promise<MeasuredPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-bench-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const config = join(folder, 'app-config.yaml');
  writeFileSync(
    config,
    stringify({
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { port },
        database: databaseConfig(options.database, folder),
      },
      kubernetesHa: options.kubernetesHa,
    }),
    { mode: 0o600 },
  );
  const child = fork(
    join(root, 'packages/backend/src/index.ts'),
    ['--config', join(root, 'app-config.yaml'), '--config', config],
    {
      cwd: join(root, 'packages/backend'),
      execArgv: [
        ...['--import', 'tsx', '--import', join(__dirname, 'meter.ts')],
        // As `npm start` has it: docs/operating.md.
        '--max-semi-space-size=4',
        '--use-largepages=silent',
      ],
      env: {
        ...process.env,
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
        // As `npm start` has them: docs/operating.md; and guests may log in.
        MALLOC_ARENA_MAX: '1',
        NODE_ENV: 'development',
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(child, `${url}/.backstage/health/v1/readiness`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    reset: () => void child.send('reset'),
    cost: () => costOf(child),
    stop,
  };
}

function databaseConfig(database: PortalDatabase, folder: string): object {
  return database.client === 'pg'
    ? { client: 'pg', connection: database.url }
    : { client: 'better-sqlite3', connection: { directory: folder } };
}

async function costOf(child: ChildProcess): Promise<PortalCost> {
  const answered = new Promise<PortalCost>(resolveCost => {
    const onMessage = (message: unknown) => {
      if (typeof message !== 'object' || message === null) return;
      if (!('portalCost' in message)) return;
      child.off('message', onMessage);
      resolveCost(message.portalCost as PortalCost);
    };
    child.on('message', onMessage);
  });
  child.send('cost');
  return answered;
}

async function ready(child: ChildProcess, address: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(
        `The portal ended before it answered (exit code ${child.exitCode}). Its output above names the reason.`,
      );
    }
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(resolvePause => setTimeout(resolvePause, POLL_MS));
  }
  throw new Error(
    `${address} did not answer 200 within ${
      READY_MS / 1000
    } s. Look at the output of the portal.`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
