/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
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
const authority = (days: number) =>
  voter('m1', {
    certificates: observed([
      certificateFor(300),
      certificateFor(days, { isCa: true, subject: 'CN=etcd-ca' }),
    ]),
  });
const plain = voter('m1', { certificates: absent('served without TLS') });

it.each`
  members                                         | status              | rule
  ${[showing('m1', 365, 365), showing('m2', 31)]} | ${'pass'}           | ${'more than 30 days'}
  ${[showing('m1', 365), showing('m2', 365, 30)]} | ${'warn'}           | ${'30 days'}
  ${[showing('m1', 365), showing('m2', 7.01)]}    | ${'warn'}           | ${'more than a week'}
  ${[showing('m1', 365), showing('m2', 7)]}       | ${'fail'}           | ${'a week'}
  ${[showing('m1', -2)]}                          | ${'fail'}           | ${'expired'}
  ${[authority(730)]}                             | ${'pass'}           | ${'an authority with two years'}
  ${[authority(729)]}                             | ${'warn'}           | ${'an authority with less'}
  ${[authority(365)]}                             | ${'warn'}           | ${'an authority with a year'}
  ${[authority(364)]}                             | ${'fail'}           | ${'an authority with less than a year'}
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
    'CN=m1 of m1 (192.0.2.10:2379) valid for 12 d more, until 2026-12-05T12:00:00.000Z; first to end of 3 certificates; not seen: the peer ports of m1 and m2',
  );
  expect(result.subjects).toEqual(['m1', 'm2']);
  expect(say(result.unblocks!)).toContain('kubeadm certs renew');
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
