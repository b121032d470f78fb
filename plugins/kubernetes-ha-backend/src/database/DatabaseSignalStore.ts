/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  SomeSections,
  SectionName,
  sectionNames,
  SNAPSHOT_SCHEMA_VERSION,
  Sections,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { packSignal, unpackSignal } from './signalPacking';
import type { SignalStore } from './SignalStore';

interface SignalRow {
  cluster: string;
  section: string;
  epoch: number;
  schema_version: number;
  state: string;
  observed_at: string;
  encoding: string;
  body: Buffer;
}

interface Remembered {
  epoch: number;
  signal: Signal<unknown>;
  packedBytes: number;
}

/**
 * Packed bytes whose unpacked signals are kept in memory, so that the inventory
 * of a cluster is not unpacked (and hashed) again at each look at its control
 * plane. 32 MiB packed are about 1 million pods, well under 1 GB (proposal).
 */
const REMEMBERED_BYTES = 32 * 1024 * 1024;

/** Longer than the longest interval: what was not used for so long belongs to a cluster that is gone, or to another replica now. */
const UNUSED_MS = 20 * 60_000;

/** {@link SignalStore} in SQL, with a bounded memory of what it unpacked last. */
export class DatabaseSignalStore implements SignalStore {
  readonly #knex: Knex;
  /** By cluster, least recently used first. */
  readonly #remembered = new Map<
    string,
    { entries: Map<SectionName, Remembered>; usedAt: number }
  >();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read(cluster: string): Promise<SomeSections> {
    const heads = await this.#knex<SignalRow>('signal')
      .where({ cluster, schema_version: SNAPSHOT_SCHEMA_VERSION })
      .select('section', 'epoch');
    const known = this.#remembered.get(cluster)?.entries;
    const changed = heads
      .filter(({ section, epoch }) => {
        const name = sectionNames.find(candidate => candidate === section);
        return name !== undefined && known?.get(name)?.epoch !== epoch;
      })
      .map(({ section }) => section);
    const rows =
      changed.length === 0
        ? []
        : await this.#knex<SignalRow>('signal')
            .where({ cluster, schema_version: SNAPSHOT_SCHEMA_VERSION })
            .whereIn('section', changed);

    const present = new Set(heads.map(head => head.section));
    const next = new Map<SectionName, Remembered>();
    for (const [name, entry] of known ?? []) {
      if (present.has(name)) next.set(name, entry);
    }
    for (const row of rows) {
      const name = sectionNames.find(candidate => candidate === row.section);
      if (!name) continue;
      next.set(name, {
        epoch: row.epoch,
        signal: await unpackSignal(name, row),
        packedBytes: row.body.length,
      });
    }
    // What was written while we read is newer than what we read.
    const meanwhile = [
      ...(this.#remembered.get(cluster)?.entries ?? []),
    ].filter(([name, entry]) => known?.get(name) !== entry);
    this.#remember(cluster, new Map([...next, ...meanwhile]));
    return Object.fromEntries(
      [...next].map(([name, { signal }]) => [name, signal]),
    ) as SomeSections;
  }

  async write(
    cluster: string,
    epoch: number,
    sections: SomeSections,
  ): Promise<void> {
    const rows: SignalRow[] = [];
    const written = new Map<SectionName, Remembered>();
    for (const name of sectionNames) {
      const signal: Sections[SectionName] | undefined = sections[name];
      if (!signal) continue;
      const packed = await packSignal(name, signal);
      rows.push({
        cluster,
        section: name,
        epoch,
        schema_version: SNAPSHOT_SCHEMA_VERSION,
        state: signal.state,
        observed_at: signal.observedAt,
        ...packed,
      });
      written.set(name, { epoch, signal, packedBytes: packed.body.length });
    }
    if (rows.length === 0) return;
    await this.#knex<SignalRow>('signal')
      .insert(rows)
      .onConflict(['cluster', 'section'])
      .merge()
      .where('signal.epoch', '<=', epoch);
    // Should a later look have won, its epoch tells the next read to fetch it.
    this.#remember(
      cluster,
      new Map([...(this.#remembered.get(cluster)?.entries ?? []), ...written]),
    );
  }

  /**
   * Room is made only by what was not used for a while: with more clusters than
   * fit, some stay in memory and are found there at every look. Dropping the
   * least recently used one would drop each just before it is looked at again.
   */
  #remember(cluster: string, entries: Map<SectionName, Remembered>): void {
    this.#remembered.delete(cluster);
    const now = performance.now();
    let bytes = bytesOf(entries);
    for (const held of this.#remembered.values())
      bytes += bytesOf(held.entries);
    for (const [oldest, held] of this.#remembered) {
      if (bytes <= REMEMBERED_BYTES || now - held.usedAt < UNUSED_MS) break;
      this.#remembered.delete(oldest);
      bytes -= bytesOf(held.entries);
    }
    if (bytes > REMEMBERED_BYTES) return;
    this.#remembered.set(cluster, { entries, usedAt: now });
  }
}

function bytesOf(entries: ReadonlyMap<SectionName, Remembered>): number {
  let bytes = 0;
  for (const { packedBytes } of entries.values()) bytes += packedBytes;
  return bytes;
}
