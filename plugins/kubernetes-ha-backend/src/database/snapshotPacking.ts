/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterSnapshot,
  PodInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { pack, Packed, Stored, unpack } from './packing';
import { fromStored, toStored } from './signalPacking';

/** A snapshot as it is stored: its pods by columns. */
type StoredSnapshot = Omit<ClusterSnapshot, 'sections'> & {
  sections: Omit<ClusterSnapshot['sections'], 'pods'> & {
    pods: Signal<unknown>;
  };
};

/** Packs a whole snapshot. */
export async function packSnapshot(snapshot: ClusterSnapshot): Promise<Packed> {
  const { pods, ...others } = snapshot.sections;
  const stored: StoredSnapshot = {
    ...snapshot,
    sections: { ...others, pods: await toStored('pods', pods) },
  };
  return pack(stored);
}

/** Unpacks what {@link packSnapshot} made; this plugin wrote it. */
export async function unpackSnapshot(packed: Stored): Promise<ClusterSnapshot> {
  const stored = (await unpack(packed)) as StoredSnapshot;
  const pods = (await fromStored('pods', stored.sections.pods)) as Signal<
    PodInfo[]
  >;
  return { ...stored, sections: { ...stored.sections, pods } };
}
