/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Incident } from 'backstage-plugin-kubernetes-ha-common';
import { downSince, lineEnd } from './lineEnd';

const times = [0, 60, 120, 180, 240];
const at = (second: number) => new Date(second * 1000).toISOString();

it.each`
  values                            | down         | end          | rule
  ${[1, 1, 1, 1, 1]}                | ${undefined} | ${undefined} | ${'a line that goes on has no end'}
  ${[1, 1, null, null, null]}       | ${undefined} | ${at(60)}    | ${'the last value of one that has ended'}
  ${[1, 1, 1, 1, null]}             | ${undefined} | ${undefined} | ${'a value that may still come'}
  ${[1, 1, 1, 1, null]}             | ${at(200)}   | ${at(180)}   | ${'none comes of what has gone down since'}
  ${[1, 1, 1, 1, 1]}                | ${at(250)}   | ${at(240)}   | ${'nor is the newest one of now'}
  ${[1, 1, 1, 1, 1]}                | ${at(200)}   | ${undefined} | ${'what is said to be down and goes on is measured'}
  ${[1, null, null, null, 1]}       | ${undefined} | ${undefined} | ${'one that came back'}
  ${[null, null, null, null, null]} | ${at(0)}     | ${undefined} | ${'one that never was'}
`('$rule', ({ values, down, end }) => {
  expect(lineEnd({ times }, { subject: 'cp-b', values }, 120, down)).toBe(end);
});

const finding = (
  checkId: string,
  parts: Partial<Incident['findings'][number]> = {},
): Incident['findings'][number] => ({
  id: checkId,
  checkId,
  layer: 'etcd',
  severity: 'critical',
  status: 'fail',
  firstSeen: at(60),
  ...parts,
});

const incident = (parts: Partial<Incident>): Incident => ({
  id: 'one',
  kind: 'machines',
  verdict: 'broken',
  startedAt: at(30),
  machines: { count: 1, names: ['cp-b'] },
  findings: [finding('etcd-member-health')],
  ...parts,
});

it.each`
  subject        | incidents                                                                            | since        | rule
  ${'cp-b'}      | ${[incident({})]}                                                                    | ${at(60)}    | ${'its machine has no member'}
  ${'etcd-cp-b'} | ${[incident({})]}                                                                    | ${at(60)}    | ${'a member named after its machine'}
  ${'cp-a'}      | ${[incident({})]}                                                                    | ${undefined} | ${'another machine is'}
  ${'cp-b'}      | ${[incident({ endedAt: at(90) })]}                                                   | ${undefined} | ${'it was'}
  ${'cp-b'}      | ${[incident({ verdict: 'weak' })]}                                                   | ${undefined} | ${'something weak was found on it'}
  ${'cp-b'}      | ${[incident({ findings: [finding('apiserver-readyz-each')] })]}                      | ${undefined} | ${'its API server is down, and not its member'}
  ${'cp-b'}      | ${[incident({ findings: [finding('etcd-member-health', { resolvedAt: at(90) })] })]} | ${undefined} | ${'its member is back, and something else of it is not'}
`('is down: $rule', ({ subject, incidents, since }) => {
  expect(downSince(incidents, subject, 'etcdMember')).toBe(since);
});
