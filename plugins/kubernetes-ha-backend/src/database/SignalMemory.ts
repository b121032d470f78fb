/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  SectionName,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';

/** A signal as it is in the database, unpacked. */
export interface Remembered {
  epoch: number;
  signal: Signal<unknown>;
  /** The last observed one, while the newest is none. */
  last?: Signal<unknown>;
  /** In memory, estimated: see unpackedBytes. */
  bytes: number;
}

type Entries = ReadonlyMap<SectionName, Remembered>;

/**
 * Size of the signals that are kept, so that what the control plane's checks
 * need of an inventory is not unpacked at each of its collections: 500 clusters
 * of 300 nodes, whose pods stay packed (lateSignal). (measured: docs/benchmarks.md)
 */
export const KEPT_BYTES = 448 * 1024 * 1024;

/** Longer than the longest interval: what was not used for so long belongs to a cluster that is gone, or to another replica now. */
const UNUSED_MS = 20 * 60_000;

/**
 * The unpacked signals of clusters: as many as there is room for, and of the
 * others those that somebody still holds, so that a collection that was handed
 * them does not unpack them again when it assesses.
 */
export class SignalMemory {
  /** Least recently used first. */
  readonly #kept = new Map<string, Kept>();
  /** Of all that is kept. */
  #bytes = 0;
  readonly #held = new Map<
    string,
    Map<SectionName, WeakRef<Signal<unknown>>>
  >();
  /** Lives as long as the signal does. */
  readonly #rememberedOf = new WeakMap<Signal<unknown>, Remembered>();
  readonly #keptBytes: number;

  constructor(keptBytes: number = KEPT_BYTES) {
    this.#keptBytes = keptBytes;
  }

  /** What is still known of a cluster, perhaps nothing. */
  get(cluster: string): Entries {
    const kept = this.#kept.get(cluster);
    if (kept) return kept.entries;
    const entries = new Map<SectionName, Remembered>();
    for (const [name, ref] of this.#held.get(cluster) ?? []) {
      const signal = ref.deref();
      const remembered = signal && this.#rememberedOf.get(signal);
      if (remembered) entries.set(name, remembered);
    }
    return entries;
  }

  /**
   * Room is made only by what was not used for a while: with more clusters than
   * fit, some stay and are found at every collection. Dropping the least recently
   * used one would drop each just before it is needed again.
   */
  set(cluster: string, entries: Entries): void {
    this.#drop(cluster);
    this.#held.delete(cluster);
    const now = performance.now();
    const bytes = bytesOf(entries);
    for (const [oldest, { usedAt }] of this.#kept) {
      if (this.#hasRoom(bytes) || now - usedAt < UNUSED_MS) break;
      this.#drop(oldest);
    }
    if (this.#hasRoom(bytes)) {
      this.#kept.set(cluster, { entries, bytes, usedAt: now });
      this.#bytes += bytes;
      return;
    }
    const held = new Map<SectionName, WeakRef<Signal<unknown>>>();
    for (const [name, remembered] of entries) {
      this.#rememberedOf.set(remembered.signal, remembered);
      held.set(name, new WeakRef(remembered.signal));
    }
    this.#held.set(cluster, held);
  }

  #hasRoom(bytes: number): boolean {
    return this.#bytes + bytes <= this.#keptBytes;
  }

  #drop(cluster: string): void {
    this.#bytes -= this.#kept.get(cluster)?.bytes ?? 0;
    this.#kept.delete(cluster);
  }
}

interface Kept {
  entries: Entries;
  bytes: number;
  usedAt: number;
}

function bytesOf(entries: Entries): number {
  let sum = 0;
  for (const { bytes } of entries.values()) sum += bytes;
  return sum;
}
