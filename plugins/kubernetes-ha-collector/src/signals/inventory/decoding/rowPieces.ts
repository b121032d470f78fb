/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { exceeded } from '../../../bounds/exceeded';
import { PIECE_CHARACTERS, ROW_BYTES } from '../bounds';
import type { InventoryList, ListSection, Row } from '../lists';

/**
 * The rows of a page as JSON texts of lists, each short enough to be parsed
 * between two turns of an event loop.
 *
 * Errors: `ConnectionError` with `too-large` for one row beyond its bound.
 */
export function piecesOf<S extends ListSection>(
  list: InventoryList<S>,
  rows: readonly Row<S>[],
): string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let characters = 0;
  const end = () => {
    pieces.push(`[${piece.join()}]`);
    piece = [];
    characters = 0;
  };
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (text.length > ROW_BYTES) throw tooLarge(list, row, text.length);
    if (characters + text.length > PIECE_CHARACTERS && piece.length > 0) end();
    piece.push(text);
    characters += text.length;
  }
  if (piece.length > 0) end();
  return pieces;
}

function tooLarge<S extends ListSection>(
  list: InventoryList<S>,
  row: Row<S>,
  observed: number,
) {
  return exceeded('too-large', {
    what: `one object of ${list.kind}, ${nameOf(row)}`,
    observed,
    bound: ROW_BYTES,
    unit: 'bytes of what is kept of it',
    fix: 'Make the object smaller or delete it',
  });
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
