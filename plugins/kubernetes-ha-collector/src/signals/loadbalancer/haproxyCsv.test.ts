/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { refusalOf } from '../../__testUtils__/refusalOf';
import { ConnectionError } from '../../contracts';
import { mutated } from '../../bounds/__testUtils__/mutated';
import { CSV_COLUMNS, CSV_ROW_CHARACTERS, CSV_ROWS } from './bounds';
import { parseHaproxyCsv } from './haproxyCsv';

const header = '# pxname,svname,status,type,stot,mode,last_chk,';
const server = 'api,cp-1,UP,2,7,tcp,,';
const parse = (...lines: string[]) =>
  parseHaproxyCsv(Buffer.from(lines.join('\n')));

describe('parseHaproxyCsv', () => {
  it('reads columns by their names, quoted texts whole, and leaves out what is empty', async () => {
    const [row, ...others] = await parse(
      header,
      'api,cp-1,UP,2,7,tcp,"a ""quoted"", answer\nof two lines",',
      '',
    );
    expect(others).toEqual([]);
    expect(Object.fromEntries(row)).toEqual({
      pxname: 'api',
      svname: 'cp-1',
      status: 'UP',
      type: '2',
      stot: '7',
      mode: 'tcp',
      last_chk: 'a "quoted", answer\nof two lines',
    });
  });

  it.each([
    ['nothing', [''], 'pxname, svname, status, type, stot'],
    ['HTML', ['<html>Sign in</html>'], 'pxname, svname'],
    ['another CSV', ['a,b', '1,2'], 'pxname, svname'],
    ['a header without its mark', [header.slice(2), server], 'the # before it'],
  ])('refuses %s', async (_, lines, detail) => {
    await expect(parse(...lines)).rejects.toMatchObject({
      reason: 'invalid-response',
      message: expect.stringContaining(detail),
    });
  });

  it.each<[string, string[], string, string]>([
    [
      'columns',
      [header + 'c,'.repeat(CSV_COLUMNS), server],
      'too-many',
      `more than ${CSV_COLUMNS} columns. Check`,
    ],
    [
      'rows',
      [header, ...Array.from({ length: CSV_ROWS + 1 }, () => server)],
      'too-many',
      `more than ${CSV_ROWS} rows. Check`,
    ],
    [
      'characters in one row',
      [header, `api,"${'x'.repeat(CSV_ROW_CHARACTERS + 1)}",UP,2,7`],
      'too-large',
      `more than ${CSV_ROW_CHARACTERS} characters. Check`,
    ],
    [
      'characters after a quote that never ends',
      [header, `api,"${'\n,'.repeat(CSV_ROW_CHARACTERS)}`],
      'too-large',
      `more than ${CSV_ROW_CHARACTERS} characters. Check`,
    ],
  ])('refuses too many %s', async (_, lines, reason, detail) => {
    expect(await refusalOf(() => parse(...lines))).toMatchObject({
      reason,
      detail: expect.stringContaining(detail),
    });
  });

  it('keeps no more of a row than the header names, however many fields it has', async () => {
    const rows = await parse(
      header,
      ...Array.from({ length: 500 }, () => server + ','.repeat(4_000)),
    );
    expect(rows).toHaveLength(500);
    for (const row of rows) expect(row.size).toBeLessThanOrEqual(8);
  });

  it('reads or refuses any damaged page, and keeps no more than it was given', async () => {
    const page = Buffer.from(
      [header, ...Array.from({ length: 20 }, () => server)].join('\n'),
    );
    await fc.assert(
      fc.asyncProperty(mutated(page), async damaged => {
        const [outcome] = await Promise.allSettled([parseHaproxyCsv(damaged)]);
        const rows = outcome.status === 'fulfilled' ? outcome.value : [];
        const error = outcome.status === 'rejected' && outcome.reason;
        expect(error === false || error instanceof ConnectionError).toBe(true);
        const kept = rows.reduce((sum, row) => sum + row.size, 0);
        expect(kept).toBeLessThanOrEqual(damaged.length);
      }),
      { numRuns: 100 },
    );
  });
});
