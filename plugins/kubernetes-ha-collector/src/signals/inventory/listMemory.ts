/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Signal,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import { READ_ANEW_EVERY } from './bounds';
import type { KnownObjects, ReadBefore } from './knownObjects';
import type { ListSection, Row } from './lists';

interface Entry {
  /** Of the signal whose rows these were. */
  observedAt: string;
  /** Nothing after the first reading: it is not known yet whether there will be a second. */
  objects: KnownObjects | undefined;
  /** Of this list, until now. */
  readings: number;
}

/**
 * Which the objects of one cluster were when they were read last. Their rows
 * are in the signals of that reading, which a collection is handed: kept here
 * are 16 bytes an object.
 */
export class ListMemory {
  readonly #entries = new Map<ListSection, Entry>();

  /** Whether this list was read before, so that it pays to tell its objects apart. */
  has(section: ListSection): boolean {
    return this.#entries.has(section);
  }

  /** The last reading of a list, where what was last observed of it is that reading; nothing when it is time to read all of it anew. */
  before<S extends ListSection>(
    section: S,
    lastObserved: SomeSections,
  ): ReadBefore<S> | undefined {
    const entry = this.#entries.get(section);
    const signal = lastObserved[section] as Signal<Row<S>[]> | undefined;
    if (!entry?.objects || signal?.state !== 'observed') return undefined;
    if (entry.readings % READ_ANEW_EVERY === 0) return undefined;
    const { objects, observedAt } = entry;
    const isThat =
      signal.observedAt === observedAt &&
      signal.value.length === objects.starts.at(-1);
    return isThat ? { objects, rows: signal.value } : undefined;
  }

  /** After a reading that went well. */
  set(
    section: ListSection,
    observedAt: string,
    objects: KnownObjects | undefined,
  ): void {
    const readings = (this.#entries.get(section)?.readings ?? 0) + 1;
    this.#entries.set(section, { observedAt, objects, readings });
  }
}
