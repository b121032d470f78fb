/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../host/processes';
import { Machine } from '../machine/machine';
import { dataFolders } from '../state/dataFolders';
import { readDescription } from '../state/description';
import { isLocked, withLock } from '../state/lock';
import { dataFolder, inDataFolder, labPaths } from '../state/paths';
import { tearDown } from '../state/teardown';

/** How long one command waits for another that changes the same lab. */
export const lockWaitMs = 60_000;

/** Names of all labs that left anything in the present data folder. */
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

/** Calls `work` for every lab of this checkout, wherever its data lie, with that folder as the present one. */
export async function forEachLab(
  work: (name: string) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (const folder of await dataFolders()) {
    const names = inDataFolder(folder, labNames);
    for (const name of names) {
      await inDataFolder(folder, () => work(name));
    }
    count += names.length;
  }
  return count;
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

/** Labs that nobody will take down, in every data folder: their test was killed, or their start was. */
export async function removeOrphans(
  log: (line: string) => void,
): Promise<void> {
  await forEachLab(async name => {
    const { lock } = labPaths(name);
    if (whyOrphan(name) === undefined || isLocked(lock)) {
      return;
    }
    try {
      await withLock(lock, `Lab ${name}`, 0, async () => {
        const why = whyOrphan(name);
        if (why !== undefined) {
          log(`Taking down lab ${name} in ${dataFolder()}, ${why}`);
          await tearDown(name);
        }
      });
    } catch (error) {
      // Somebody else is at it, or it resists: no reason not to start another lab.
      log(`Lab ${name} in ${dataFolder()} is left as it is: ${error}`);
    }
  });
}

/** Why nobody will take this lab down, or undefined if somebody may. Read with the lab's lock held, it is certain. */
function whyOrphan(name: string): string | undefined {
  const lab = readDescription(name);
  if (lab?.owner && !isAlive(lab.owner)) {
    return `whose owner (pid ${lab.owner.pid}) is gone`;
  }
  return lab?.phase === 'ready' ? undefined : 'whose start was interrupted';
}
