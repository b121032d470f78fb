/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { lbFlapping as check } from './lbFlapping';
import {
  balancers,
  haproxy,
  kubeVip,
  serverOf,
  statsOf,
} from './testing/haproxyWith';

/** A server with so many transitions now and at the look `ago` seconds back. */
function counted(
  now: number,
  before: number | undefined,
  { ago = 1000, lastChange = 100 } = {},
) {
  const server = serverOf(1, {
    downTransitions: now,
    lastChangeSeconds: lastChange,
  });
  return balancers(
    haproxy(
      'lb1',
      statsOf([server], {
        ...(before !== undefined && {
          earlier: {
            at: secondsAgo(ago),
            downTransitions: { 'kube-apiserver/cp1': before },
            connectionErrors: {},
            totalSessions: {},
          },
        }),
      }),
    ),
  );
}

it.each`
  loadBalancers                                     | status              | rule
  ${counted(7, 7)}                                  | ${'pass'}           | ${'none since the earlier look'}
  ${counted(8, 7)}                                  | ${'warn'}           | ${'one'}
  ${counted(9, 7)}                                  | ${'warn'}           | ${'two'}
  ${counted(10, 7)}                                 | ${'fail'}           | ${'three'}
  ${counted(2, 7)}                                  | ${'warn'}           | ${'a reload began anew: two since'}
  ${counted(0, undefined)}                          | ${'pass'}           | ${'it has never gone down'}
  ${counted(4, undefined, { lastChange: 900 })}     | ${'pass'}           | ${'unchanged for the whole window'}
  ${counted(4, undefined, { lastChange: 899 })}     | ${'unknown'}        | ${'changed lately, nothing to compare with'}
  ${counted(4, 4, { ago: 60 })}                     | ${'unknown'}        | ${'changed lately, before the earlier look'}
  ${counted(5, 4, { ago: 60 })}                     | ${'warn'}           | ${'a transition in a minute counts'}
  ${balancers(haproxy('lb1', notKnown('timeout')))} | ${'unknown'}        | ${'no statistics'}
  ${balancers(kubeVip('vip1', 'cp1'))}              | ${'not-applicable'} | ${'no HAProxy'}
  ${absent()}                                       | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ loadBalancers, status }) => {
  expect(judge(check, { loadBalancers }).status).toBe(status);
});

it('says which server and how often', () => {
  expect(judge(check, { loadBalancers: counted(10, 7) }).says).toBe(
    'kube-apiserver/cp1 went down 3 times in 16 min 35 s (lb1)',
  );
});
