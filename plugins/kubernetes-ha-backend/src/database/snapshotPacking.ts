/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSnapshot,
  LastObserved,
  packSectionSteps,
  sectionNames,
  Sections,
  StoredSnapshot,
  Steps,
  unpackSectionSteps,
  upgradeSnapshot,
} from 'backstage-plugin-kubernetes-ha-common';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import { pack, Packed, Stored, unpack } from './packing';

/** Packs a whole snapshot. */
export async function packSnapshot(snapshot: ClusterSnapshot): Promise<Packed> {
  return pack(await inSlices(packSteps(snapshot)));
}

/** Unpacks what {@link packSnapshot} made in this or an earlier version. Errors: InputError when a later version made it. */
export async function unpackSnapshot(packed: Stored): Promise<ClusterSnapshot> {
  return inSlices(unpackSteps(upgradeSnapshot(await unpack(packed))));
}

function* packSteps(snapshot: ClusterSnapshot): Steps<StoredSnapshot> {
  const sections: StoredSnapshot['sections'] = { ...snapshot.sections };
  for (const name of sectionNames) {
    sections[name] = yield* packSectionSteps(name, snapshot.sections[name]);
  }
  const last = snapshot.lastObserved;
  const lastObserved = last && (yield* eachSteps(last, packSectionSteps));
  return { ...snapshot, sections, ...(lastObserved && { lastObserved }) };
}

function* unpackSteps(stored: StoredSnapshot): Steps<ClusterSnapshot> {
  const sections = { ...stored.sections };
  for (const name of sectionNames) {
    sections[name] = yield* unpackSectionSteps(name, stored.sections[name]);
  }
  const last = stored.lastObserved;
  const lastObserved = last && (yield* eachSteps(last, unpackSectionSteps));
  // This product wrote the values: to hold 150,000 pods against their schema would hold up the event loop.
  const { lastObserved: _, ...rest } = stored;
  return {
    ...rest,
    sections: sections as Sections,
    ...(lastObserved && { lastObserved: lastObserved as LastObserved }),
  };
}

/** Some sections, each packed or unpacked. */
function* eachSteps(
  signals: NonNullable<StoredSnapshot['lastObserved']>,
  step: typeof packSectionSteps,
): Steps<NonNullable<StoredSnapshot['lastObserved']>> {
  const done: NonNullable<StoredSnapshot['lastObserved']> = {};
  for (const name of sectionNames) {
    const signal = signals[name];
    if (signal) done[name] = yield* step(name, signal);
  }
  return done;
}
