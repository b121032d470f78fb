/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identityOf, isAlive, type ProcessIdentity } from '../host/processes';

/**
 * Runs `work` while holding a lock file. A lock whose holder is gone (killed
 * run) is taken over; one whose holder lives is waited for, then refused.
 */
export async function withLock<T>(
  path: string,
  what: string,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  await acquire(path, what, waitMs);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function acquire(path: string, what: string, waitMs: number) {
  mkdirSync(dirname(path), { recursive: true });
  const me = identityOf(process.pid);
  const end = Date.now() + waitMs;
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, JSON.stringify(me));
      closeSync(file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    }
    const holder = holderOf(path);
    if (holder && !isAlive(holder)) {
      takeAway(path);
      continue;
    }
    if (Date.now() >= end) {
      throw new Error(
        `${what} is being changed by another command (pid ${
          holder?.pid ?? 'unknown'
        }, lock ${path}). Wait for it to end, or end it, then try again.`,
      );
    }
    await delay(100);
  }
}

/** Removes the lock of a dead holder; of several that try, one succeeds, and a new holder's lock is put back. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    const holder = holderOf(aside);
    if (holder && isAlive(holder)) {
      linkSync(aside, path);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') {
      throw error;
    }
  } finally {
    rmSync(aside, { force: true });
  }
}

function holderOf(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    // Released, or not yet written by its new holder: looked at again at the next turn.
    return undefined;
  }
}
