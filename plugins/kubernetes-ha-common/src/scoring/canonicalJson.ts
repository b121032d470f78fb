/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import stringify from 'safe-stable-stringify';

/**
 * Canonical JSON of a value: keys sorted by code unit, the rest as
 * `JSON.stringify` writes it; `undefined` for what JSON has no word for. The
 * engine writes it, from a copy where keys are not in their order yet: about
 * three times as fast as joining strings here.
 */
export function canonicalJson(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const sorted = inOrder(value);
  return sorted === undefined ? stringify(value) : JSON.stringify(sorted);
}

/**
 * The value with all keys in their order: the same one where they are, nothing
 * where no object can have them in it.
 */
function inOrder(value: object): object | undefined {
  if (Array.isArray(value)) return elementsInOrder(value);
  if ('toJSON' in value) return undefined;
  const record = value as Record<string, unknown>;
  let isSorted = true;
  let before = '';
  /** What is not as it was, by its key; most objects have nothing. */
  let changed: Map<string, object> | undefined;
  // No list is made of the keys: nearly all objects come with them in order.
  for (const key in record) {
    if (!Object.hasOwn(record, key)) continue;
    if (!keepsItsPlace(key)) return undefined;
    if (key < before) isSorted = false;
    before = key;
    const own = record[key];
    if (typeof own !== 'object' || own === null) continue;
    const sorted = inOrder(own);
    if (sorted === undefined) return undefined;
    if (sorted !== own) (changed ??= new Map()).set(key, sorted);
  }
  if (isSorted && !changed) return value;
  const copy: Record<string, unknown> = {};
  const keys = Object.keys(record);
  if (!isSorted) keys.sort();
  for (const key of keys) copy[key] = changed?.get(key) ?? record[key];
  return copy;
}

function elementsInOrder(values: unknown[]): unknown[] | undefined {
  let copy: unknown[] | undefined;
  for (let i = 0; i < values.length; i++) {
    const own = values[i];
    if (typeof own !== 'object' || own === null) continue;
    const sorted = inOrder(own);
    if (sorted === undefined) return undefined;
    if (sorted === own) continue;
    copy ??= [...values];
    copy[i] = sorted;
  }
  return copy ?? values;
}

/** Numbers come first in every object, and `__proto__` is none of its keys when it is set. */
function keepsItsPlace(key: string): boolean {
  const first = key.charCodeAt(0);
  return !(first >= 0x30 && first <= 0x39) && key !== '__proto__';
}
