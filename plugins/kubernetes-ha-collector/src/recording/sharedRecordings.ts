/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { stat } from 'node:fs/promises';
import { RecordingPlayback } from './playback';

/** A recording in use; `release` says that this user is done with it. Idempotent. */
export interface RecordingLease {
  playback: RecordingPlayback;
  release(): void;
}

interface Shared {
  /** Which version of the file was read: one that was written anew is another recording. */
  mark: string;
  playback: Promise<RecordingPlayback>;
  users: number;
}

/**
 * The recordings that are open in this process. A fleet of hundreds of clusters
 * plays a handful of files: each is read, checked and held once, however many
 * play it, and dropped when the last one is done. What is shared is frozen.
 */
export class SharedRecordings {
  readonly #open = new Map<string, Shared>();

  /** Errors: as {@link RecordingPlayback.open}. */
  async acquire(file: string): Promise<RecordingLease> {
    const mark = await markOf(file);
    // A file without a status cannot be read: opening it says why.
    if (mark === undefined) {
      return { playback: await RecordingPlayback.open(file), release() {} };
    }
    const shared = this.#shared(file, mark);
    shared.users += 1;
    let isReleased = false;
    const release = () => {
      if (isReleased) return;
      isReleased = true;
      this.#release(file, shared);
    };
    try {
      return { playback: await shared.playback, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  #shared(file: string, mark: string): Shared {
    const found = this.#open.get(file);
    if (found?.mark === mark) return found;
    const made: Shared = {
      mark,
      playback: RecordingPlayback.open(file),
      users: 0,
    };
    this.#open.set(file, made);
    return made;
  }

  #release(file: string, shared: Shared): void {
    shared.users -= 1;
    // Who plays an older version of the file goes on with that.
    if (shared.users === 0 && this.#open.get(file) === shared) {
      this.#open.delete(file);
    }
  }
}

async function markOf(file: string): Promise<string | undefined> {
  try {
    const { dev, ino, size, mtimeMs } = await stat(file);
    return JSON.stringify([dev, ino, size, mtimeMs]);
  } catch {
    return undefined;
  }
}
