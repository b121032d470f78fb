/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterSnapshot } from 'backstage-plugin-kubernetes-ha-common';
import { pack, Packed, unpack } from './packing';

/** Packs a whole snapshot. */
export async function packSnapshot(snapshot: ClusterSnapshot): Promise<Packed> {
  return pack(snapshot);
}

/** Unpacks what {@link packSnapshot} made; this plugin wrote it. */
export async function unpackSnapshot(packed: {
  encoding: string;
  body: Buffer;
}): Promise<ClusterSnapshot> {
  return (await unpack(packed)) as ClusterSnapshot;
}
