/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { FamilyAllowList } from './metricsScanner';
import { scanMetrics, scanMetricsPage } from './scanMetrics';

const etcdPage = readFileSync(
  join(__dirname, '__fixtures__/etcd-3.7.3.metrics.txt'),
);

function scan(page: string, families: FamilyAllowList) {
  return scanMetricsPage(Buffer.from(page), families);
}

describe('scanMetrics on a page of etcd 3.7.3', () => {
  it('keeps the buckets of a histogram by bound, and nothing else', () => {
    const found = scanMetricsPage(etcdPage, {
      etcd_disk_wal_fsync_duration_seconds_bucket: ['le'],
    });
    expect(Object.keys(found)).toHaveLength(15);
    expect(
      found['etcd_disk_wal_fsync_duration_seconds_bucket{le="+Inf"}'],
    ).toBeGreaterThan(0);
    expect(Object.keys(found)[0]).toBe(
      'etcd_disk_wal_fsync_duration_seconds_bucket{le="0.001"}',
    );
  });

  it('reads plain counters and numbers with an exponent', () => {
    const found = scanMetricsPage(etcdPage, {
      etcd_server_leader_changes_seen_total: [],
      process_start_time_seconds: [],
      no_such_family: ['le'],
    });
    expect(Object.keys(found)).toEqual([
      'etcd_server_leader_changes_seen_total',
      'process_start_time_seconds',
    ]);
    expect(found.etcd_server_leader_changes_seen_total).toBe(1);
    expect(found.process_start_time_seconds).toBeGreaterThan(1.7e9);
  });

  it('answers the same for every way to cut the page into chunks', async () => {
    const families = {
      etcd_disk_wal_fsync_duration_seconds_bucket: ['le'],
      grpc_server_handled_total: ['grpc_method'],
      process_start_time_seconds: [],
    };
    const whole = scanMetricsPage(etcdPage, families);
    expect(Object.keys(whole).length).toBeGreaterThan(16);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4096 }), async size => {
        async function* chunks() {
          for (let at = 0; at < etcdPage.length; at += size) {
            yield etcdPage.subarray(at, at + size);
          }
        }
        expect(await scanMetrics(chunks(), families)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
    expect(await scanMetrics(etcdPage, families)).toEqual(whole);
  });

  it('does not depend on memory that the sender uses again', async () => {
    const shared = Buffer.alloc(7);
    async function* chunks() {
      for (let at = 0; at < etcdPage.length; at += shared.length) {
        const length = etcdPage.copy(shared, 0, at, at + shared.length);
        yield shared.subarray(0, length);
      }
    }
    const families = { process_start_time_seconds: [] };
    expect(await scanMetrics(chunks(), families)).toEqual(
      scanMetricsPage(etcdPage, families),
    );
  });
});

describe('scanMetricsPage', () => {
  it.each([
    [
      'sums over labels that are not wanted',
      'a{verb="GET",code="200"} 1\na{verb="GET",code="500"} 2\n',
      { a: ['verb'] },
      { 'a{verb="GET"}': 3 },
    ],
    [
      'writes labels in alphabetical order',
      'a{le="0.1",b="x"} 1\n',
      { a: ['le', 'b'] },
      { 'a{b="x",le="0.1"}': 1 },
    ],
    [
      'leaves escapes as they stand and is not fooled by a quote, a brace or a comma in a value',
      'a{p="C:\\\\x\\"} 7,z=\\n",q="y"} 1\n',
      { a: ['p', 'q'] },
      { 'a{p="C:\\\\x\\"} 7,z=\\n",q="y"}': 1 },
    ],
    [
      'treats an empty label as a missing one',
      'a{p=""} 1\na 2\na{} 4\n',
      { a: ['p'] },
      { a: 7 },
    ],
    [
      'ignores timestamps and exemplars',
      'a_total{p="x"} 3 1700000000.5 # {trace_id="p"} 0.5 1700000000\n',
      { a_total: ['p'] },
      { 'a_total{p="x"}': 3 },
    ],
    [
      'passes over comments, blank and malformed lines',
      '# TYPE a counter\n\n  \na\na{p="x"\na{p=x} 1\na{p="x} 1\na nope\na 0x10\na{p="x"} 5\n# EOF\n',
      { a: ['p'] },
      { 'a{p="x"}': 5 },
    ],
    [
      'takes spaces, tabs, a trailing comma and CRLF',
      'a { p = "x" , } \t 1.5e+03\r\n',
      { a: ['p'] },
      { 'a{p="x"}': 1500 },
    ],
    [
      'reads UTF-8 label values and quoted label names',
      'a{"p"="zóna","dotted.name"="y"} 2\n',
      { a: ['p'] },
      { 'a{p="zóna"}': 2 },
    ],
    [
      'does not take a longer or shorter name for the wanted one',
      'ab 1\na 2\nabc 4\n',
      { ab: [] },
      { ab: 1 },
    ],
    [
      'leaves out a key that JSON cannot carry, and every sum it is part of',
      'a{p="x",q="1"} NaN\na{p="x",q="2"} 1\na{p="y"} +Inf\na{p="z"} -2\n',
      { a: ['p'] },
      { 'a{p="z"}': -2 },
    ],
    [
      'ignores a last line that may be cut within its number',
      'a 1\nb 12',
      { a: [], b: [] },
      { a: 1 },
    ],
    ['answers nothing for a page of another kind', '<html>\n', { a: [] }, {}],
  ])('%s', (_rule, page, families, expected) => {
    expect(scan(page, families)).toEqual(expected);
  });
});

/** A series as drawn: the page and the expected answer are both made from it, by different ways. */
interface Sample {
  name: string;
  labels: [string, string][];
  value: number;
}

const labelValue = fc.string({
  unit: fc.constantFrom('x', 'é', '"', '\\', '\n', '}', ',', '=', ' ', '#'),
  maxLength: 4,
});

const sample: fc.Arbitrary<Sample> = fc.record({
  name: fc.constantFrom('a', 'ab', 'ac', 'b', 'abc'),
  labels: fc.uniqueArray(
    fc.tuple(fc.constantFrom('p', 'q', 'le', 'pq'), labelValue),
    { selector: ([name]) => name },
  ),
  value: fc.oneof(fc.integer(), fc.constantFrom(0.5, 1e21, 2.25e-7)),
});

function escaped(value: string): string {
  return value.replace(/[\\"\n]/g, found =>
    found === '\n' ? '\\n' : `\\${found}`,
  );
}

function write({ name, labels, value }: Sample): string {
  const text = labels.map(([label, raw]) => `${label}="${escaped(raw)}"`);
  return `${name}{${text.join(',')}} ${value}\n`;
}

function plainly(samples: Sample[], families: FamilyAllowList) {
  const sums: Record<string, number> = {};
  for (const { name, labels, value } of samples) {
    const wanted = families[name];
    if (!wanted) continue;
    const kept = [...labels]
      .filter(([label, text]) => wanted.includes(label) && text !== '')
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([label, text]) => `${label}="${escaped(text)}"`);
    const key = kept.length > 0 ? `${name}{${kept.join(',')}}` : name;
    sums[key] = (sums[key] ?? 0) + value;
  }
  return sums;
}

describe('scanMetricsPage against a plain parser', () => {
  it('answers the same for any page', () => {
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 40 }), samples => {
        const page = samples.map(write).join('');
        const families = { a: ['q', 'p'], ab: [], ac: ['le'] };
        expect(scan(page, families)).toEqual(plainly(samples, families));
      }),
      { numRuns: 300 },
    );
  });
});

describe('lines that begin as the one before', () => {
  const wanted = { requests_bucket: ['le', 'verb'] };
  const long = 'x'.repeat(60);
  const last = fc.constantFrom(
    'le="1"} 2',
    'le="2"} 3',
    'le="+Inf"} 4 1700000000 # {trace="}"} 1',
    'le="1",verb="PUT"} 5',
    'verb="PUT"} 6',
    'verb="PUT",le="2"} 7',
    'other="a,le=\\"9\\""} 8',
    '} 9',
    ', } 10',
    'le="1" 11',
    'le="1} 12',
    'le= "1" } 13',
    'le="1"} none',
  );
  const beginning = fc.constantFrom(
    `requests_bucket{a="${long}",`,
    `requests_bucket{a="${long}",verb="GET",`,
    `requests_bucket{verb="GET",a="${long}",`,
    `requests_bucket {a="${long}}",`,
    `requests_bucket{a="${long}",le="7",`,
    'requests_bucket{',
    `requests_bucket{a="${long}`,
  );

  it('are summed as each of them alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(beginning, last), { maxLength: 30 }),
        parts => {
          const lines = parts.map(part => `${part.join('')}\n`);
          const sums: Record<string, number> = {};
          for (const line of lines) {
            for (const [key, value] of Object.entries(scan(line, wanted))) {
              sums[key] = (sums[key] ?? 0) + value;
            }
          }
          expect(scan(lines.join(''), wanted)).toEqual(sums);
        },
      ),
      { numRuns: 500 },
    );
  });
});
