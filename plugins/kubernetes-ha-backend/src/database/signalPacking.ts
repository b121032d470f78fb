/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  SectionName,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { pack, Packed, unpack } from './packing';

/** Packs the signal of a section. */
export async function packSignal(
  _name: SectionName,
  signal: Signal<unknown>,
): Promise<Packed> {
  return pack(signal);
}

/** Unpacks what {@link packSignal} made; this plugin wrote it, under the same schema version. */
export async function unpackSignal(
  _name: SectionName,
  packed: { encoding: string; body: Buffer },
): Promise<Signal<unknown>> {
  return (await unpack(packed)) as Signal<unknown>;
}
