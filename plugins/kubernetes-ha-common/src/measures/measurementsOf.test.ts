/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import {
  dead,
  etcdOf,
  GIB,
  histogramSample,
  MIB,
  statusWith,
  voter,
} from '../checks/etcd/testing/etcdWith';
import { apiServerOn, countersOf, nodeOf } from '../testing/controlPlane';
import {
  observed,
  secondsAgo,
  snapshotWith,
  TEST_NOW,
} from '../testing/snapshotWith';
import { measurementsOf, worstOf } from './measurementsOf';
import { measures } from './registry';

const FSYNC = 'etcd_disk_wal_fsync_duration_seconds';
const SLI = 'apiserver_request_sli_duration_seconds';

describe('what is measured of a snapshot', () => {
  it('is nothing where nothing was seen', () => {
    expect(measurementsOf(snapshotWith({}))).toEqual({});
  });

  it('is the size of each member that reports it, against the smallest quota, and the newest term', () => {
    const etcd = etcdOf([
      voter('m1', {
        status: statusWith({ dbSizeBytes: 5 * MIB, raftTerm: 7 }),
      }),
      voter('m2', {
        status: statusWith({
          dbSizeBytes: 6 * MIB,
          raftTerm: 6,
          dbSizeQuotaBytes: GIB,
        }),
      }),
      dead('m3'),
    ]);
    expect(measurementsOf(snapshotWith({ etcd }))).toEqual({
      'etcd-db-size': { m1: 5 * MIB, m2: 6 * MIB },
      'etcd-db-quota': { '': GIB },
      'etcd-raft-term': { '': 7 },
    });
  });

  it('takes latency between two samples only: one alone covers no time', () => {
    const since = { '0.001': 1000, '0.01': 1000, '+Inf': 1000 };
    const slower = { '0.001': 1000, '0.01': 1100, '+Inf': 1100 };
    const [latest, earlier] = [
      histogramSample(FSYNC, slower),
      histogramSample(FSYNC, since, { at: secondsAgo(60) }),
    ];
    const etcd = etcdOf([
      voter('m1', { metrics: observed({ latest, earlier }) }),
      voter('m2', { metrics: observed({ latest }) }),
    ]);
    const { 'etcd-fsync-p99': p99 } = measurementsOf(snapshotWith({ etcd }));
    expect(Object.keys(p99)).toEqual(['m1']);
    // All hundred new ones took 1 to 10 ms; the thousand quick ones of before do not count.
    expect(p99.m1).toBeGreaterThan(0.009);
    expect(p99.m1).toBeLessThanOrEqual(0.01);
  });

  it('counts requests a second by instance, and no watch among slow requests', () => {
    const series = (verb: string, le: string) =>
      `${SLI}_bucket{le="${le}",verb="${verb}"}`;
    const metrics = observed(
      countersOf(
        {
          apiserver_request_total: 1_600,
          [series('GET', '0.1')]: 150,
          [series('GET', '+Inf')]: 150,
          [series('WATCH', '0.1')]: 0,
          [series('WATCH', '+Inf')]: 500,
        },
        {
          apiserver_request_total: 1_000,
          [series('GET', '0.1')]: 50,
          [series('GET', '+Inf')]: 50,
          [series('WATCH', '0.1')]: 0,
          [series('WATCH', '+Inf')]: 0,
        },
      ),
    );
    const apiServers = [
      apiServerOn('cp-a', { metrics }),
      apiServerOn('cp-b'),
      { ...apiServerOn('cp-c', { metrics }), nodeName: undefined },
    ];
    expect(measurementsOf(snapshotWith({ apiServers }))).toEqual({
      'apiserver-request-p99': {
        'cp-a': expect.closeTo(0.099, 5),
        'cp-c.test:6443': expect.closeTo(0.099, 5),
      },
      'apiserver-request-rate': { 'cp-a': 10, 'cp-c.test:6443': 10 },
    });
  });

  it('counts nodes', () => {
    const nodes = [
      nodeOf('w1'),
      nodeOf('w2', {
        conditions: [{ type: 'Ready', status: 'Unknown', reason: '' }],
      }),
    ];
    expect(measurementsOf(snapshotWith({ nodes }))).toEqual({
      'nodes-ready': { '': 1 },
      'nodes-total': { '': 2 },
    });
  });

  it('leaves out what is stale', () => {
    const snapshot = snapshotWith({ nodes: [nodeOf('w1')] });
    const later = new Date(Date.parse(TEST_NOW) + 3_600_000).toISOString();
    expect(measurementsOf({ ...snapshot, takenAt: later })).toEqual({});
  });
});

describe('several moments as one', () => {
  it('are the largest size and the fewest ready nodes, each subject by itself', () => {
    expect(
      worstOf([
        { 'etcd-db-size': { m1: 5, m2: 9 }, 'nodes-ready': { '': 6 } },
        { 'etcd-db-size': { m1: 7 }, 'nodes-ready': { '': 4 } },
        { 'nodes-ready': { '': 6 }, 'from-another-version': { '': 1 } },
      ]),
    ).toEqual({
      'etcd-db-size': { m1: 7, m2: 9 },
      'nodes-ready': { '': 4 },
    });
  });

  it('are the same in any grouping and order', () => {
    const moment = fc.dictionary(
      fc.constantFrom(...measures.map(({ id }) => id)),
      fc.dictionary(fc.constantFrom('', 'a', 'b'), fc.nat(100), {
        minKeys: 1,
      }),
    );
    fc.assert(
      fc.property(fc.array(moment), fc.array(moment), (one, other) => {
        const whole = worstOf([...one, ...other]);
        expect(worstOf([worstOf(other), worstOf(one)])).toEqual(whole);
      }),
    );
  });
});
