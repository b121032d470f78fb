/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  decodePodColumnsSteps,
  encodePodColumnsSteps,
  ObservedSignal,
  PodColumns,
  PodInfo,
  SectionName,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import { pack, Packed, unpack } from './packing';

/** Packs the signal of a section; pods by columns, which takes a twentieth of their JSON. */
export async function packSignal(
  name: SectionName,
  signal: Signal<unknown>,
): Promise<Packed> {
  return pack(await toStored(name, signal));
}

/** Unpacks what {@link packSignal} made; this plugin wrote it, under the same schema version. */
export async function unpackSignal(
  name: SectionName,
  packed: { encoding: string; body: Buffer },
): Promise<Signal<unknown>> {
  return fromStored(name, (await unpack(packed)) as Signal<unknown>);
}

/** A signal as it is stored. */
export async function toStored(
  name: SectionName,
  signal: Signal<unknown>,
): Promise<Signal<unknown>> {
  if (name !== 'pods' || signal.state !== 'observed') return signal;
  const { value, ...rest } = signal as ObservedSignal<PodInfo[]>;
  return { ...rest, value: await inSlices(encodePodColumnsSteps(value)) };
}

/** The signal that {@link toStored} was given. */
export async function fromStored(
  name: SectionName,
  stored: Signal<unknown>,
): Promise<Signal<unknown>> {
  if (name !== 'pods' || stored.state !== 'observed') return stored;
  const { value, ...rest } = stored as ObservedSignal<PodColumns>;
  return { ...rest, value: await inSlices(decodePodColumnsSteps(value)) };
}
