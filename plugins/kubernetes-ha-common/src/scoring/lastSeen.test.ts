/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { languages, say } from '../messages';
import { assess } from './assess';
import { hashSnapshot } from './hash';
import { clusterSnapshotSchema } from '../snapshot/clusterSnapshot';
import type { ClusterSnapshot } from '../snapshot/clusterSnapshot';
import { joinSnapshot } from '../snapshot/joinSnapshot';
import { LAST_OBSERVED_SECONDS } from '../snapshot/lastObserved';
import { readSnapshot } from '../snapshot/readSnapshot';
import { Signal } from '../snapshot/signal';
import {
  apiServerOn,
  identityLease,
  leaseOf,
  leasesOf,
  silent,
} from '../testing/controlPlane';
import {
  absent,
  notKnown,
  observed,
  secondsAgo,
  snapshotWith,
  TEST_NOW,
} from '../testing/snapshotWith';
import { apiserverReplicaCount } from '../checks/apiserver/apiserverReplicaCount';
import { schedulerLeaseFresh } from '../checks/leaders/schedulerLeaseFresh';
import { runCheck } from '../checks/runChecks';

/** Leases in which the scheduler's is so old, as they were listed so many seconds ago. */
function leasesThen(seconds: number, leaseAge: number) {
  const then = secondsAgo(seconds);
  const signal = observed(
    leasesOf([leaseOf('kube-scheduler', seconds + leaseAge)], {
      serverTime: then,
    }),
  );
  if (signal.state !== 'observed') throw new Error('Expected: observed.');
  return { ...signal, observedAt: then };
}

/** A snapshot that cannot see the leases now and saw them so many seconds ago. */
function unseen(
  seconds: number,
  leaseAge: number,
  now: Signal<never> = notKnown('refused', 'connection refused'),
): ClusterSnapshot {
  return {
    ...snapshotWith({ leases: now }),
    lastObserved: { leases: leasesThen(seconds, leaseAge) },
  };
}

const FROZEN = 300;
const RENEWED = 2;

it('keeps a failure that cannot be seen any more, with its verdict and its effect on the score', () => {
  const snapshot = unseen(180, FROZEN);
  const result = runCheck(schedulerLeaseFresh, snapshot);
  const then = runCheck(
    schedulerLeaseFresh,
    snapshotWith({ leases: leasesThen(5, FROZEN) }),
  );
  expect(then).toMatchObject({ status: 'fail', verdict: 'broken' });
  expect(result).toMatchObject({
    status: 'unknown',
    reason: 'refused',
    verdict: 'broken',
    required: then.required,
    fix: then.fix,
    lastSeen: {
      status: 'fail',
      at: secondsAgo(180),
      ageSeconds: 180,
      observed: then.observed,
    },
  });
  const seen = assess(snapshotWith({ leases: leasesThen(5, FROZEN) }));
  const card = assess(snapshot);
  const leadersOf = ({ layers }: typeof card) =>
    layers.find(({ layer }) => layer === 'leaders');
  expect(leadersOf(card)).toMatchObject({
    score: leadersOf(seen)?.score,
    status: 'fail',
    provisional: true,
    steps: expect.arrayContaining([
      expect.objectContaining({
        checkId: schedulerLeaseFresh.id,
        status: 'unknown',
        lastSeen: 'fail',
      }),
    ]),
  });
  expect(card.score).toBe(seen.score);
  expect(card.headline).toEqual(seen.headline);
  expect(card.provisional).toBe(true);
});

it.each(languages)(
  'says in %s when it failed, what it saw, and why it cannot see',
  language => {
    const result = runCheck(schedulerLeaseFresh, unseen(180, FROZEN));
    const sentence = say(result.observed, language);
    expect(sentence).toMatch(/3 (min|分钟)/);
    expect(sentence).toContain('connection refused');
    expect(sentence).toContain(say(result.lastSeen!.observed, language));
  },
);

it.each`
  seconds                      | leaseAge   | rule
  ${LAST_OBSERVED_SECONDS + 1} | ${FROZEN}  | ${'nothing is remembered for more than an hour'}
  ${600}                       | ${RENEWED} | ${'a lease that was fresh is not frozen because time has passed'}
  ${-3600}                     | ${FROZEN}  | ${'what was seen in the future is nothing to go by'}
`('stays merely unknown: $rule', ({ seconds, leaseAge }) => {
  const result = runCheck(schedulerLeaseFresh, unseen(seconds, leaseAge));
  expect(result).toMatchObject({ status: 'unknown', verdict: 'not-visible' });
  expect(result.lastSeen).toBeUndefined();
});

it('goes by a signal that went stale as by one that is unknown', () => {
  const result = runCheck(
    schedulerLeaseFresh,
    snapshotWith({ leases: leasesThen(600, FROZEN) }),
  );
  expect(result).toMatchObject({
    status: 'unknown',
    reason: 'stale',
    verdict: 'broken',
    lastSeen: { status: 'fail', ageSeconds: 600 },
  });
});

it('believes what is seen now over what was seen before', () => {
  const snapshot = {
    ...unseen(180, FROZEN),
    ...snapshotWith({ leases: leasesThen(5, RENEWED) }),
  };
  expect(runCheck(schedulerLeaseFresh, snapshot).status).toBe('pass');
});

it('does not take another source for a recovery, which has not noticed the failure', () => {
  const hosts = ['cp1', 'cp2', 'cp3'];
  const others = {
    leases: leasesOf(hosts.map(host => identityLease(host, 5))),
    kubeadmConfig: { externalEtcdEndpoints: [] },
  };
  const servers = hosts.map(host =>
    apiServerOn(host, host === 'cp2' ? { readyz: silent('refused') } : {}),
  );
  const seen = observed(servers);
  if (seen.state !== 'observed') throw new Error('Expected: observed.');
  const blind = snapshotWith({ ...others, apiServers: notKnown('forbidden') });
  // By their Leases alone, which live for a while, all of them serve.
  expect(runCheck(apiserverReplicaCount, blind).status).toBe('pass');
  expect(
    runCheck(apiserverReplicaCount, {
      ...blind,
      lastObserved: { apiServers: seen },
    }),
  ).toMatchObject({
    status: 'unknown',
    reason: 'forbidden',
    verdict: 'broken',
    subjects: ['cp2'],
    lastSeen: { status: 'warn' },
  });
});

it('says nothing of what is not part of the cluster', () => {
  const result = runCheck(schedulerLeaseFresh, unseen(180, FROZEN, absent()));
  expect(result.status).toBe('not-applicable');
});

describe('the snapshot', () => {
  const facts = snapshotWith({}).cluster;
  const now = new Date(TEST_NOW);
  const refused = { leases: notKnown('refused', 'connection refused') };
  const join = (seconds: number) =>
    joinSnapshot({ facts }, refused, now, {
      leases: leasesThen(seconds, FROZEN),
      etcd: notKnown(),
    });

  it('holds beside what is unknown what was last observed of it, an hour at most', () => {
    expect(join(180).lastObserved).toEqual({ leases: leasesThen(180, FROZEN) });
    expect(join(LAST_OBSERVED_SECONDS + 1)).not.toHaveProperty('lastObserved');
    const seen = { leases: leasesThen(5, RENEWED) };
    expect(
      joinSnapshot({ facts }, seen, now, { leases: leasesThen(5, RENEWED) }),
    ).not.toHaveProperty('lastObserved');
  });

  it('keeps what failed while another cluster answers', () => {
    const conflict = { since: secondsAgo(60), detail: 'another UID' };
    const snapshot = joinSnapshot({ facts, conflict }, refused, now, {
      leases: leasesThen(180, FROZEN),
    });
    expect(runCheck(schedulerLeaseFresh, snapshot)).toMatchObject({
      reason: 'identity-changed',
      verdict: 'broken',
    });
  });

  it('is read back as it was written, and without one as before', () => {
    const written = JSON.parse(JSON.stringify(join(180)));
    expect(readSnapshot(written)).toEqual(join(180));
    expect(clusterSnapshotSchema.parse(written)).toEqual(join(180));
    const { lastObserved: _, ...earlier } = written;
    expect(readSnapshot(earlier)).toEqual(earlier);
    expect(() =>
      readSnapshot({ ...written, lastObserved: { leases: null } }),
    ).toThrow(/lastObserved/);
  });

  it('has a hash that changes with any part of what was last observed', () => {
    const hashes = fc.record({
      seconds: fc.integer({ min: 1, max: 3600 }),
      leaseAge: fc.integer({ min: 0, max: 600 }),
    });
    fc.assert(
      fc.property(hashes, hashes, (a, b) => {
        const same = a.seconds === b.seconds && a.leaseAge === b.leaseAge;
        expect(
          hashSnapshot(unseen(a.seconds, a.leaseAge)) ===
            hashSnapshot(unseen(b.seconds, b.leaseAge)),
        ).toBe(same);
      }),
    );
    expect(hashSnapshot(snapshotWith(refused))).not.toBe(
      hashSnapshot(unseen(180, FROZEN)),
    );
  });
});
