/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  packSectionSteps,
  SectionName,
  Signal,
  unpackSectionSteps,
} from 'backstage-plugin-kubernetes-ha-common';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import { pack, Packed, Stored, unpackWithSize } from './packing';

/** Packs the signal of a section. */
export async function packSignal(
  name: SectionName,
  signal: Signal<unknown>,
): Promise<Packed> {
  return pack(await inSlices(packSectionSteps(name, signal)));
}

/** Unpacks what {@link packSignal} made; this plugin wrote it, under the same schema version. */
export async function unpackSignal(
  name: SectionName,
  packed: Stored,
): Promise<{ signal: Signal<unknown>; bytes: number }> {
  const { value, jsonBytes } = await unpackWithSize(packed);
  const stored = value as Signal<unknown>;
  const signal = await inSlices(unpackSectionSteps(name, stored));
  return { signal, bytes: unpackedBytes(signal, { jsonBytes }) };
}

/** What an entry of a long list takes at least: a pod shares its strings with others. (proposal) */
const ENTRY_BYTES = 256;

/** About how much memory a signal takes: its JSON, or its entries where columns made that much shorter. */
export function unpackedBytes(
  signal: Signal<unknown>,
  { jsonBytes }: Pick<Packed, 'jsonBytes'>,
): number {
  const entries =
    signal.state === 'observed' && Array.isArray(signal.value)
      ? signal.value.length
      : 0;
  return Math.max(jsonBytes, entries * ENTRY_BYTES);
}
