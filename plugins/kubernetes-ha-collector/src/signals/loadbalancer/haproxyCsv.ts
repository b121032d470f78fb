/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../../contracts';

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
 * and their order differ between releases.
 * Errors: ConnectionError `invalid-response` for a page that is not such a CSV.
 */
export function parseHaproxyCsv(text: string): HaproxyRow[] {
  const [header, ...rows] = parseCsv(text);
  const names = header?.map(name => name.replace(/^# ?/, '')) ?? [];
  const missing = neededColumns.filter(name => !names.includes(name));
  if (!text.startsWith('#') || missing.length > 0) {
    throw new ConnectionError(
      'invalid-response',
      `not the CSV of HAProxy’s statistics (its header lacks ${missing.join(
        ', ',
      )}); check that the URL is the one of the statistics page`,
    );
  }
  return rows.map(
    row =>
      new Map(
        names.flatMap((name, i) => (row[i] ? [[name, row[i]] as const] : [])),
      ),
  );
}

/** Fields and records after RFC 4180; HAProxy quotes texts such as the last check's answer. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quoted = false;
  const endRecord = () => {
    record.push(field);
    field = '';
    if (record.some(value => value !== '')) records.push(record);
    record = [];
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      record.push(field);
      field = '';
    } else if (char === '\n') endRecord();
    else if (char !== '\r') field += char;
  }
  endRecord();
  return records;
}
