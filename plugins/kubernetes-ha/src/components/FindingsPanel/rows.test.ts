/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  Cause,
  Finding,
  Verdict,
  verdicts,
} from 'backstage-plugin-kubernetes-ha-common';
import { Row, rowsOf, withNested } from './rows';

/** `a` is a finding; `a?timeout` one that is unknown for a reason. */
const finding = (words: string) => {
  const [checkId, reason] = words.split('?');
  return { id: `c/${checkId}`, checkId, result: { reason } } as Finding;
};

/** `etcd:timeout:a,b`: a source, why it could not be read, and what waits for it. */
const cause = (words: string): Cause => {
  const [name, reason, checkIds] = words.split(':');
  return {
    id: `source:${name}:${reason}`,
    kind: 'source',
    verdict: 'not-visible',
    source: { name, reason },
    checkIds: checkIds.split(','),
  };
};

/** A row by its id, with what stands under it. */
const shown = (row: Row): unknown =>
  row.kind === 'reason' || row.kind === 'rest'
    ? { [row.id]: row.rows.map(shown) }
    : row.id;

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `w-${index}`);

const none = { broken: [], weak: [], 'not-visible': [] };

it.each`
  verdict          | findings                                                                                         | causes                                                  | rows                                                                                              | rule
  ${'not-visible'} | ${['a?not-configured', 'b?not-configured', 'c?not-configured', 'd?not-configured', 'e?timeout']} | ${['etcd:not-configured:a,c', 'lb:not-configured:b,d']} | ${[{ 'reason:not-configured': ['source:etcd:not-configured', 'source:lb:not-configured'] }, 'e']} | ${'what is not visible for one reason is one row'}
  ${'not-visible'} | ${['a?timeout', 'b?timeout', 'c?timeout']}                                                       | ${['etcd:timeout:a,b']}                                 | ${[{ 'reason:timeout': ['source:etcd:timeout', 'c'] }]}                                           | ${'a check by itself stands with the sources of its reason'}
  ${'not-visible'} | ${['a?timeout', 'b?timeout']}                                                                    | ${['etcd:timeout:a,b']}                                 | ${['source:etcd:timeout']}                                                                        | ${'a reason of one source is that source'}
  ${'not-visible'} | ${['a', 'b']}                                                                                    | ${undefined}                                            | ${['a', 'b']}                                                                                     | ${'what gives no reason stands by itself'}
  ${'weak'}        | ${many(6)}                                                                                       | ${[]}                                                   | ${many(6)}                                                                                        | ${'one row is not put away for another'}
  ${'weak'}        | ${many(8)}                                                                                       | ${[]}                                                   | ${[...many(5), { 'rest:weak': ['w-5', 'w-6', 'w-7'] }]}                                           | ${'of what is weak the most urgent are shown'}
  ${'broken'}      | ${many(20)}                                                                                      | ${[]}                                                   | ${many(20)}                                                                                       | ${'what is broken now is never put away'}
`('$rule', ({ verdict, findings, causes, rows }) => {
  const given = { ...none, [verdict]: findings.map(finding) };
  const found = rowsOf(given, causes?.map(cause));
  expect(found).toEqual({ ...none, [verdict]: expect.anything() });
  expect(found[verdict as Verdict].map(shown)).toEqual(rows);
});

it.each`
  weak  | rows                                              | rule
  ${0}  | ${['a', 'b', 'c', 'd']}                           | ${'what is not visible has the room that nothing else needs'}
  ${5}  | ${['a', 'b', { 'rest:not-visible': ['c', 'd'] }]} | ${'it gives way to what is weak'}
  ${20} | ${['a', { 'rest:not-visible': ['b', 'c', 'd'] }]} | ${'its most urgent row is always there'}
`('$rule', ({ weak, rows }) => {
  const found = rowsOf({
    broken: [],
    weak: many(weak).map(finding),
    'not-visible': ['a?timeout', 'b?refused', 'c?tls', 'd?forbidden'].map(
      finding,
    ),
  });
  expect(found['not-visible'].map(shown)).toEqual(rows);
  expect(Object.values(found).flat().length).toBeLessThanOrEqual(8);
});

it('has every finding exactly once, and counts in each row what stands under it', () => {
  const reasons = ['timeout', 'refused', 'tls'];
  const given = {
    broken: many(3).map(finding),
    weak: many(12).map(finding),
    'not-visible': many(12).map((id, index) =>
      finding(`${id}?${reasons[index % 3]}`),
    ),
  };
  const found = rowsOf(given, [cause('etcd:timeout:w-0,w-3')]);
  const ids = (of: readonly Finding[]) => of.map(({ id }) => id).sort();
  for (const verdict of verdicts) {
    const rows = found[verdict];
    expect(ids(rows.flatMap(row => row.findings))).toEqual(ids(given[verdict]));
    for (const row of rows.flatMap(withNested)) {
      const under = withNested(row).filter(({ kind }) => kind === 'finding');
      expect(ids(under.flatMap(({ findings }) => findings))).toEqual(
        ids(row.findings),
      );
    }
  }
});
