/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  SectionName,
  Signal,
  storedSectionSteps,
  unpackSectionSteps,
} from 'backstage-plugin-kubernetes-ha-common';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import { Packed, packJson, Stored, unpackWithSize } from './packing';

/** A signal as it lies in the database. */
export interface PackedSignal extends Packed {
  /** As `hashSection` gives it. */
  hash: string;
}

/** Packs the signal of a section. */
export async function packSignal(
  name: SectionName,
  signal: Signal<unknown>,
): Promise<PackedSignal> {
  const { json, hash } = await inSlices(storedSectionSteps(name, signal));
  return { ...(await packJson(json)), hash };
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
