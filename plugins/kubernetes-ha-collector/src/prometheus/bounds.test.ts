/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { mutated } from '../bounds/__testUtils__/mutated';
import { INTERNED_VALUES, LINE_BYTES, SERIES } from './bounds';
import { MetricsScanner } from './metricsScanner';
import { refusalOf } from '../__testUtils__/refusalOf';

const families = { requests_total: ['code'], up: [] };

function scan(...chunks: readonly (string | Buffer)[]) {
  const scanner = new MetricsScanner(families);
  for (const chunk of chunks) scanner.push(Buffer.from(chunk));
  return scanner.finish();
}

describe('a metrics page beyond its bounds', () => {
  it('keeps wanted families alone, however many series the others have', () => {
    const others = Array.from(
      { length: 50_000 },
      (_, i) => `other{a="${i}"} 1`,
    );
    expect(scan(`${others.join('\n')}\nup 1\n`)).toEqual({ up: 1 });
  });

  it('refuses more series of a wanted family than any component has', async () => {
    const series = Array.from(
      { length: SERIES + 1 },
      (_, i) => `requests_total{code="${i}"} 1\n`,
    );
    expect(Object.keys(scan(series.slice(1).join('')))).toHaveLength(SERIES);
    expect(await refusalOf(() => scan(series.join('')))).toMatchObject({
      reason: 'too-many',
      detail: `the metrics page: more than ${SERIES} series of the wanted families. Check that the component itself serves the page`,
    });
  });

  it.each([
    ['in one chunk', [`up ${'x'.repeat(LINE_BYTES)}\n`]],
    [
      'over many chunks, without an end',
      Array.from({ length: 17 }, () => 'x'.repeat(1024)),
    ],
    [
      'of labels',
      [`requests_total{${'a="b",'.repeat(LINE_BYTES / 6)}code="1"} 1\n`],
    ],
  ])('refuses a line that is too long %s', async (_, chunks) => {
    expect(await refusalOf(() => scan(...chunks))).toMatchObject({
      reason: 'too-large',
      detail: expect.stringContaining('one line of the metrics page'),
    });
  });

  it('adds up the series of a label with more values than are kept as bytes', () => {
    const codes = Array.from({ length: 3 * INTERNED_VALUES }, (_, i) => i);
    const page = codes.map(i => `requests_total{code="${i}"} ${i}\n`).join('');
    expect(scan(page, page)).toEqual(
      Object.fromEntries(
        codes.map(i => [`requests_total{code="${i}"}`, 2 * i]),
      ),
    );
  });

  it('adds up values that are no text and become the same', () => {
    const line = (byte: number) =>
      Buffer.concat([
        Buffer.from('requests_total{code="'),
        Buffer.from([byte]),
        Buffer.from('"} 1\n'),
      ]);
    expect(scan(line(0xfe), line(0xff), line(0xfe))).toEqual({
      'requests_total{code="\ufffd"}': 3,
    });
  });

  it.each(['up_time 1', 'upx 1', 'xup 1', 'u 1', 'up'])(
    'takes %s for no sample of a family whose name it resembles',
    line => {
      expect(scan(`${line}\n`)).toEqual({});
    },
  );

  it('takes no number of a kilobyte for one', () => {
    expect(scan(`up ${'1'.repeat(1_000)}x\nup 2\n`)).toEqual({ up: 2 });
  });

  it('reads or refuses any damaged page, in any chunks, and keeps less than it was given', () => {
    const page = Buffer.from(
      '# TYPE up gauge\nup 1\nrequests_total{code="200"} 7 1\n',
    );
    fc.assert(
      fc.property(
        mutated(page),
        fc.integer({ min: 1, max: 70_000 }),
        (bytes, size) => {
          const scanner = new MetricsScanner(families);
          let outcome = 'read';
          try {
            for (let at = 0; at < bytes.length; at += size) {
              scanner.push(bytes.subarray(at, at + size));
            }
          } catch (error) {
            outcome = error instanceof Error ? error.name : 'something';
          }
          expect(outcome).toMatch(/^(read|ConnectionError)$/);
          const kept = Object.keys(scanner.finish()).join('').length;
          expect(kept).toBeLessThanOrEqual(bytes.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
