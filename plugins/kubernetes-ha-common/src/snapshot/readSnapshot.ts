/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import {
  ClusterSnapshot,
  clusterSnapshotSchema,
  sectionNames,
  SNAPSHOT_SCHEMA_VERSION,
} from './clusterSnapshot';
import type { UnknownSignal } from './signal';

/** What every version of a snapshot has. */
const anySnapshotSchema = z.looseObject({
  schemaVersion: z.int().min(1),
  takenAt: z.iso.datetime(),
  sections: z.record(z.string(), z.unknown()),
});

type Written = z.infer<typeof anySnapshotSchema>;

/**
 * Brings a snapshot from the version of its key to the next one. Version 1 is
 * the first; whoever raises SNAPSHOT_SCHEMA_VERSION adds the step from the one before.
 */
const upgrades: Readonly<Record<number, (snapshot: Written) => Written>> = {};

/**
 * A snapshot that this or an earlier version wrote, as this version writes it:
 * its schema is upgraded, and a section that did not exist then is unknown. The
 * sections themselves are taken as they are: for what this product stored itself.
 *
 * Errors: InputError when it is no snapshot or a later version wrote it.
 * @public
 */
export function upgradeSnapshot(written: unknown): ClusterSnapshot {
  const parsed = anySnapshotSchema.safeParse(written);
  if (!parsed.success) {
    throw new InputError(
      `This is no snapshot: ${z.prettifyError(
        parsed.error,
      )}. Expected: schemaVersion, takenAt and sections, as the API gives them.`,
    );
  }
  let snapshot = parsed.data;
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
    detail: 'the version that took this snapshot did not collect it',
    source: 'snapshot',
    via: 'none',
    observedAt: snapshot.takenAt,
  };
  const sections = Object.fromEntries(
    sectionNames.map(name => [name, snapshot.sections[name] ?? missing]),
  );
  // Of this version now; what its sections hold is the caller's to know.
  return { ...snapshot, sections } as unknown as ClusterSnapshot;
}

/**
 * {@link upgradeSnapshot} for files and the network: everything in it is held
 * against the schema. Errors: InputError with every deviation.
 * @public
 */
export function readSnapshot(written: unknown): ClusterSnapshot {
  const parsed = clusterSnapshotSchema.safeParse(upgradeSnapshot(written));
  if (parsed.success) return parsed.data;
  throw new InputError(
    `The snapshot cannot be used: ${z.prettifyError(
      parsed.error,
    )}. Expected: a snapshot as the API gives it. Take a new one.`,
  );
}
