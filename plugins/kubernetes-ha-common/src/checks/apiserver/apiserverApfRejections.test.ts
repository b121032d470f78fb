/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import {
  apiServerOn,
  countersOf,
  mirrorPodOf,
  silent,
} from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { apiserverApfRejections } from './apiserverApfRejections';

const key = (level: string) =>
  `apiserver_flowcontrol_rejected_requests_total{priority_level="${level}"}`;
const counting = (
  latest: Record<string, number>,
  earlier?: Record<string, number>,
) => apiServerOn('cp1', { metrics: observed(countersOf(latest, earlier)) });
const judged = (given: Parameters<typeof judge>[1]) =>
  judge(apiserverApfRejections, given);

it.each`
  latest                             | earlier                         | status       | rule
  ${{}}                              | ${{}}                           | ${'pass'}    | ${'nothing turned away'}
  ${{}}                              | ${undefined}                    | ${'pass'}    | ${'nothing turned away since the start'}
  ${{ [key('workload-low')]: 7 }}    | ${{ [key('workload-low')]: 7 }} | ${'pass'}    | ${'what was turned away before does not count'}
  ${{ [key('workload-low')]: 8 }}    | ${{ [key('workload-low')]: 7 }} | ${'warn'}    | ${'a workload turned away'}
  ${{ [key('system')]: 1 }}          | ${{}}                           | ${'fail'}    | ${'the system turned away'}
  ${{ [key('node-high')]: 1 }}       | ${{}}                           | ${'fail'}    | ${'kubelets turned away'}
  ${{ [key('leader-election')]: 1 }} | ${{}}                           | ${'fail'}    | ${'leader election turned away'}
  ${{ [key('workload-low')]: 7 }}    | ${undefined}                    | ${'unknown'} | ${'one reading does not say when'}
`('$status: $rule', ({ latest, earlier, status }) => {
  expect(judged({ apiServers: [counting(latest, earlier)] }).status).toBe(
    status,
  );
});

it.each`
  apiServers                                                           | status              | rule
  ${notKnown('forbidden')}                                             | ${'unknown'}        | ${'instances not read'}
  ${absent()}                                                          | ${'not-applicable'} | ${'instances not shown'}
  ${[counting({}), apiServerOn('cp2')]}                                | ${'unknown'}        | ${'one that answers hides its metrics'}
  ${[counting({}), apiServerOn('cp2', { readyz: silent('refused') })]} | ${'pass'}           | ${'one that is down turns nothing away'}
  ${[apiServerOn('cp2', { readyz: silent('refused') })]}               | ${'unknown'}        | ${'all are down'}
`('$status: $rule', ({ apiServers, status }) => {
  expect(judged({ apiServers }).status).toBe(status);
});

it('does not apply where fairness is off on every API server', () => {
  const off = ['--enable-priority-and-fairness=false'];
  const result = judged({
    apiServers: [counting({ [key('system')]: 1 }, {})],
    pods: [mirrorPodOf('kube-apiserver', 'cp1', off)],
  });
  expect(result.status).toBe('not-applicable');
});

it('says which level lost how many requests', () => {
  const result = judged({
    apiServers: [counting({ [key('system')]: 3 }, { [key('system')]: 1 })],
  });
  expect(say(result.observed)).toBe(
    'requests rejected by priority level: system: 2 within 1 min',
  );
});
