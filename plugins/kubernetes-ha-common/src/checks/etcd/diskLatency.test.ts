/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Counters } from '../../snapshot/sections/counters';
import { judge } from '../../testing/judge';
import {
  absent,
  notKnown,
  observed,
  secondsAgo,
} from '../../testing/snapshotWith';
import { etcdCommitP99 } from './etcdCommitP99';
import { etcdFsyncP99 } from './etcdFsyncP99';
import {
  dead,
  etcdOf,
  histogramSample,
  silent,
  voter,
} from './testing/etcdWith';

const families = {
  'etcd-fsync-p99': 'etcd_disk_wal_fsync_duration_seconds',
  'etcd-commit-p99': 'etcd_disk_backend_commit_duration_seconds',
};

/** All writes of the last five minutes took as long as the given bucket says. */
function allIn(
  id: keyof typeof families,
  upperBound: number,
  writes = 1000,
): Counters {
  const bounds = [
    0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.256, 0.512, 8.192,
  ];
  const countsAt = (amount: number) =>
    Object.fromEntries([
      ...bounds.map(bound => [bound, bound >= upperBound ? amount : 0]),
      ['+Inf', amount],
    ]);
  return {
    latest: histogramSample(families[id], countsAt(5000 + writes)),
    earlier: histogramSample(families[id], countsAt(5000), {
      at: secondsAgo(300),
    }),
  };
}

describe.each([
  { check: etcdFsyncP99, good: 0.008, slow: 0.016, stuck: 8.192 },
  { check: etcdCommitP99, good: 0.016, slow: 0.032, stuck: 0.512 },
])('$check.id', ({ check, good, slow, stuck }) => {
  const id = check.id as keyof typeof families;
  const writing = (name: string, upperBound: number, writes?: number) =>
    voter(name, { metrics: observed(allIn(id, upperBound, writes)) });

  it.each`
    members                                                                                | status       | rule
    ${[writing('m1', good), writing('m2', good)]}                                          | ${'pass'}    | ${'all fast'}
    ${[writing('m1', good), writing('m2', slow)]}                                          | ${'warn'}    | ${'one slow'}
    ${[writing('m1', good), writing('m2', stuck)]}                                         | ${'fail'}    | ${'one stuck'}
    ${[writing('m1', good), voter('m2')]}                                                  | ${'unknown'} | ${'metrics of one not read'}
    ${[writing('m1', slow), voter('m2')]}                                                  | ${'warn'}    | ${'what is read counts'}
    ${[writing('m1', good), dead('m2')]}                                                   | ${'pass'}    | ${'a dead one writes nothing'}
    ${[writing('m1', good), silent('m2')]}                                                 | ${'unknown'} | ${'a silent one may be slow'}
    ${[writing('m1', good, 99)]}                                                           | ${'unknown'} | ${'99 writes are too few for a 99th percentile'}
    ${[writing('m1', good, 100)]}                                                          | ${'pass'}    | ${'100 writes are enough'}
    ${[voter('m1', { metrics: observed({ latest: { at: secondsAgo(1), values: {} } }) })]} | ${'unknown'} | ${'the family is not on the page'}
    ${[dead('m1')]}                                                                        | ${'unknown'} | ${'nobody runs'}
  `('$status: $rule', ({ members, status }) => {
    expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
  });

  it('is unknown when etcd is, and not applicable where the provider has it', () => {
    expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
    expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
  });

  it('warns from the threshold on, and fails only above the second', () => {
    const member = writing('m1', good);
    const p99 = Number(
      judge(check, { etcd: etcdOf([member]) }).observed.params.p99Seconds,
    );
    const under = (thresholds: Record<string, number>) =>
      judge(
        check,
        { etcd: etcdOf([member]) },
        { policy: { thresholds: { [id]: thresholds }, severities: {} } },
      ).status;
    expect(under({ warnSeconds: p99 })).toBe('warn');
    expect(under({ warnSeconds: p99 * 1.001 })).toBe('pass');
    expect(under({ warnSeconds: p99 / 2, failSeconds: p99 })).toBe('warn');
    expect(under({ warnSeconds: p99 / 2, failSeconds: p99 / 1.001 })).toBe(
      'fail',
    );
  });
});

it('names the time that it covers, and assesses none since the start', () => {
  const counters = allIn('etcd-fsync-p99', 0.016);
  const judged = (metrics: Counters) =>
    judge(etcdFsyncP99, {
      etcd: etcdOf([voter('m1', { metrics: observed(metrics) })]),
    });
  expect(judged(counters).says).toBe(
    '99th percentile 15.9 ms on m1 over the last 5 min',
  );
  expect(judged({ latest: counters.latest })).toMatchObject({
    status: 'unknown',
    reason: 'inconclusive',
    subjects: ['m1'],
  });
});
