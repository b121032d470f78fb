/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { languages, say } from '../../messages';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { etcdMemberHealth as check } from './etcdMemberHealth';
import {
  dead,
  etcdOf,
  learner,
  silent,
  statusWith,
  voter,
} from './testing/etcdWith';

const downFor = (seconds: number) =>
  dead('m3', {
    health: {
      ok: false,
      reason: 'refused',
      consecutiveFailures: 9,
      failingSince: secondsAgo(seconds),
    },
  });
const with12 = (...members: ReturnType<typeof voter>[]) =>
  etcdOf([voter('m1'), voter('m2'), ...members]);

it.each`
  etcd                                  | status              | rule
  ${with12(voter('m3'))}                | ${'pass'}           | ${'all healthy'}
  ${with12(downFor(10))}                | ${'warn'}           | ${'just gone'}
  ${with12(downFor(1199))}              | ${'warn'}           | ${'gone for just under twenty minutes'}
  ${with12(downFor(1200))}              | ${'fail'}           | ${'gone for twenty minutes'}
  ${with12(dead('m3'))}                 | ${'warn'}           | ${'gone, nobody knows since when'}
  ${with12(silent('m3'))}               | ${'unknown'}        | ${'silent is not gone'}
  ${with12(downFor(10), silent('m4'))}  | ${'warn'}           | ${'what is known to be gone counts'}
  ${with12(voter('m3'), learner('m4'))} | ${'pass'}           | ${'a learner is never ready for reads'}
  ${etcdOf([])}                         | ${'unknown'}        | ${'an empty list is no answer'}
  ${notKnown('tls')}                    | ${'unknown'}        | ${'not read'}
  ${absent()}                           | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('says who is down and for how long', () => {
  const result = judge(check, { etcd: with12(downFor(1500), silent('m4')) });
  expect(result.says).toBe(
    'not healthy: m3, for 25 min; no response from m4; m3 (m3.example:2379): refused and m4 (m4.example:2379): timeout',
  );
  expect(result.subjects).toEqual(['m3', 'm4']);
});

it('counts no voter as healthy that calls itself a learner, and says so', () => {
  const learning = voter('m3', { status: statusWith({ isLearner: true }) });
  const etcd = etcdOf([voter('m1'), voter('m2'), learning]);
  expect(judge(check, { etcd })).toMatchObject({
    status: 'warn',
    says: 'not healthy: m3; listed as voter, while its own Status says learner: m3',
  });
});

describe('a voter that we cannot ask', () => {
  const untrusted = silent('m3', {
    health: {
      ok: false,
      reason: 'tls',
      detail: 'self-signed certificate in certificate chain',
      failure: {
        fault: 'unknown-authority',
        issuer: 'CN=etcd-ca-2026',
        trusted: { setting: 'etcd.caFile', subjects: ['CN=etcd-ca-2023'] },
      },
      consecutiveFailures: 1,
    },
  });

  it('leads to our own connection, and never to replacing the member', () => {
    const result = judge(check, { etcd: with12(untrusted) });
    expect(result.status).toBe('unknown');
    expect(result.runbook).toBe('RB-CONNECTION');
    expect(say(result.fix!)).toContain(
      'is signed by CN=etcd-ca-2026, which is not trusted here: etcd.caFile holds CN=etcd-ca-2023',
    );
    expect(say(result.fix!)).not.toMatch(/replace|remove/);
  });

  it('states the address and the error itself, in both languages', () => {
    const { observed } = judge(check, { etcd: with12(untrusted) });
    for (const language of languages) {
      expect(say(observed, language)).toContain(
        'm3 (m3.example:2379): self-signed certificate in certificate chain',
      );
    }
  });

  it('beside one whose process is down leads to the runbook of a dead member', () => {
    const result = judge(check, { etcd: with12(untrusted, downFor(10)) });
    expect(result.runbook).toBe('RB-ETCD-MEMBER-REPLACE');
  });
});

it('says what one more loss would do, without counting learners', () => {
  const { nextLoss } = judge(check, {
    etcd: with12(downFor(10), learner('m4')),
  });
  expect(say(nextLoss!)).toBe(
    '2 of 3 voters healthy: the loss of one more stops all writes',
  );
});
