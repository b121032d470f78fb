/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import {
  existsSync,
  type FSWatcher,
  mkdirSync,
  readFileSync,
  readdirSync,
  watch,
} from 'node:fs';
import { join } from 'node:path';
import { parseUnit, type Unit } from './unit';

/**
 * The units of some folders, read again whenever a file there changes. A file
 * that cannot be used is logged and left out, as the kubelet does, so its
 * process is ended.
 */
export class UnitFolder {
  readonly #folders: readonly string[];
  readonly #log: (line: string) => void;
  readonly #watchers: FSWatcher[] = [];
  readonly #complaints = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(folders: readonly string[], log: (line: string) => void) {
    this.#folders = folders;
    this.#log = log;
    folders.forEach(folder => mkdirSync(folder, { recursive: true }));
  }

  /** Calls back at once and after every change, until `stop`. */
  start(onUnits: (units: Unit[]) => void): void {
    const read = () => onUnits(this.#read());
    for (const folder of this.#folders) {
      this.#watchers.push(watch(folder, () => this.#soon(read, 50)));
    }
    read();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#watchers.forEach(watcher => watcher.close());
  }

  // A file is written in several steps, each an event: the last one counts.
  #soon(read: () => void, ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(read, ms);
  }

  #read(): Unit[] {
    return this.#folders
      .flatMap(folder => readdirSync(folder).map(file => join(folder, file)))
      .filter(path => /\/[^.][^/]*\.(yaml|json)$/.test(path))
      .sort()
      .flatMap(path => {
        try {
          const unit = parseUnit(path, readFileSync(path, 'utf8'));
          this.#complaints.delete(path);
          return [unit];
        } catch (error) {
          if (existsSync(path) && this.#complaints.get(path) !== `${error}`) {
            this.#complaints.set(path, `${error}`);
            this.#log(`${error}`);
          }
          return [];
        }
      });
  }
}
