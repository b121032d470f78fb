/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InvalidDocumentError } from './invalidDocument';

// What the readers of the JSON form are made of. `null` is as good as missing,
// as in Go; another type than the one promised is refused, never converted.

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(expected: string, value: unknown): InvalidDocumentError {
  const found = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  return new InvalidDocumentError(`${found} where ${expected} belongs`);
}

export function jsonObject(value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw refuse('an object', value);
}

export function jsonString(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return undefined;
  throw refuse('a string', value);
}

export function jsonBool(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === undefined || value === null) return undefined;
  throw refuse('a boolean', value);
}

export function jsonInt(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value === undefined || value === null) return undefined;
  throw refuse('a number', value);
}

/** Bytes are written in base64. */
export function jsonBytes(value: unknown): Uint8Array | undefined {
  const text = jsonString(value);
  return text === undefined ? undefined : Buffer.from(text, 'base64');
}

/** A quantity is a string, or a plain number. */
export function jsonQuantity(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : jsonString(value);
}

/** RFC 3339 → seconds since 1970. */
export function jsonTime(value: unknown): number | undefined {
  const text = jsonString(value);
  if (text === undefined) return undefined;
  const seconds = Math.floor(Date.parse(text) / 1000);
  if (Number.isNaN(seconds)) {
    throw new InvalidDocumentError('a time that is not RFC 3339');
  }
  return seconds;
}

export function jsonIntOrString(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : jsonString(value);
}

export function jsonMessage<T>(
  value: unknown,
  pick: (value: unknown) => T,
): T | undefined {
  return value === undefined || value === null ? undefined : pick(value);
}

export function jsonList<T>(
  value: unknown,
  pick: (value: unknown) => T | undefined,
): T[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw refuse('a list', value);
  return value.map(entry => {
    const picked = pick(entry);
    if (picked === undefined) throw refuse('a value', entry);
    return picked;
  });
}

export function jsonMap<T>(
  value: unknown,
  pick: (value: unknown) => T | undefined,
  wanted?: ReadonlySet<string>,
): Record<string, T> | undefined {
  if (value === undefined || value === null) return undefined;
  const map: Record<string, T> = {};
  for (const [key, entry] of Object.entries(jsonObject(value))) {
    if (wanted && !wanted.has(key)) continue;
    const picked = pick(entry);
    if (picked !== undefined) map[key] = picked;
  }
  return map;
}
