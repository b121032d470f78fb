/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HaproxyServer,
  HaproxyStats,
  ObservedSignal,
} from 'backstage-plugin-kubernetes-ha-common';
import { earlierCounters } from './haproxyHistory';

const START = Date.UTC(2026, 10, 23, 12);
const at = (second: number) => new Date(START + second * 1000);

type Counts = Pick<
  HaproxyServer,
  'status' | 'connectionErrors' | 'totalSessions' | 'downTransitions'
> &
  Partial<HaproxyServer>;

const server = (counts: Counts): HaproxyServer => ({
  backend: 'api',
  name: 'cp-b',
  active: true,
  backup: false,
  currentSessions: 0,
  responseErrors: 0,
  retries: 0,
  redispatches: 0,
  ...counts,
});

/** What is compared with after each of the looks, each at its second. */
function lookAll(looks: readonly (readonly [number, Counts])[]) {
  let previous: ObservedSignal<HaproxyStats> | undefined;
  return looks.map(([second, counts]) => {
    const servers = [server(counts)];
    const earlier = earlierCounters(servers, previous, at(second));
    previous = {
      state: 'observed',
      source: 'loadbalancer',
      via: 'GET http://lb/stats;csv',
      observedAt: at(second).toISOString(),
      intervalSeconds: 30,
      value: { servers, frontends: [], ...(earlier && { earlier }) },
    };
    return earlier;
  });
}

const counted = (errors: number, sessions: number, downs: number) => ({
  connectionErrors: errors,
  totalSessions: sessions,
  downTransitions: downs,
});
const kept = (errors: number, sessions: number, downs: number) => ({
  at: at(0).toISOString(),
  connectionErrors: { 'api/cp-b': errors },
  totalSessions: { 'api/cp-b': sessions },
  downTransitions: { 'api/cp-b': downs },
});

describe('counters of an earlier collection', () => {
  it('are those of the oldest one while nothing changes', () => {
    const looks = lookAll([
      [0, { status: 'UP', ...counted(0, 10, 0) }],
      [30, { status: 'UP', ...counted(2, 20, 0) }],
      [60, { status: 'UP', ...counted(4, 30, 0) }],
    ]);
    expect(looks).toEqual([undefined, kept(0, 10, 0), kept(0, 10, 0)]);
  });

  it('leave out the errors of an outage that is over, and not that there was one', () => {
    const looks = lookAll([
      [0, { status: 'UP', ...counted(0, 10, 0) }],
      [30, { status: 'DOWN', ...counted(7, 20, 1) }],
      [60, { status: 'UP', ...counted(8, 30, 1) }],
      [90, { status: 'UP 1/3', ...counted(9, 40, 1) }],
    ]);
    expect(looks.slice(1)).toEqual([
      kept(0, 10, 0),
      kept(8, 30, 0),
      kept(8, 30, 0),
    ]);
  });

  it('see an outage between two collections by the seconds since it ended', () => {
    const looks = lookAll([
      [0, { status: 'UP', ...counted(0, 10, 0), lastChangeSeconds: 900 }],
      [30, { status: 'UP', ...counted(7, 20, 1), lastChangeSeconds: 12 }],
      [60, { status: 'UP', ...counted(9, 30, 1), lastChangeSeconds: 42 }],
    ]);
    expect(looks.slice(1)).toEqual([kept(7, 20, 0), kept(7, 20, 0)]);
  });

  it('keep the errors of a server that is still down', () => {
    const looks = lookAll([
      [0, { status: 'UP', ...counted(0, 10, 0) }],
      [30, { status: 'DOWN', ...counted(7, 20, 1), lastChangeSeconds: 3 }],
    ]);
    expect(looks[1]).toEqual(kept(0, 10, 0));
  });
});
