/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse, Parser } from 'csv-parse';
import { boundMessage, exceeded } from '../../bounds/exceeded';
import { ConnectionError } from '../../contracts';
import {
  CSV_COLUMNS,
  CSV_PIECE_BYTES,
  CSV_ROW_CHARACTERS,
  CSV_ROWS,
} from './bounds';

/** One line of HAProxy's statistics by column name; a column that is empty is missing. */
export type HaproxyRow = ReadonlyMap<string, string>;

/** What the column `type` holds. Source: haproxy doc/management.txt §9.1 */
export const rowTypes = {
  frontend: '0',
  backend: '1',
  server: '2',
} as const;

const neededColumns = ['pxname', 'svname', 'status', 'type', 'stot'] as const;

/**
 * Reads HAProxy's statistics as CSV by the names in its header: the columns
 * and their order differ between releases. In pieces, with a turn of the
 * event loop between them.
 *
 * Errors: ConnectionError `invalid-response` for a page that is not such a
 * CSV, `too-many` and `too-large` beyond the bounds.
 */
export async function parseHaproxyCsv(page: Buffer): Promise<HaproxyRow[]> {
  const rows: HaproxyRow[] = [];
  let names: readonly string[] | undefined;
  for await (const record of recordsOf(page)) {
    if (names) {
      rows.push(rowOf(names, record));
      if (rows.length > CSV_ROWS) throw tooMany('rows', CSV_ROWS);
    } else {
      names = namesOf(record);
    }
  }
  // Nothing at all has no header either.
  if (!names) namesOf([]);
  return rows;
}

function namesOf(header: readonly string[]): readonly string[] {
  if (header.length > CSV_COLUMNS) throw tooMany('columns', CSV_COLUMNS);
  const names = header.map(name => name.replace(/^# ?/, ''));
  const missing = neededColumns.filter(name => !names.includes(name));
  if (header[0]?.startsWith('#') && missing.length === 0) return names;
  throw new ConnectionError(
    'invalid-response',
    `not the CSV of HAProxy’s statistics (its header lacks ${
      missing.join(', ') || 'the # before it'
    }); check that the URL is the one of the statistics page`,
  );
}

/** Not more entries than the header has, whatever the row has. */
function rowOf(
  names: readonly string[],
  record: readonly string[],
): HaproxyRow {
  const row = new Map<string, string>();
  for (let i = 0; i < names.length && i < record.length; i++) {
    if (record[i]) row.set(names[i], record[i]);
  }
  return row;
}

async function* recordsOf(page: Buffer): AsyncGenerator<string[]> {
  const parser: Parser = parse({
    bom: true,
    // HAProxy quotes texts such as the last check's answer; other lines end as they like.
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: CSV_ROW_CHARACTERS,
  });
  const ready: string[][] = [];
  let failure: Error | undefined;
  parser.on('data', (record: string[]) => ready.push(record));
  parser.on('error', error => (failure = error));
  const ended = new Promise<void>(resolve => {
    parser.once('end', resolve);
    parser.once('error', () => resolve());
  });
  try {
    for (let at = 0; at < page.length && !failure; at += CSV_PIECE_BYTES) {
      parser.write(page.subarray(at, at + CSV_PIECE_BYTES));
      await nextTurn();
      yield* ready.splice(0);
    }
    parser.end();
    await ended;
    if (failure) throw refusalOf(failure);
    yield* ready.splice(0);
  } finally {
    parser.destroy();
  }
}

function refusalOf(error: Error): Error {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return exceeded(
      'too-large',
      boundMessage('bound.haproxy-row', {
        observed: 'more',
        bound: CSV_ROW_CHARACTERS,
        unit: 'characters',
      }),
    );
  }
  return new ConnectionError(
    'invalid-response',
    'not the CSV of HAProxy’s statistics; check that the URL is the one of the statistics page',
    { cause: error },
  );
}

function tooMany(unit: 'rows' | 'columns', bound: number): Error {
  return exceeded(
    'too-many',
    boundMessage('bound.haproxy-csv', { observed: 'more', bound, unit }),
  );
}
