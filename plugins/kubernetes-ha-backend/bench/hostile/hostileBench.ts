/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { markdownTable, yesNo } from '../markdownTable';
import { hostileInputs } from './inputs';
import type { HostileMeasurement, Stall } from './measure';

/** What the architecture promises on hostile input, too. */
const STALL_MS = 50;

/**
 * Each input twice, read by the real source from a real server, each in a fresh
 * process; prints one table. Exit code 1 when a stall was too long or a section
 * says something else than it should.
 */
export async function hostileBench(): Promise<void> {
  const rows: string[][] = [];
  for (const { name, expected } of hostileInputs) {
    const measured = await measureOnce(name);
    const isShort = measured.again.cpuMs <= STALL_MS;
    const isExpected = measured.says.startsWith(expected);
    if (!isShort || !isExpected) process.exitCode = 1;
    rows.push([
      name,
      text(measured.first),
      text(measured.again),
      yesNo(isShort),
      measured.seconds.toFixed(2),
      `${measured.rssBeforeMb.toFixed(0)} → ${measured.peakRssMb.toFixed(0)}`,
      isExpected ? measured.says : `${measured.says} INSTEAD OF ${expected}`,
    ]);
    console.log(`  ${name}: ${text(measured.again)} ms`);
  }
  console.log(
    markdownTable(
      [
        'Input',
        'stall ms, CPU (wall), first',
        'stall ms, CPU (wall)',
        `≤ ${STALL_MS} ms`,
        's',
        'RSS MB before → peak',
        'what the section says',
      ],
      rows,
    ),
  );
}

function text({ cpuMs, wallMs }: Stall): string {
  return `${cpuMs.toFixed(0)} (${wallMs.toFixed(0)})`;
}

async function measureOnce(name: string): Promise<HostileMeasurement> {
  const server = child('server.ts', [name]);
  try {
    const { url, etcd } = await answerOf<{ url: string; etcd: string }>(server);
    const reader = child('measure.ts', [name, url, etcd]);
    const result = await answerOf<HostileMeasurement>(reader);
    if (reader.exitCode === null) await once(reader, 'exit');
    return result;
  } finally {
    server.kill();
  }
}

function child(file: string, args: readonly string[]): ChildProcess {
  return fork(join(__dirname, file), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function answerOf<T>(from: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    from.once('message', message => resolve(message as T));
    from.once('exit', code =>
      reject(new Error(`the process ended (${code}) without an answer`)),
    );
  });
}
