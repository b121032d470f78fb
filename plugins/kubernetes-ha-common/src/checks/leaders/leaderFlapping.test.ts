/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { leaseOf, leasesOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { leaderFlapping } from './leaderFlapping';

const NAME = 'kube-scheduler';
/** Transition counts seen every ten minutes, the last one now. */
const seen = (...counts: number[]) =>
  leasesOf([leaseOf(NAME, 2, { transitions: counts[counts.length - 1] })], {
    transitionHistory: counts.slice(0, -1).map((count, i) => ({
      at: secondsAgo(600 * (counts.length - 1 - i)),
      transitions: { [NAME]: count },
    })),
  });

it.each`
  leases                   | status              | rule
  ${seen(4, 4, 4)}         | ${'pass'}           | ${'no change'}
  ${seen(4, 5, 6)}         | ${'pass'}           | ${'two changes'}
  ${seen(4, 5, 7)}         | ${'warn'}           | ${'three changes'}
  ${seen(4, 13)}           | ${'warn'}           | ${'nine changes'}
  ${seen(4, 14)}           | ${'fail'}           | ${'ten changes'}
  ${seen(90, 0, 1)}        | ${'pass'}           | ${'a Lease made anew counts from zero'}
  ${seen(4)}               | ${'unknown'}        | ${'seen once only'}
  ${notKnown('forbidden')} | ${'unknown'}        | ${'leases not read'}
  ${absent()}              | ${'not-applicable'} | ${'leases not shown'}
`('$status: $rule', ({ leases, status }) => {
  expect(judge(leaderFlapping, { leases }).status).toBe(status);
});

it('is unknown when none of the leaders has a Lease', () => {
  const leases = leasesOf([], {
    transitionHistory: [{ at: secondsAgo(600), transitions: {} }],
  });
  expect(judge(leaderFlapping, { leases }).status).toBe('unknown');
});

it('says nothing of a Lease that was seen once only', () => {
  const ccm = leaseOf('cloud-controller-manager', 2, { transitions: 7 });
  const { leases, ...rest } = seen(4, 4, 4);
  const result = judge(leaderFlapping, {
    leases: { ...rest, leases: [...leases, ccm] },
  });
  expect(result.says).toBe(
    'changes of leader within 20 min: kube-scheduler: 0',
  );
});

it('names the Lease that changes hands', () => {
  const result = judge(leaderFlapping, { leases: seen(4, 5, 7) });
  expect(result.subjects).toEqual([NAME]);
  expect(result.says).toBe(
    'changes of leader within 20 min: kube-scheduler: 3',
  );
});
