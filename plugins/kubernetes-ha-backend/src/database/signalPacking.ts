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
import { lateSignal } from './lateSignal';
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

/** A signal that is remembered beside its packed form, and about how much memory it takes. */
export interface SizedSignal {
  signal: Signal<unknown>;
  bytes: number;
}

/** Unpacks what {@link packSignal} made; this plugin wrote it, under the same schema version. */
export async function unpackSignal(
  name: SectionName,
  packed: Stored,
): Promise<SizedSignal> {
  const { value, jsonBytes } = await unpackWithSize(packed);
  const stored = value as Signal<unknown>;
  // Also of one that is unpacked when it is asked for: now it is known that it can be.
  const signal = await inSlices(unpackSectionSteps(name, stored));
  return rememberedSignal(name, signal, { ...packed, jsonBytes });
}

/** A signal as it is remembered: unpacked, or to be unpacked when it is asked for. */
export function rememberedSignal(
  name: SectionName,
  signal: Signal<unknown>,
  packed: Stored & Pick<Packed, 'jsonBytes'>,
): SizedSignal {
  const late = lateSignal(name, signal, packed);
  return late
    ? { signal: late, bytes: packed.body.length }
    : { signal, bytes: unpackedBytes(signal, packed) };
}

/** What an entry of a long list takes at least: a pod shares its strings with others. (measured: 350 bytes a pod) */
const ENTRY_BYTES = 350;

/** About how much memory a signal takes: its JSON, or its entries where columns made that much shorter. */
function unpackedBytes(
  signal: Signal<unknown>,
  { jsonBytes }: Pick<Packed, 'jsonBytes'>,
): number {
  const entries =
    signal.state === 'observed' && Array.isArray(signal.value)
      ? signal.value.length
      : 0;
  return Math.max(jsonBytes, entries * ENTRY_BYTES);
}
