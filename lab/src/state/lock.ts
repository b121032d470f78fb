/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
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
    if (take(path, JSON.stringify(me))) {
      return;
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

/** Whether a living process holds the lock. */
export function isLocked(path: string): boolean {
  const holder = holderOf(path);
  return holder !== undefined && isAlive(holder);
}

/** Makes the lock file with its text in one step: one without a holder would be nobody's to take over. */
function take(path: string, text: string): boolean {
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, text);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    rmSync(own, { force: true });
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
    // Released: looked at again at the next turn.
    return undefined;
  }
}
