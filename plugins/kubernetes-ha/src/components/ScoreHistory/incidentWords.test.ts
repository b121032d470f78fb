/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, Incident } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import { incidentSentence } from './incidentWords';

const words: Record<string, string> = {
  'incidents.sentence': '{{title}} {{from}}–{{to}}, {{duration}}',
  'incidents.sentenceOpen': '{{title}} since {{from}}, {{duration}}',
  'names.more': '{{names}} and {{number}} more',
  'cause.source': '{{source}}: {{reason}}',
  'reason.timeout': 'timeout',
  'source.etcd': 'etcd',
};

/** The words above, filled in. */
const wording = {
  t: (key: string, params: Record<string, string>) =>
    Object.entries(params ?? {}).reduce(
      (text, [name, value]) => text.replace(`{{${name}}}`, value),
      words[key],
    ),
  titleOf: (checkId: string) => `title of ${checkId}`,
  duration: (seconds: number) => duration(seconds, 'en'),
  language: 'en',
} as unknown as Wording;

// Times without a zone are those of the reader.
const at = (clock: string, day = 23) =>
  new Date(`2026-11-${day}T${clock}:00`).toISOString();
const now = Date.parse(at('11:00'));

const finding = (checkId: string): Incident['findings'][number] => ({
  id: checkId,
  checkId,
  layer: 'etcd',
  severity: 'critical',
  status: 'fail',
  firstSeen: at('10:02'),
});

const incident = (parts: Partial<Incident>): Incident => ({
  id: 'one',
  kind: 'machines',
  verdict: 'broken',
  startedAt: at('10:02'),
  machines: { count: 1, names: ['cp-b'] },
  findings: [finding('member'), finding('lease')],
  ...parts,
});

it.each`
  parts                                                                                                         | sentence                                                                           | rule
  ${{ endedAt: at('10:06') }}                                                                                   | ${'cp-b 10:02–10:06, 4 min: title of member, title of lease'}                      | ${'a machine that was down'}
  ${{}}                                                                                                         | ${'cp-b since 10:02, 58 min: title of member, title of lease'}                     | ${'one that is down'}
  ${{ startedAt: at('23:58', 21), endedAt: at('00:06', 22) }}                                                   | ${'cp-b 21 Nov, 23:58–22 Nov, 00:06, 8 min: title of member, title of lease'}      | ${'another day, and over midnight'}
  ${{ kind: 'source', machines: undefined, source: { name: 'etcd', reason: 'timeout' }, endedAt: at('10:06') }} | ${'etcd: timeout 10:02–10:06, 4 min: title of member, title of lease'}             | ${'a source that could not be read'}
  ${{ kind: 'check', machines: undefined, findings: [finding('member')], endedAt: at('10:06') }}                | ${'title of member 10:02–10:06, 4 min'}                                            | ${'a finding by itself'}
  ${{ endedAt: at('10:06'), machines: { count: 60, names: ['a', 'b', 'c', 'd', 'e', 'f'] } }}                   | ${'a, b, c, d, e and 55 more 10:02–10:06, 4 min: title of member, title of lease'} | ${'a zone, of which not every machine is kept'}
  ${{ endedAt: at('10:06'), findings: ['a', 'b', 'c', 'd', 'e'].map(finding) }}                                 | ${'cp-b 10:02–10:06, 4 min: title of a, title of b, title of c and 2 more'}        | ${'more than can be named'}
`('words $rule', ({ parts, sentence }) => {
  expect(incidentSentence(incident(parts), now, wording)).toBe(sentence);
});
