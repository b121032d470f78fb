/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { apiServerOn, mirrorPodOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { apiserverGoawayChance } from './apiserverGoawayChance';

const pod = (node: string, ...flags: string[]) =>
  mirrorPodOf('kube-apiserver', node, flags);
const on = '--goaway-chance=0.001';

it.each`
  pods                                       | status       | rule
  ${[pod('cp1', on), pod('cp2', on)]}        | ${'pass'}    | ${'set on both'}
  ${[pod('cp1', on), pod('cp2')]}            | ${'warn'}    | ${'one never lets its clients go'}
  ${[pod('cp1'), pod('cp2')]}                | ${'warn'}    | ${'the default of 0'}
  ${[pod('cp1')]}                            | ${'pass'}    | ${'a single API server should not'}
  ${[pod('cp1', '--goaway-chance', '0.02')]} | ${'fail'}    | ${'a single API server sends its clients away to nowhere'}
  ${[]}                                      | ${'unknown'} | ${'no static pods'}
  ${notKnown('forbidden')}                   | ${'unknown'} | ${'pods not read'}
  ${absent()}                                | ${'unknown'} | ${'pods not shown'}
`('$status: $rule', ({ pods, status }) => {
  expect(judge(apiserverGoawayChance, { pods }).status).toBe(status);
});

it('takes what the API server reports of itself', () => {
  const apiServers = [
    apiServerOn('cp1', { flags: observed({ 'goaway-chance': '0.001' }) }),
    apiServerOn('cp2', { flags: observed({ 'goaway-chance': '0.001' }) }),
  ];
  expect(judge(apiserverGoawayChance, { apiServers }).status).toBe('pass');
});

it('is unknown when the flags of one API server are not visible', () => {
  const given = {
    pods: [pod('cp1', on)],
    apiServers: [apiServerOn('cp1'), apiServerOn('cp2')],
  };
  expect(judge(apiserverGoawayChance, given)).toMatchObject({
    status: 'unknown',
    subjects: ['cp2'],
  });
});

it.each(['eks', 'gke', 'aks', 'managed'] as const)(
  'does not apply on %s',
  platform => {
    const given = { pods: [pod('cp1'), pod('cp2')] };
    expect(
      judge(apiserverGoawayChance, given, { cluster: { platform } }).status,
    ).toBe('not-applicable');
  },
);
