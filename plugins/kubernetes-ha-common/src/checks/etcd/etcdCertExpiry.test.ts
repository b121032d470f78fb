/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import { judge } from '../../testing/judge';
import {
  absent,
  notKnown,
  observed,
  secondsAgo,
} from '../../testing/snapshotWith';
import { etcdCertExpiry as check } from './etcdCertExpiry';
import {
  certificateFor,
  dead,
  etcdOf,
  silent,
  voter,
} from './testing/etcdWith';

const showing = (name: string, ...days: number[]) =>
  voter(name, {
    certificates: observed(days.map(day => certificateFor(day))),
  });
/** A certificate of the given lifetime that ends in `days`. */
const living = (
  lifetimeDays: number,
  days: number,
  given: Parameters<typeof certificateFor>[1] = {},
) =>
  certificateFor(days, {
    notBefore: secondsAgo((lifetimeDays - days) * 86_400),
    ...given,
  });
const authority = (days: number, lifetimeDays = 3650) =>
  voter('m1', {
    certificates: observed([
      certificateFor(300),
      living(lifetimeDays, days, { isCa: true, subject: 'CN=etcd-ca' }),
    ]),
  });
const short = (lifetimeDays: number, days: number) =>
  voter('m1', { certificates: observed([living(lifetimeDays, days)]) });
const plain = voter('m1', { certificates: absent('served without TLS') });

it.each`
  members                                         | status              | rule
  ${[showing('m1', 365, 365), showing('m2', 31)]} | ${'pass'}           | ${'more than 30 days'}
  ${[showing('m1', 365), showing('m2', 365, 30)]} | ${'warn'}           | ${'30 days'}
  ${[showing('m1', 365), showing('m2', 7.01)]}    | ${'warn'}           | ${'more than a week'}
  ${[showing('m1', 365), showing('m2', 7)]}       | ${'fail'}           | ${'a week'}
  ${[showing('m1', -2)]}                          | ${'fail'}           | ${'expired'}
  ${[authority(731)]}                             | ${'pass'}           | ${'an authority with more than two years'}
  ${[authority(730)]}                             | ${'warn'}           | ${'an authority with two years'}
  ${[authority(366)]}                             | ${'warn'}           | ${'an authority with more than a year'}
  ${[authority(365)]}                             | ${'fail'}           | ${'an authority with a year'}
  ${[authority(700, 1826)]}                       | ${'pass'}           | ${'an authority of five years with two fifths of them'}
  ${[authority(180, 1826)]}                       | ${'fail'}           | ${'an authority of five years with less than a tenth'}
  ${[short(30, 16)]}                              | ${'pass'}           | ${'thirty days by design, to be renewed at fifteen'}
  ${[short(6, 6)]}                                | ${'pass'}           | ${'six days by design'}
  ${[short(30, 4)]}                               | ${'warn'}           | ${'thirty days by design, and not renewed'}
  ${[showing('m1', 365), voter('m2')]}            | ${'unknown'}        | ${'one not read'}
  ${[showing('m1', 365), silent('m2')]}           | ${'unknown'}        | ${'one silent'}
  ${[showing('m1', 3), silent('m2')]}             | ${'fail'}           | ${'what is seen counts'}
  ${[showing('m1', 365), dead('m2')]}             | ${'pass'}           | ${'a dead one shows none'}
  ${[showing('m1', 365), showing('m2')]}          | ${'unknown'}        | ${'an empty chain'}
  ${[dead('m1')]}                                 | ${'unknown'}        | ${'nobody runs'}
  ${[plain]}                                      | ${'not-applicable'} | ${'no TLS, no certificates'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown('not-configured') })).toMatchObject({
    status: 'unknown',
    reason: 'not-configured',
  });
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});

it('speaks of the one that ends first', () => {
  const result = judge(check, {
    etcd: etcdOf([showing('m1', 365, 12), showing('m2', 20)]),
  });
  expect(result.says).toBe(
    'certificate CN=m1 of m1 (192.0.2.10:2379) is valid for 12 d more, of 365 d, until 2026-12-05T12:00:00.000Z; first to expire of 3 certificates; not observed: the peer ports of m1 and m2',
  );
  expect(result.subjects).toEqual(['m1', 'm2']);
  expect(say(result.fix!)).toContain('kubeadm certs renew');
});

it('names no peer port that was seen', () => {
  const certificates = observed([
    certificateFor(365),
    certificateFor(365, { usage: 'etcd-peer-port' }),
  ]);
  const etcd = etcdOf([voter('m1', { certificates })]);
  expect(judge(check, { etcd }).says).not.toContain('not seen');
});

it('says that one has expired', () => {
  const etcd = etcdOf([showing('m1', -2)]);
  expect(judge(check, { etcd }).says).toContain('expired 2 d ago');
});
