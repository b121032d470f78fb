/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A thing outside the data folder that a lab made and must take away again. */
export type JournalEntry =
  /** All that follows was made since this boot of the host, and is gone after the next. */
  | { kind: 'boot'; id: string }
  | { kind: 'bridge'; name: string; mac: string }
  | { kind: 'namespace'; name: string }
  | { kind: 'link'; name: string }
  | { kind: 'cgroup'; path: string }
  | { kind: 'process'; pidFile: string }
  | { kind: 'forwardRule'; bridge: string };

/**
 * Notes what is about to be made. Called before making it and flushed to disk,
 * so that a run killed at any moment leaves nothing unlisted.
 */
export function noteInJournal(
  journal: string,
  ...entries: JournalEntry[]
): void {
  mkdirSync(dirname(journal), { recursive: true });
  const file = openSync(journal, 'a');
  try {
    appendFileSync(
      file,
      entries.map(entry => `${JSON.stringify(entry)}\n`).join(''),
    );
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Entries, oldest first. A last line cut short by a kill was never acted upon and is left out. */
export function readJournal(journal: string): JournalEntry[] {
  if (!existsSync(journal)) {
    return [];
  }
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter(line => line.endsWith('}'))
    .flatMap(line => {
      try {
        return [JSON.parse(line) as JournalEntry];
      } catch {
        return [];
      }
    });
}
