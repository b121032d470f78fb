/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { boundMessage, exceeded } from '../../../bounds/exceeded';
import { PAGE_SIZE, PIECE_CHARACTERS, ROW_BYTES } from '../bounds';
import type { InventoryList, ListSection, Row } from '../lists';
import type { StringPool } from './stringPool';

// Rows travel between threads as JSON text, which costs much less than cloning
// objects. What rows repeat (namespaces, owners, nodes) stands once in a piece,
// and in the rows its number: a sixth less text and most of its strings gone,
// each of which would be made, and made one with its equals, on the main thread.

/** Longer values stay in their row, whose size has a bound. */
const SHARED_CHARACTERS = 256;

/** What one text holds. */
interface Piece<R> {
  strings: string[];
  /** In the keys that the list repeats, a number is the place of the string. */
  rows: R[];
}

/** A row while its values are replaced. */
type Fields = Record<string, unknown>;

/**
 * The rows of a page as texts, each short enough to be parsed between two turns
 * of an event loop. The rows must not be used afterwards.
 *
 * Errors: `ConnectionError` with `too-large` for one row beyond its bound.
 */
export function packRows<S extends ListSection>(
  list: InventoryList<S>,
  rows: readonly Row<S>[],
): string[] {
  const texts: string[] = [];
  for (let start = 0; start < rows.length; start += PAGE_SIZE) {
    const some = rows.slice(start, start + PAGE_SIZE);
    const strings = numberStrings(some, list.repeated);
    const text = textOf({ strings, rows: some });
    if (text.length <= PIECE_CHARACTERS) {
      texts.push(text);
    } else {
      restoreStrings(some, list.repeated, strings);
      for (const part of packOneByOne(list, some)) texts.push(part);
    }
  }
  return texts;
}

/**
 * The rows that {@link packRows} wrote into one text, each string of `pool` where
 * it is known there. Of lists that do not name what they repeat, equal strings and
 * equal parts of the text are one: 300 nodes take 230 kB in memory in place of 430
 * for the strings, and of a cluster of them 28 kB less for the parts. (measured)
 */
export function unpackRows<S extends ListSection>(
  list: InventoryList<S>,
  text: string,
  pool: StringPool,
): Row<S>[] {
  const { strings, rows }: Piece<Row<S>> = JSON.parse(text);
  if (list.repeated.length === 0) {
    const known = new Repeated();
    for (const row of rows) shareEquals(row, known);
    return rows;
  }
  restoreStrings(
    rows,
    list.repeated,
    strings.map(string => pool.shared(string)),
  );
  return rows;
}

/** Replaces strings by their places in the list that is returned. */
function numberStrings(
  rows: readonly object[],
  keys: readonly string[],
): string[] {
  const places = new Map<string, number>();
  for (const row of rows as Fields[]) {
    for (const key of keys) {
      const value = row[key];
      if (typeof value !== 'string' || value.length > SHARED_CHARACTERS) {
        continue;
      }
      let place = places.get(value);
      if (place === undefined) {
        place = places.size;
        places.set(value, place);
      }
      row[key] = place;
    }
  }
  return [...places.keys()];
}

function restoreStrings(
  rows: readonly object[],
  keys: readonly string[],
  strings: readonly string[],
): void {
  for (const row of rows as Fields[]) {
    for (const key of keys) {
      const place = row[key];
      if (typeof place === 'number') row[key] = strings[place];
    }
  }
}

/** What was found in the rows of a text so far. */
class Repeated {
  readonly texts = new Map<string, string>();
  /** By their JSON. */
  readonly parts = new Map<string, object>();
}

/**
 * Replaces equal strings within a value by one of them, and likewise the objects
 * and lists in it: the conditions of hundreds of nodes are a few. Nothing changes a
 * row later. Rows are not deep: each is one object of a cluster, projected.
 */
function shareEquals(value: object, known: Repeated): void {
  const fields = value as Fields;
  for (const key of Object.keys(fields)) {
    // A label may be called so; to set it is another thing.
    if (key === '__proto__') continue;
    const held = fields[key];
    if (typeof held === 'string') {
      fields[key] = firstOf(known.texts, held, held);
    } else if (typeof held === 'object' && held !== null) {
      shareEquals(held, known);
      fields[key] = firstOf(known.parts, JSON.stringify(held), held);
    }
  }
}

/** The first value that was given under this key. */
function firstOf<V>(known: Map<string, V>, key: string, value: V): V {
  const first = known.get(key);
  if (first !== undefined) return first;
  known.set(key, value);
  return value;
}

/** Rows that together are more than one piece: each is measured. */
function packOneByOne<S extends ListSection>(
  list: InventoryList<S>,
  rows: readonly Row<S>[],
): string[] {
  const texts: string[] = [];
  let piece: Row<S>[] = [];
  let characters = 0;
  for (const row of rows) {
    const { length } = JSON.stringify(row);
    if (length > ROW_BYTES) throw tooLarge(list, row, length);
    if (characters + length > PIECE_CHARACTERS && piece.length > 0) {
      texts.push(textOf({ strings: [], rows: piece }));
      piece = [];
      characters = 0;
    }
    piece.push(row);
    characters += length;
  }
  if (piece.length > 0) texts.push(textOf({ strings: [], rows: piece }));
  return texts;
}

function textOf<R>(piece: Piece<R>): string {
  return JSON.stringify(piece);
}

function tooLarge<S extends ListSection>(
  list: InventoryList<S>,
  row: Row<S>,
  observed: number,
) {
  return exceeded(
    'too-large',
    boundMessage('bound.object', {
      kind: list.kind,
      name: nameOf(row),
      observed,
      bound: ROW_BYTES,
      unit: 'kept bytes',
    }),
  );
}

/** As far as it has one, cut: it may be what is too large. */
function nameOf(row: object): string {
  const part = (key: string) => {
    const value: unknown = Reflect.get(row, key);
    return typeof value === 'string' ? value.slice(0, 80) : '';
  };
  return [part('namespace'), part('configuration') || part('name')]
    .filter(Boolean)
    .join('/');
}
