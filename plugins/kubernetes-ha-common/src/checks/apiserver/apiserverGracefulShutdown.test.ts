/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoadBalancersInfo } from '../../snapshot/sections/loadBalancers';
import { mirrorPodOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import {
  balancers,
  haproxy,
  serverOf,
} from '../loadbalancer/testing/haproxyWith';
import { apiserverGracefulShutdown } from './apiserverGracefulShutdown';

const pods = (...flags: string[]) => [
  mirrorPodOf('kube-apiserver', 'cp1', flags),
];
/** Checks with the HTTP status of their answer, as `L7OK 401`; 200 where none is given. */
const balancer = (...checks: (string | undefined)[]): LoadBalancersInfo => ({
  instances: [
    {
      name: 'lb1',
      kind: 'haproxy',
      stats: observed({
        frontends: [],
        servers: checks.map((checkStatus, i) => ({
          backend: 'apiservers',
          name: `cp${i}`,
          status: 'UP',
          ...(checkStatus && {
            checkStatus: checkStatus.split(' ')[0],
            checkCode: Number(checkStatus.split(' ')[1] ?? 200),
          }),
          active: true,
          backup: false,
          currentSessions: 0,
          totalSessions: 0,
          connectionErrors: 0,
          responseErrors: 0,
          retries: 0,
          redispatches: 0,
          downTransitions: 0,
        })),
      }),
    },
  ],
});

const server = (backend: string, checkStatus: string) =>
  serverOf(1, { backend, address: undefined, checkStatus });
const withWebsite = balancers(
  haproxy('lb1', [server('kube-apiserver', 'L7OK'), server('web', 'L4OK')]),
);

it.each`
  flags                                 | loadBalancers                | status    | rule
  ${['--shutdown-delay-duration=6s']}   | ${balancer('L7OK')}          | ${'pass'} | ${'as long as the load balancer needs'}
  ${['--shutdown-delay-duration=1m0s']} | ${balancer('L4OK')}          | ${'pass'} | ${'longer'}
  ${['--shutdown-delay-duration=5s']}   | ${balancer('L7OK')}          | ${'warn'} | ${'shorter'}
  ${[]}                                 | ${balancer('L7OK', 'L7STS')} | ${'warn'} | ${'none, but /readyz is asked'}
  ${[]}                                 | ${balancer('L7OK 401')}      | ${'fail'} | ${'none, and 401 is taken for healthy'}
  ${[]}                                 | ${balancer('L4OK', 'L4CON')} | ${'fail'} | ${'none, and only the port is looked at'}
  ${[]}                                 | ${balancer('L7OK', 'L4OK')}  | ${'fail'} | ${'one server of which only the port is looked at'}
  ${[]}                                 | ${withWebsite}               | ${'warn'} | ${'a check of another backend is not about the API'}
  ${['--shutdown-delay-duration=1s']}   | ${balancer('L4OK')}          | ${'warn'} | ${'a little'}
  ${[]}                                 | ${balancer('L4CON')}         | ${'warn'} | ${'a refused port tells nothing of the check'}
  ${[]}                                 | ${balancer(undefined)}       | ${'warn'} | ${'no check at all'}
  ${[]}                                 | ${notKnown()}                | ${'warn'} | ${'load balancer not read'}
  ${[]}                                 | ${absent()}                  | ${'warn'} | ${'load balancer not shown'}
`('$status: $rule', ({ flags, loadBalancers, status }) => {
  const given = { pods: pods(...flags), loadBalancers };
  expect(judge(apiserverGracefulShutdown, given).status).toBe(status);
});

it.each`
  given                              | cluster                | status
  ${{ pods: notKnown('forbidden') }} | ${{}}                  | ${'unknown'}
  ${{ pods: pods() }}                | ${{ platform: 'aks' }} | ${'not-applicable'}
`('$status without flags', ({ given, cluster, status }) => {
  expect(judge(apiserverGracefulShutdown, given, { cluster }).status).toBe(
    status,
  );
});
