/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { lbSaturation as check } from './lbSaturation';
import {
  balancers,
  haproxy,
  kubeVip,
  statsOf,
  threeServers,
} from './testing/haproxyWith';

const lb = (...frontends: [current: number, limit: number][]) =>
  balancers(
    haproxy(
      'lb1',
      statsOf(threeServers(), {
        frontends: frontends.map(([currentSessions, sessionLimit], i) => ({
          name: `f${i + 1}`,
          status: 'OPEN',
          currentSessions,
          sessionLimit,
          totalSessions: 0,
          requestErrors: 0,
        })),
      }),
    ),
  );

it.each`
  loadBalancers                                     | status              | rule
  ${lb([699, 1000])}                                | ${'pass'}           | ${'under 70 %'}
  ${lb([700, 1000])}                                | ${'warn'}           | ${'70 %'}
  ${lb([899, 1000])}                                | ${'warn'}           | ${'under 90 %'}
  ${lb([10, 1000], [900, 1000])}                    | ${'fail'}           | ${'90 % on one frontend'}
  ${lb([10, 0])}                                    | ${'unknown'}        | ${'no limit shown'}
  ${lb()}                                           | ${'unknown'}        | ${'no frontend shown'}
  ${balancers(haproxy('lb1', notKnown('timeout')))} | ${'unknown'}        | ${'no statistics'}
  ${balancers(kubeVip('vip1', 'cp1'))}              | ${'not-applicable'} | ${'no HAProxy'}
  ${absent()}                                       | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ loadBalancers, status }) => {
  expect(judge(check, { loadBalancers }).status).toBe(status);
});

it('speaks of the fullest', () => {
  expect(judge(check, { loadBalancers: lb([1, 10], [75, 100]) })).toMatchObject(
    { says: 'lb1/f2: 75 of 100 sessions (75 %)', subjects: ['lb1/f2'] },
  );
});
