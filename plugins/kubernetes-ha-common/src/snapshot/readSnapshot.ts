/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../messages';
import { detailFrom } from './detailFrom';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import {
  clusterFactsSchema,
  ClusterSnapshot,
  clusterSnapshotSchema,
  SectionName,
  sectionNames,
  SNAPSHOT_SCHEMA_VERSION,
} from './clusterSnapshot';
import { deviations } from './deviations';
import { observedSchema, Signal, signalSchema, UnknownSignal } from './signal';

/** What every version of a snapshot has. */
const anySnapshotSchema = z.looseObject({
  schemaVersion: z.int().min(1),
  takenAt: z.iso.datetime(),
  sections: z.record(z.string(), z.unknown()),
});

type Written = z.infer<typeof anySnapshotSchema>;

/**
 * A snapshot as it is stored: one signal a section, whose value may be packed.
 * @public
 */
export interface StoredSnapshot
  extends Omit<ClusterSnapshot, 'sections' | 'lastObserved'> {
  sections: Record<SectionName, Signal<unknown>>;
  lastObserved?: Partial<Record<SectionName, Signal<unknown>>>;
}

const storedSnapshotSchema: z.ZodType<StoredSnapshot> = z.object({
  schemaVersion: z.literal(SNAPSHOT_SCHEMA_VERSION),
  cluster: clusterFactsSchema,
  takenAt: z.iso.datetime(),
  sections: z.record(z.enum(sectionNames), signalSchema(z.unknown())),
  lastObserved: z
    .partialRecord(z.enum(sectionNames), observedSchema(z.unknown()))
    .optional(),
});

/**
 * Brings a snapshot from the version of its key to the next one. Version 1 is
 * the first; whoever raises SNAPSHOT_SCHEMA_VERSION adds the step from the one before.
 */
const upgrades: Readonly<Record<number, (snapshot: Written) => Written>> = {};

/**
 * A snapshot that this or an earlier version wrote, as this version writes it:
 * its schema is upgraded, and a section that did not exist then is unknown. The
 * values of the sections are taken as they are: for what this product stored itself.
 *
 * Errors: InputError when it is no snapshot or a later version wrote it.
 * @public
 */
export function upgradeSnapshot(written: unknown): StoredSnapshot {
  let snapshot = parsed(anySnapshotSchema, written);
  if (snapshot.schemaVersion > SNAPSHOT_SCHEMA_VERSION) {
    throw new InputError(
      `The snapshot has schema version ${snapshot.schemaVersion}. Expected: ${SNAPSHOT_SCHEMA_VERSION} or lower. A later version of this product wrote it: read it with that one.`,
    );
  }
  while (snapshot.schemaVersion < SNAPSHOT_SCHEMA_VERSION) {
    snapshot = upgrades[snapshot.schemaVersion](snapshot);
  }
  const missing: UnknownSignal = {
    state: 'unknown',
    reason: 'not-collected',
    ...detailFrom(message('detail.older-snapshot')),
    source: 'snapshot',
    via: 'none',
    observedAt: snapshot.takenAt,
  };
  const sections = Object.fromEntries(
    sectionNames.map(name => {
      const signal = snapshot.sections[name];
      // One that is null was not left out: it is damaged.
      return [name, signal === undefined ? missing : signal];
    }),
  );
  return parsed(storedSnapshotSchema, { ...snapshot, sections });
}

/**
 * {@link upgradeSnapshot} for files and the network: everything in it is held
 * against the schema. Errors: InputError with its first deviations.
 * @public
 */
export function readSnapshot(written: unknown): ClusterSnapshot {
  const read = clusterSnapshotSchema.safeParse(upgradeSnapshot(written));
  if (read.success) return read.data;
  throw new InputError(
    `The snapshot cannot be used: ${deviations(
      read.error,
    )}. Expected: sections as this product writes them. Take a new one.`,
  );
}

function parsed<T>(schema: z.ZodType<T>, written: unknown): T {
  const result = schema.safeParse(written);
  if (result.success) return result.data;
  throw new InputError(
    `This is no snapshot: ${deviations(
      result.error,
    )}. Expected: schemaVersion, cluster, takenAt and sections, as the API gives them. Take a new one.`,
  );
}
