/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  apiServerOn,
  countersOf,
  mirrorPodOf,
} from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { notKnown, observed } from '../../testing/snapshotWith';
import { apiserverInflightConfig } from './apiserverInflightConfig';

const pods = (...flags: string[]) => [
  mirrorPodOf('kube-apiserver', 'cp1'),
  mirrorPodOf('kube-apiserver', 'cp2', flags),
];
const seats = (taken: number, limit: number) => [
  apiServerOn('cp1', {
    metrics: observed(
      countersOf({
        'apiserver_flowcontrol_current_executing_seats{priority_level="system"}':
          taken,
        'apiserver_flowcontrol_nominal_limit_seats{priority_level="system"}':
          limit,
        'apiserver_flowcontrol_current_executing_seats{priority_level="exempt"}': 9,
        'apiserver_flowcontrol_nominal_limit_seats{priority_level="exempt"}': 0,
      }),
    ),
  }),
];

it.each`
  flags                                                                       | status    | rule
  ${[]}                                                                       | ${'pass'} | ${'the defaults: 400 + 200'}
  ${['--max-requests-inflight=1500', '--max-mutating-requests-inflight=500']} | ${'pass'} | ${'more than the defaults'}
  ${['--max-requests-inflight=500', '--max-mutating-requests-inflight=100']}  | ${'pass'} | ${'only the sum counts'}
  ${['--max-requests-inflight=399']}                                          | ${'warn'} | ${'one below the sum of the defaults'}
  ${['--enable-priority-and-fairness=false']}                                 | ${'fail'} | ${'fairness is off'}
`('$status: $rule', ({ flags, status }) => {
  const given = { pods: pods(...flags) };
  expect(judge(apiserverInflightConfig, given).status).toBe(status);
});

it.each`
  taken | status    | rule
  ${79} | ${'pass'} | ${'less than 80 % of the seats'}
  ${80} | ${'warn'} | ${'80 % of the seats'}
`('$status: $rule', ({ taken, status }) => {
  const given = { pods: pods(), apiServers: seats(taken, 100) };
  expect(judge(apiserverInflightConfig, given).status).toBe(status);
});

it.each`
  given                            | cluster                | status
  ${{ pods: notKnown('timeout') }} | ${{}}                  | ${'unknown'}
  ${{ pods: [] }}                  | ${{}}                  | ${'unknown'}
  ${{ pods: pods() }}              | ${{ platform: 'eks' }} | ${'not-applicable'}
`('$status without flags', ({ given, cluster, status }) => {
  expect(judge(apiserverInflightConfig, given, { cluster }).status).toBe(
    status,
  );
});
