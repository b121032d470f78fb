/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSnapshot,
  packSectionSteps,
  sectionNames,
  Signal,
  Steps,
  unpackSectionSteps,
  upgradeSnapshot,
} from 'backstage-plugin-kubernetes-ha-common';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import { pack, Packed, Stored, unpack } from './packing';

/** Packs a whole snapshot. */
export async function packSnapshot(snapshot: ClusterSnapshot): Promise<Packed> {
  return pack(await inSlices(withSections(snapshot, packSectionSteps)));
}

/** Unpacks what {@link packSnapshot} made in this or an earlier version. Errors: InputError when a later version made it. */
export async function unpackSnapshot(packed: Stored): Promise<ClusterSnapshot> {
  const stored = upgradeSnapshot(await unpack(packed));
  return inSlices(withSections(stored, unpackSectionSteps));
}

/** The snapshot with each section as `change` makes it. */
function* withSections(
  snapshot: ClusterSnapshot,
  change: typeof packSectionSteps,
): Steps<ClusterSnapshot> {
  const sections: Record<string, Signal<unknown>> = {};
  for (const name of sectionNames) {
    sections[name] = yield* change(name, snapshot.sections[name]);
  }
  // One signal by the name of each section; while packed, some hold columns.
  return { ...snapshot, sections } as unknown as ClusterSnapshot;
}
