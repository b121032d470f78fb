/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { apiServerOn, countersOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { apiserverTerminatedRequests } from './apiserverTerminatedRequests';

const judged = (apiServers: unknown) =>
  judge(apiserverTerminatedRequests, { apiServers: apiServers as never });
const counting = (served: number, terminated: number) =>
  apiServerOn('cp1', {
    metrics: observed(
      countersOf(
        {
          apiserver_request_total: 1000 + served,
          apiserver_request_terminations_total: 500 + terminated,
        },
        {
          apiserver_request_total: 1000,
          apiserver_request_terminations_total: 500,
        },
      ),
    ),
  });

it.each`
  served | terminated | status       | rule
  ${100} | ${0}       | ${'pass'}    | ${'none'}
  ${95}  | ${5}       | ${'pass'}    | ${'5 % is tolerated'}
  ${94}  | ${6}       | ${'warn'}    | ${'more than 5 %'}
  ${80}  | ${20}      | ${'warn'}    | ${'20 % is not yet a failure'}
  ${79}  | ${21}      | ${'fail'}    | ${'more than 20 %'}
  ${0}   | ${0}       | ${'unknown'} | ${'no request counted, not even ours'}
`('$status: $rule', ({ served, terminated, status }) => {
  expect(judged([counting(served, terminated)]).status).toBe(status);
});

it('adds up over the instances', () => {
  expect(judged([counting(100, 0), counting(0, 5)]).status).toBe('pass');
});

it.each`
  apiServers               | status
  ${notKnown('forbidden')} | ${'unknown'}
  ${absent()}              | ${'not-applicable'}
  ${[apiServerOn('cp1')]}  | ${'unknown'}
`('$status without metrics', ({ apiServers, status }) => {
  expect(judged(apiServers).status).toBe(status);
});
