/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LeaseInfo } from 'backstage-plugin-kubernetes-ha-common';
import { transitionHistory } from './transitionHistory';

const lease = (name: string, transitions: number): LeaseInfo => ({
  namespace: 'kube-system',
  name,
  transitions,
  labels: {},
});
const minute = (n: number) =>
  new Date(Date.parse('2026-11-23T12:00:00.000Z') + n * 60_000).toISOString();

it.each([
  'kube-controller-manager',
  'kube-scheduler',
  'cloud-controller-manager',
])('keeps each change of the leader of %s', name => {
  const first = transitionHistory([lease(name, 1)], minute(0), undefined);
  const second = transitionHistory([lease(name, 2)], minute(1), first);
  expect(second.map(({ transitions }) => transitions[name])).toEqual([1, 2]);
});

it('adds nothing for a while when nothing changed, nor for Leases of no leader', () => {
  const leases = [lease('kube-scheduler', 1)];
  const first = transitionHistory(leases, minute(0), undefined);
  const other = [...leases, lease('plndr-cp-lock', 9)];
  expect(transitionHistory(other, minute(4), first)).toEqual(first);
  expect(transitionHistory(other, minute(5), first)).toHaveLength(2);
});
