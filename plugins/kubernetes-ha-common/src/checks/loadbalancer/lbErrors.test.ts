/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { counterSince } from './counterSince';
import { lbErrors as check } from './lbErrors';
import {
  balancers,
  haproxy,
  kubeVip,
  serverOf,
  statsOf,
} from './testing/haproxyWith';

const lb = (
  errors: number,
  sessions: number,
  before?: { errors: number; sessions: number },
) =>
  balancers(
    haproxy(
      'lb1',
      statsOf(
        [serverOf(1, { connectionErrors: errors, totalSessions: sessions })],
        {
          ...(before && {
            earlier: {
              at: secondsAgo(600),
              downTransitions: {},
              connectionErrors: { 'kube-apiserver/cp1': before.errors },
              totalSessions: { 'kube-apiserver/cp1': before.sessions },
            },
          }),
        },
      ),
    ),
  );
const before = { errors: 5, sessions: 1000 };

it.each`
  loadBalancers                                     | status              | rule
  ${lb(5, 2000, before)}                            | ${'pass'}           | ${'none since the earlier look'}
  ${lb(6, 2000, before)}                            | ${'warn'}           | ${'one in a thousand'}
  ${lb(15, 2000, before)}                           | ${'warn'}           | ${'1 %'}
  ${lb(16, 2000, before)}                           | ${'fail'}           | ${'more than 1 %'}
  ${lb(6, 1000, before)}                            | ${'fail'}           | ${'an error and no session at all'}
  ${lb(3, 400, before)}                             | ${'warn'}           | ${'a reload began anew'}
  ${lb(0, 2000)}                                    | ${'pass'}           | ${'none since it started'}
  ${lb(3, 2000)}                                    | ${'unknown'}        | ${'some since it started, nobody knows when'}
  ${balancers(haproxy('lb1', notKnown('timeout')))} | ${'unknown'}        | ${'no statistics'}
  ${balancers(kubeVip('vip1', 'cp1'))}              | ${'not-applicable'} | ${'no HAProxy'}
  ${absent()}                                       | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ loadBalancers, status }) => {
  expect(judge(check, { loadBalancers }).status).toBe(status);
});

it('names the servers that could not be connected to', () => {
  expect(judge(check, { loadBalancers: lb(6, 2000, before) })).toMatchObject({
    says: 'lb1: 1 failed connection with 1000 sessions, to kube-apiserver/cp1',
    subjects: ['kube-apiserver/cp1'],
  });
});

it('counts a counter over any reload without going below zero', () => {
  fc.assert(
    fc.property(
      fc.nat(1000),
      fc.nat(1000),
      fc.nat(1000),
      (start, growth, afterReload) => {
        expect(counterSince(start + growth, start)).toBe(growth);
        expect(counterSince(afterReload, undefined)).toBe(afterReload);
        fc.pre(afterReload < start);
        expect(counterSince(afterReload, start)).toBe(afterReload);
      },
    ),
  );
});
