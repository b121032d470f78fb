/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  SectionName,
  sectionNames,
  sectionSchemas,
  signalSchema,
} from 'backstage-plugin-kubernetes-ha-common';
import { z } from 'zod/v4';

/**
 * Where instants stand in a value of a schema. Read from the snapshot's own
 * schemas, so that a field added there is shifted without a word here; a text
 * that merely looks like a time is not touched.
 */
type InstantShape =
  | { kind: 'iso' }
  | { kind: 'seconds' }
  | { kind: 'array' | 'record'; of: InstantShape }
  | {
      kind: 'object';
      keys: ReadonlyMap<string, InstantShape>;
      /** A signal: its `intervalSeconds` decides when it is stale. */
      isSignal: boolean;
    };

/** Instants that the snapshot holds as numbers: seconds since the epoch. */
const secondsFields: readonly string[] = ['processStartSeconds'];

/** What becomes of the instants of a value. */
export interface InstantMapping {
  /** Gets milliseconds since the epoch or what stands in their place; its answer takes the place. */
  instant(value: unknown, kind: 'iso' | 'seconds'): unknown;
  /** Gets each signal's interval; unchanged unless given. */
  interval?(seconds: number): number;
}

const shapes = Object.fromEntries(
  sectionNames.map(name => [
    name,
    shapeOf(signalSchema<z.ZodType>(sectionSchemas[name])),
  ]),
) as Record<SectionName, InstantShape | undefined>;

/**
 * A copy of a section's signal with its instants replaced, visited in the
 * order of its keys. What holds no instant is shared with the original.
 */
export function mapInstants<T>(
  section: SectionName,
  signal: T,
  mapping: InstantMapping,
): T {
  return mapped(shapes[section], signal, mapping) as T;
}

function mapped(
  shape: InstantShape | undefined,
  value: unknown,
  mapping: InstantMapping,
): unknown {
  if (!shape || value === undefined) return value;
  switch (shape.kind) {
    case 'iso':
    case 'seconds':
      return mapping.instant(value, shape.kind);
    case 'array':
      return Array.isArray(value)
        ? value.map(element => mapped(shape.of, element, mapping))
        : value;
    case 'record':
      return mapEntries(value, (_key, held) => mapped(shape.of, held, mapping));
    case 'object':
      return mapEntries(value, (key, held) =>
        shape.isSignal && key === 'intervalSeconds' && mapping.interval
          ? mapping.interval(Number(held))
          : mapped(shape.keys.get(key), held, mapping),
      );
    default:
      return shape satisfies never;
  }
}

function mapEntries(
  value: unknown,
  map: (key: string, held: unknown) => unknown,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, map(key, held)]),
  );
}

function shapeOf(schema: unknown): InstantShape | undefined {
  if (schema instanceof z.ZodISODateTime) return { kind: 'iso' };
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return around('array', schema.element);
  if (schema instanceof z.ZodRecord) return around('record', schema.valueType);
  if (schema instanceof z.ZodUnion) return merged(schema.options.map(shapeOf));
  if (!(schema instanceof z.ZodObject)) return undefined;
  const keys = new Map<string, InstantShape>();
  for (const [key, field] of Object.entries(schema.shape)) {
    const shape: InstantShape | undefined = secondsFields.includes(key)
      ? { kind: 'seconds' }
      : shapeOf(field);
    if (shape) keys.set(key, shape);
  }
  if (keys.size === 0) return undefined;
  const isSignal = keys.has('observedAt') && 'state' in schema.shape;
  return { kind: 'object', keys, isSignal };
}

function around(
  kind: 'array' | 'record',
  element: unknown,
): InstantShape | undefined {
  const of = shapeOf(element);
  return of && { kind, of };
}

/** The alternatives of a union as one object: a signal's forms share their instants' names. */
function merged(
  alternatives: readonly (InstantShape | undefined)[],
): InstantShape | undefined {
  const objects = alternatives.filter(shape => shape?.kind === 'object');
  if (objects.length === 0) return undefined;
  return {
    kind: 'object',
    keys: new Map(objects.flatMap(({ keys }) => [...keys])),
    isSignal: objects.some(({ isSignal }) => isSignal),
  };
}
