/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { say } from '../../messages';
import { judge } from '../../testing/judge';
import { absent, notKnown, snapshotWith } from '../../testing/snapshotWith';
import { runCheck } from '../runChecks';
import { etcdQuorumFaultTolerance as check } from './etcdQuorumFaultTolerance';
import {
  dead,
  etcdOf,
  learner,
  silent,
  statusWith,
  voter,
} from './testing/etcdWith';

const times = <T>(amount: number, make: (name: string) => T, prefix: string) =>
  Array.from({ length: amount }, (_, i) => make(`${prefix}${i + 1}`));

function snapshotOf(given: {
  healthy: number;
  silent?: number;
  dead?: number;
  learners?: number;
}) {
  return snapshotWith({
    etcd: etcdOf([
      ...times(given.healthy, name => voter(name), 'ok'),
      ...times(given.silent ?? 0, name => silent(name), 'silent'),
      ...times(given.dead ?? 0, name => dead(name), 'dead'),
      ...times(given.learners ?? 0, name => learner(name), 'learner'),
    ]),
  });
}

it.each`
  healthy | silent | dead | learners | status       | rule
  ${3}    | ${0}   | ${0} | ${0}     | ${'pass'}    | ${'three healthy voters can lose one'}
  ${2}    | ${0}   | ${1} | ${0}     | ${'fail'}    | ${'two of three is one failure from an outage'}
  ${2}    | ${1}   | ${0} | ${0}     | ${'unknown'} | ${'a silent voter is not a dead one'}
  ${2}    | ${0}   | ${0} | ${1}     | ${'fail'}    | ${'a learner is no spare'}
  ${1}    | ${0}   | ${0} | ${0}     | ${'fail'}    | ${'a single voter has no spare'}
  ${4}    | ${0}   | ${0} | ${0}     | ${'pass'}    | ${'four voters can lose one'}
  ${3}    | ${0}   | ${1} | ${0}     | ${'fail'}    | ${'three of four cannot lose one more'}
  ${4}    | ${0}   | ${1} | ${0}     | ${'pass'}    | ${'four of five can lose one more'}
  ${3}    | ${1}   | ${1} | ${0}     | ${'unknown'} | ${'the silent one decides'}
  ${1}    | ${1}   | ${1} | ${0}     | ${'fail'}    | ${'even an answer would not be enough'}
  ${0}    | ${3}   | ${0} | ${0}     | ${'unknown'} | ${'nobody heard, nobody lost'}
  ${0}    | ${0}   | ${3} | ${0}     | ${'fail'}    | ${'all gone'}
  ${0}    | ${0}   | ${0} | ${1}     | ${'unknown'} | ${'a list without voters is no answer'}
`('$status: $rule', ({ status, ...given }) => {
  expect(runCheck(check, snapshotOf(given)).status).toBe(status);
});

it('passes exactly when a strict majority remains after the loss of one healthy voter', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (healthy, gone) => {
      fc.pre(healthy + gone > 0);
      const { status } = runCheck(check, snapshotOf({ healthy, dead: gone }));
      expect(status === 'pass').toBe((healthy - 1) * 2 > healthy + gone);
    }),
  );
});

it('never lets a silent voter turn a fail into a pass', () => {
  fc.assert(
    fc.property(fc.nat(7), fc.nat(7), fc.nat(7), (healthy, quiet, gone) => {
      fc.pre(healthy + quiet + gone > 0);
      const best = runCheck(
        check,
        snapshotOf({ healthy: healthy + quiet, dead: gone }),
      );
      const worst = runCheck(
        check,
        snapshotOf({ healthy, dead: quiet + gone }),
      );
      const { status } = runCheck(
        check,
        snapshotOf({ healthy, silent: quiet, dead: gone }),
      );
      // Certain only where both ends of what may be true agree.
      expect(status).toBe(
        best.status === worst.status ? best.status : 'unknown',
      );
    }),
  );
});

it('names who must come back', () => {
  const result = runCheck(check, snapshotOf({ healthy: 2, dead: 1 }));
  expect(say(result.observed)).toBe(
    '2 of 3 voters healthy; not healthy: dead1',
  );
  expect(say(result.required!)).toBe(
    '3 healthy voters, so that the quorum of 2 remains after the loss of 1',
  );
  expect(say(result.fix!)).toMatch(
    /^the host of dead1 \(dead1.example:2379\) answers and refuses/,
  );
  expect(result.subjects).toEqual(['dead1']);
});

it('says to add members where all of too few are well', () => {
  const result = runCheck(check, snapshotOf({ healthy: 1 }));
  expect(say(result.fix!)).toContain('until there are 3');
});

it('takes more spare members under a policy', () => {
  const snapshot = snapshotOf({ healthy: 3 });
  const policy = {
    thresholds: { 'etcd-quorum-fault-tolerance': { spareMembers: 2 } },
    severities: {},
  };
  expect(runCheck(check, snapshot, policy).status).toBe('fail');
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(
    runCheck(check, snapshotWith({ etcd: notKnown('not-configured') })),
  ).toMatchObject({ status: 'unknown', reason: 'not-configured' });
  expect(runCheck(check, snapshotWith({ etcd: absent() })).status).toBe(
    'not-applicable',
  );
});

it('counts no voter as healthy that calls itself a learner, and says so', () => {
  const learning = voter('m3', { status: statusWith({ isLearner: true }) });
  const etcd = etcdOf([voter('m1'), voter('m2'), learning]);
  expect(judge(check, { etcd })).toMatchObject({
    status: 'fail',
    says: '2 of 3 voters healthy; not healthy: m3; listed as voter, while its own Status says learner: m3',
  });
});
