/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe } from '../faults/engine';
import type { Lab } from '../lab';
import { labFolder } from '../state/paths';
import { type ScheduledFault, type ScheduledStep, stepsOf } from './schedule';

/** The recorder of the command line: the same collectors that serve live clusters. */
export const recorder = join(labFolder, '../packages/cli/bin/kubernetes-ha');

export interface RecordOptions {
  lab: Lab;
  output: string;
  /** Shown with the recording; default: the cluster's title. */
  title?: string;
  /** What is to be seen in it. */
  description?: string;
  durationSeconds: number;
  intervalSeconds: number;
  faults: readonly ScheduledFault[];
  log: (line: string) => void;
}

/**
 * Has the recorder watch a lab for a while, and injects and heals
 * faults at their times meanwhile. Whatever happens, no fault stays in force.
 * Resolves when the recorder has written its file; rejects with its exit code
 * if it failed.
 */
export async function record(options: RecordOptions): Promise<void> {
  const { lab, log } = options;
  if (!existsSync(recorder)) {
    throw new Error(
      `The recorder is not there: ${recorder}. It is part of packages/cli.`,
    );
  }
  const child = spawn(
    process.execPath,
    [
      recorder,
      'record',
      ...['--config', lab.appConfigFile],
      ...['--cluster', lab.appConfig().name],
      ...['--output', options.output],
      ...['--duration', String(options.durationSeconds)],
      ...['--interval', String(options.intervalSeconds)],
      ...(options.title ? ['--title', options.title] : []),
      ...(options.description ? ['--description', options.description] : []),
      // What is done to the lab is told to the recorder as it happens.
      ...['--events', '-'],
    ],
    { cwd: labFolder, stdio: ['pipe', 'inherit', 'inherit'] },
  );
  // A recorder that ends early closes the pipe; its exit code tells.
  child.stdin?.on('error', () => undefined);
  const tell = (kind: 'fault' | 'heal', title: string) => {
    log(`${kind} ${title}`);
    child.stdin?.write(`${JSON.stringify({ kind, title })}\n`);
  };
  // Ctrl-C reaches the recorder, too, which then writes what it has; the faults are healed here.
  const over = new AbortController();
  const onInterrupt = () => over.abort();
  const onTerminate = () => {
    over.abort();
    child.kill('SIGINT');
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  const ended = endOf(child);
  const played = play(
    lab,
    stepsOf(options.faults),
    Date.now(),
    tell,
    over.signal,
  );
  try {
    await Promise.race([ended, played.then(() => ended)]);
  } finally {
    over.abort();
    child.kill('SIGTERM');
    // A step that has begun is finished first: only then is it known what is in force.
    await Promise.allSettled([played]);
    if (lab.activeFaults().length > 0) {
      await lab.heal();
    }
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  }
}

/** Does each step at its time, until `signal`; faults take as long as they take, later steps are not moved. */
export async function play(
  lab: Pick<Lab, 'fault' | 'heal'>,
  steps: readonly ScheduledStep[],
  started: number,
  tell: (kind: 'fault' | 'heal', title: string) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const { atSeconds, kind, fault } of steps) {
    const waitMs = started + atSeconds * 1000 - Date.now();
    await delay(Math.max(0, waitMs), undefined, { signal }).catch(
      () => undefined,
    );
    if (signal.aborted) {
      return;
    }
    const title = describe(fault.name, fault.args);
    if (kind === 'inject') {
      tell('fault', title);
      await lab.fault(fault.name, fault.args);
    } else {
      tell('heal', title);
      await lab.heal(fault.name, fault.args);
    }
  }
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `The recorder ended with ${
                signal ?? `code ${code}`
              }; its message is above.`,
            ),
          ),
    );
  });
}
