/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { CauseSummary } from './causeSummary';
import { FindingSpan, incidentsOf } from './incidents';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString();

const down = (...names: string[]): Partial<CauseSummary> => ({
  kind: 'machines',
  verdict: 'broken',
  machines: { count: names.length, names },
});

const unread = (name: string, reason: string): Partial<CauseSummary> => ({
  kind: 'source',
  verdict: 'not-visible',
  source: { name, reason },
});

function span(
  checkId: string,
  from: number,
  to: number | undefined,
  cause: Partial<CauseSummary> = {},
  severity: FindingSpan['severity'] = 'high',
): FindingSpan {
  return {
    id: `one/${checkId}/${at(from)}`,
    checkId,
    layer: 'etcd',
    severity,
    status: 'fail',
    firstSeen: at(from),
    ...(to !== undefined && { resolvedAt: at(to) }),
    cause: { id: checkId, kind: 'check', verdict: 'weak', checkId, ...cause },
  };
}

/** `from-to: checks`, the newest first. */
const told = (findings: readonly FindingSpan[]) =>
  incidentsOf(findings).map(
    ({ startedAt, endedAt, findings: parts }) =>
      `${startedAt.slice(14, 16)}-${endedAt?.slice(14, 16) ?? ''}: ${parts
        .map(({ checkId }) => checkId)
        .join(' ')}`,
  );

it.each`
  findings                                                                                                 | incidents                             | rule
  ${[span('lease', 3, 6, down('cp-b')), span('member', 2, 5, down('cp-b'), 'critical')]}                   | ${['02-06: member lease']}            | ${'a machine that was down is one, from the first to the last of it'}
  ${[span('member', 2, 6, down('cp-b')), span('member', 10, 12, down('cp-b'))]}                            | ${['10-12: member', '02-06: member']} | ${'down again later is another one'}
  ${[span('a', 2, 6, down('cp-b')), span('b', 6, 8, down('cp-b'))]}                                        | ${['02-08: a b']}                     | ${'what follows without a gap goes on'}
  ${[span('a', 2, 6, down('cp-b')), span('b', 3, 7, down('cp-c'))]}                                        | ${['03-07: b', '02-06: a']}           | ${'two machines with nothing in common are two'}
  ${[span('a', 2, 6, down('cp-b')), span('b', 3, 7, down('cp-c')), span('c', 4, 5, down('cp-b', 'cp-c'))]} | ${['02-07: a b c']}                   | ${'a loss that names both joins them'}
  ${[span('a', 2, undefined, down('cp-b')), span('b', 3, 4, down('cp-b'))]}                                | ${['02-: a b']}                       | ${'as long as any of it is open, it is'}
  ${[span('a', 2, 6, unread('etcd', 'timeout')), span('b', 3, 9, unread('etcd', 'refused'))]}              | ${['02-09: a b']}                     | ${'a source that could not be read, whatever it was told each time'}
  ${[span('a', 2, 6, unread('etcd', 'timeout')), span('b', 2, 6, unread('leases', 'timeout'))]}            | ${['02-06: a', '02-06: b']}           | ${'two sources are two'}
  ${[span('a', 2, 3, unread('collection', 'not-collected')), span('b', 2, 6)]}                             | ${['02-06: b']}                       | ${'that nothing was collected before the first collection is no event'}
  ${[span('a', 2, 6), span('b', 2, 6)]}                                                                    | ${['02-06: a', '02-06: b']}           | ${'findings by themselves stay so'}
  ${[span('a', 2, 6), span('b', 2, 6, down('cp-b'))]}                                                      | ${['02-06: b', '02-06: a']}           | ${'of what began together, what is broken comes first'}
  ${[]}                                                                                                    | ${[]}                                 | ${'nothing found is no incident'}
`('$rule', ({ findings, incidents }) => {
  expect(told(findings)).toEqual(incidents);
});

it('says what came first, how urgent it was, and every machine of it', () => {
  const [incident] = incidentsOf([
    span('member', 2, 6, down('cp-b')),
    span('zone', 3, 5, down('cp-b', 'cp-c')),
  ]);
  expect(incident).toMatchObject({
    id: `one/member/${at(2)}`,
    kind: 'machines',
    verdict: 'broken',
    startedAt: at(2),
    endedAt: at(6),
    machines: { count: 2, names: ['cp-b', 'cp-c'] },
  });
});

it('counts all of thousands of machines and names the first', () => {
  const names = Array.from({ length: 50 }, (_, i) => `worker-${i + 10}`);
  const [incident] = incidentsOf([
    span('nodes', 2, 6, {
      ...down(),
      machines: { count: 5000, names },
    }),
  ]);
  expect(incident.machines).toEqual({ count: 5000, names });
});

it('has each finding in exactly one incident, which lasts from the first to the last of them', () => {
  const anySpan = fc
    .record({
      check: fc.constantFrom('a', 'b', 'c'),
      from: fc.nat(20),
      length: fc.option(fc.nat(10)),
      cause: fc.constantFrom(
        down('x'),
        down('y'),
        down('x', 'z'),
        unread('etcd', 'timeout'),
        {},
      ),
    })
    .map(({ check, from, length, cause }) =>
      span(check, from, length === null ? undefined : from + length, cause),
    );
  fc.assert(
    fc.property(
      fc.uniqueArray(anySpan, { selector: ({ id }) => id, maxLength: 20 }),
      findings => {
        const incidents = incidentsOf(findings);
        expect(
          incidents.flatMap(i => i.findings.map(({ id }) => id)).sort(),
        ).toEqual(findings.map(({ id }) => id).sort());
        for (const { startedAt, endedAt, findings: parts } of incidents) {
          const begins = parts.map(({ firstSeen }) => firstSeen).sort();
          const ends = parts.map(({ resolvedAt }) => resolvedAt ?? '~').sort();
          expect(startedAt).toBe(begins[0]);
          expect(endedAt ?? '~').toBe(ends.at(-1));
        }
      },
    ),
  );
});
