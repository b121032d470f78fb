/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ObservedSignal,
  runSteps,
  SectionName,
  Signal,
  unpackSectionSteps,
} from 'backstage-plugin-kubernetes-ha-common';
import { Packed, Stored, unpackNow } from './packing';

/** Sections of which an assessment needs nothing but what was derived from their signal once, see `derivedFrom`. */
const lateSections: ReadonlySet<SectionName> = new Set(['pods']);

/** Longest JSON that is unpacked in one piece: 5,500 pods, for which that takes 4 ms. (measured, Node 24) */
const LATE_BYTES = 128 * 1024;

/** A packed signal that is known to be whole. */
type Whole = Stored & Pick<Packed, 'jsonBytes'>;

/**
 * The same signal, whose value is unpacked when it is asked for, if it is one of
 * a section that hardly ever is: packed, the pods of a cluster take a fortieth of
 * their memory. What somebody holds of the value is not unpacked again. Nothing
 * for other signals.
 */
export function lateSignal(
  name: SectionName,
  signal: Signal<unknown>,
  packed: Whole,
): ObservedSignal<unknown> | undefined {
  if (signal.state !== 'observed' || !lateSections.has(name)) return undefined;
  if (packed.jsonBytes > LATE_BYTES || !isObject(signal.value))
    return undefined;
  const { value, ...rest } = signal;
  return late(name, rest, new WeakRef(value), packed);
}

/** Apart from its caller, whose value would live as long as the signal. */
function late(
  name: SectionName,
  rest: Omit<ObservedSignal<unknown>, 'value'>,
  held: WeakRef<object>,
  { encoding, body }: Stored,
): ObservedSignal<unknown> {
  let ref = held;
  return {
    ...rest,
    get value() {
      const known = ref.deref();
      if (known) return known;
      // This plugin wrote it, under the same schema version.
      const stored = unpackNow({ encoding, body }) as Signal<unknown>;
      const unpacked = runSteps(unpackSectionSteps(name, stored));
      const value = unpacked.state === 'observed' ? unpacked.value : undefined;
      if (isObject(value)) ref = new WeakRef(value);
      return value;
    },
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
