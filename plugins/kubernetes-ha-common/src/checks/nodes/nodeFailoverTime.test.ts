/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { staticPod } from '../etcd/testing/etcdWith';
import { judge } from '../../testing/judge';
import { notKnown } from '../../testing/snapshotWith';
import { nodeFailoverTime as check } from './nodeFailoverTime';

const manager = (...flags: string[]) =>
  staticPod('kube-controller-manager', 'cp1', '--v=2', ...flags);
const api = (...flags: string[]) =>
  staticPod('kube-apiserver', 'cp1', '--v=2', ...flags);
const tolerating = (notReady: number, unreachable: number) =>
  api(
    `--default-not-ready-toleration-seconds=${notReady}`,
    `--default-unreachable-toleration-seconds=${unreachable}`,
  );
const now = { gitVersion: 'v1.37.2' };
const before132 = { gitVersion: 'v1.31.4' };

it.each`
  pods                                                   | version                      | status       | rule
  ${[manager(), api()]}                                  | ${now}                       | ${'pass'}    | ${'the defaults'}
  ${[manager(), api()]}                                  | ${before132}                 | ${'warn'}    | ${'the default grace before 1.32 is too short'}
  ${[manager('--node-monitor-grace-period=45s'), api()]} | ${now}                       | ${'pass'}    | ${'45 s'}
  ${[manager('--node-monitor-grace-period=44s'), api()]} | ${now}                       | ${'warn'}    | ${'shorter than a broken connection takes to show'}
  ${[manager(), tolerating(600, 600)]}                   | ${now}                       | ${'pass'}    | ${'ten minutes of toleration'}
  ${[manager(), tolerating(30, 601)]}                    | ${now}                       | ${'warn'}    | ${'more for one of the two'}
  ${[manager('--pod-eviction-timeout=1m'), api()]}       | ${now}                       | ${'fail'}    | ${'a flag that is gone'}
  ${[manager('--enable-taint-manager=false'), api()]}    | ${{ gitVersion: 'v1.27.0' }} | ${'fail'}    | ${'gone since 1.27'}
  ${[manager('--pod-eviction-timeout=1m'), api()]}       | ${{ gitVersion: 'v1.26.9' }} | ${'warn'}    | ${'before that it counts, and the grace is too short'}
  ${[manager(), api()]}                                  | ${notKnown()}                | ${'unknown'} | ${'the version decides the default'}
  ${[manager('--node-monitor-grace-period=50s'), api()]} | ${notKnown()}                | ${'pass'}    | ${'a flag needs no version'}
  ${[manager()]}                                         | ${now}                       | ${'unknown'} | ${'the API server does not show its flags'}
  ${[api()]}                                             | ${now}                       | ${'unknown'} | ${'the controller-manager does not'}
  ${notKnown('forbidden')}                               | ${now}                       | ${'unknown'} | ${'pods may not be read'}
`('$status: $rule', ({ pods, version, status }) => {
  expect(judge(check, { pods, version }).status).toBe(status);
});

it('is not applicable where the provider sets the timers', () => {
  expect(
    judge(check, { pods: [], version: now }, { cluster: { platform: 'eks' } })
      .status,
  ).toBe('not-applicable');
});

it('adds the two times up', () => {
  const pods = [manager('--node-monitor-grace-period=1m'), tolerating(30, 60)];
  expect(judge(check, { pods, version: now }).says).toBe(
    'pods are evicted after 2 min: a node monitor grace period of 60 s and a toleration of 60 s',
  );
});

it('sees controller-managers that do not agree', () => {
  const pods = [
    manager('--node-monitor-grace-period=20s'),
    staticPod('kube-controller-manager', 'cp2', '--v=2'),
    api(),
  ];
  const result = judge(check, { pods, version: now });
  expect(result.status).toBe('warn');
  expect(result.says).toContain(
    'one controller-manager has a grace period of 20 s',
  );
});

it('blames no flags where only the version is not known', () => {
  const result = judge(check, {
    pods: [manager(), api()],
    version: notKnown('timeout'),
  });
  expect(result).toMatchObject({ status: 'unknown', reason: 'timeout' });
  expect(result.says).toContain('the version is unknown');
});
