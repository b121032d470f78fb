/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../host/processes';
import { Machine } from '../machine/machine';
import { readDescription } from '../state/description';
import { withLock } from '../state/lock';
import { dataFolder, labPaths } from '../state/paths';
import { tearDown } from '../state/teardown';

/** How long one command waits for another that changes the same lab. */
export const lockWaitMs = 60_000;

/** Names of all labs that left anything on this machine. */
export function labNames(): string[] {
  const folder = dataFolder();
  return existsSync(folder)
    ? readdirSync(folder).filter(
        name =>
          !name.startsWith('.') &&
          existsSync(join(folder, name, 'journal.jsonl')),
      )
    : [];
}

/** Takes a lab away, whole or half-made. */
export async function removeLab(name: string): Promise<void> {
  await withLock(labPaths(name).lock, `Lab ${name}`, lockWaitMs, () =>
    tearDown(name),
  );
}

/** A lab that somebody uses is not replaced; one that was interrupted or whose owner is gone is. */
export function refuseToReplace(name: string): void {
  const present = labNames().includes(name) ? readDescription(name) : undefined;
  const inUse =
    present?.phase === 'ready' &&
    (present.owner === undefined || isAlive(present.owner)) &&
    present.machines.some(machine => new Machine(present, machine).isRunning());
  if (inUse) {
    throw new Error(
      `Lab ${name} runs already, since ${present.createdAt}. Take it down (npm run lab -- down --name ${name}) or start this one under another name.`,
    );
  }
}

/** Labs of tests that were killed: their owner is gone, so nobody will take them down. */
export async function removeOrphans(
  log: (line: string) => void,
): Promise<void> {
  for (const name of labNames()) {
    const owner = readDescription(name)?.owner;
    if (owner && !isAlive(owner)) {
      log(`Taking down lab ${name}, whose owner (pid ${owner.pid}) is gone`);
      try {
        await withLock(labPaths(name).lock, `Lab ${name}`, 0, () =>
          tearDown(name),
        );
      } catch (error) {
        // Somebody else is at it, or it resists: no reason not to start another lab.
        log(`Lab ${name} is left as it is: ${error}`);
      }
    }
  }
}
