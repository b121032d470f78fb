/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  rememberSectionHash,
  SomeSections,
  SectionName,
  sectionNames,
  SNAPSHOT_SCHEMA_VERSION,
  Sections,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { Remembered, SignalMemory } from './SignalMemory';
import { packSignal, rememberedSignal, unpackSignal } from './signalPacking';
import type { SignalStore, StoredSignals } from './SignalStore';

interface SignalRow {
  cluster: string;
  section: string;
  epoch: number;
  schema_version: number;
  state: string;
  observed_at: string;
  encoding: string;
  body: Buffer;
  /** Of the signal in `body`, if its epoch is that of the row: a version without it changes `body` alone. */
  hash: string | null;
  last_encoding: string | null;
  last_body: Buffer | null;
}

/** {@link SignalStore} in SQL, with a bounded memory of what it unpacked last. */
export class DatabaseSignalStore implements SignalStore {
  readonly #knex: Knex;
  readonly #memory: SignalMemory;

  /** `kept`: see {@link SignalMemory}. */
  constructor(knex: Knex, kept?: number) {
    this.#knex = knex;
    this.#memory = new SignalMemory(kept);
  }

  async read(cluster: string): Promise<SomeSections> {
    return (await this.readBoth(cluster)).newest;
  }

  async readBoth(cluster: string): Promise<StoredSignals> {
    const heads = await this.#knex<SignalRow>('signal')
      .where({ cluster, schema_version: SNAPSHOT_SCHEMA_VERSION })
      .select('section', 'epoch');
    const known = this.#memory.get(cluster);
    const changed = heads
      .filter(({ section, epoch }) => {
        const name = sectionNames.find(candidate => candidate === section);
        return name !== undefined && known.get(name)?.epoch !== epoch;
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
    for (const [name, entry] of known) {
      if (present.has(name)) next.set(name, entry);
    }
    for (const row of rows) {
      const name = sectionNames.find(candidate => candidate === row.section);
      if (name) next.set(name, await unpackRow(name, row));
    }
    // What was written while we read is newer than what we read.
    const meanwhile = [...this.#memory.get(cluster)].filter(
      ([name, entry]) => known.get(name) !== entry,
    );
    this.#memory.set(cluster, new Map([...next, ...meanwhile]));
    return {
      newest: sectionsOf(next, ({ signal }) => signal),
      lastObserved: sectionsOf(next, ({ signal, last }) =>
        signal.state === 'observed' ? signal : last,
      ),
    };
  }

  async write(
    cluster: string,
    epoch: number,
    sections: SomeSections,
  ): Promise<void> {
    await this.#store(cluster, epoch, sections, keepLast(this.#knex));
  }

  async replace(
    cluster: string,
    epoch: number,
    sections: SomeSections,
  ): Promise<void> {
    await this.#store(cluster, epoch, sections, {
      last_encoding: null,
      last_body: null,
    });
  }

  async #store(
    cluster: string,
    epoch: number,
    sections: SomeSections,
    last: object,
  ): Promise<void> {
    const rows: SignalRow[] = [];
    const written = new Map<SectionName, Remembered>();
    const forgotten: SectionName[] = [];
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
        encoding: packed.encoding,
        body: packed.body,
        hash: `${epoch} ${packed.hash}`,
        last_encoding: null,
        last_body: null,
      });
      if (signal.state === 'observed') {
        const remembered = rememberedSignal(name, signal, packed);
        rememberSectionHash(remembered.signal, packed.hash);
        written.set(name, { epoch, ...remembered });
      } else {
        // What was observed last, perhaps by another replica, is in the database.
        forgotten.push(name);
      }
    }
    if (rows.length === 0) return;
    const stored = await this.#knex<SignalRow>('signal')
      .insert(rows)
      .onConflict(['cluster', 'section'])
      .merge({ ...excluded(this.#knex), ...last })
      .where('signal.epoch', '<', epoch)
      .returning('section');
    // Where a later collection has won, the next read fetches what that one wrote.
    const taken = new Set(stored.map(({ section }) => section));
    for (const name of written.keys()) {
      if (!taken.has(name)) written.delete(name);
    }
    const entries = new Map([...this.#memory.get(cluster), ...written]);
    for (const name of forgotten) entries.delete(name);
    this.#memory.set(cluster, entries);
  }
}

function sectionsOf(
  entries: ReadonlyMap<SectionName, Remembered>,
  pick: (entry: Remembered) => Signal<unknown> | undefined,
): SomeSections {
  return Object.fromEntries(
    [...entries].flatMap(([name, entry]) => {
      const signal = pick(entry);
      return signal ? [[name, signal]] : [];
    }),
  ) as SomeSections;
}

async function unpackRow(
  name: SectionName,
  row: SignalRow,
): Promise<Remembered> {
  const { signal, bytes } = await unpackSignal(name, row);
  const { epoch, hash, last_encoding: encoding, last_body: body } = row;
  const [hashEpoch, hex] = hash?.split(' ') ?? [];
  if (Number(hashEpoch) === epoch) rememberSectionHash(signal, hex);
  if (encoding === null || body === null) return { epoch, signal, bytes };
  const last = await unpackSignal(name, { encoding, body });
  return {
    epoch,
    signal,
    last: last.signal,
    bytes: bytes + last.bytes,
  };
}

/** The new row in place of the stored one. */
function excluded(knex: Knex): Record<string, Knex.Raw> {
  const columns = [
    'epoch',
    'schema_version',
    'state',
    'observed_at',
    'encoding',
    'body',
    'hash',
  ];
  return Object.fromEntries(
    columns.map(column => [column, knex.raw('excluded.??', [column])]),
  );
}

/** Keeps what the stored row observed, unless the new one is observed itself or of another schema. */
function keepLast(knex: Knex): Record<string, Knex.Raw> {
  const kept = (from: string, last: string) =>
    knex.raw(
      `case when excluded.state = 'observed' or signal.schema_version <> excluded.schema_version then null
            when signal.state = 'observed' then signal.?? else signal.?? end`,
      [from, last],
    );
  return {
    last_encoding: kept('encoding', 'last_encoding'),
    last_body: kept('body', 'last_body'),
  };
}
