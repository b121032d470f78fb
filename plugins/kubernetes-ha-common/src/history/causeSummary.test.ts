/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { summariseCause } from './causeSummary';

const machinesOf = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `worker-${String(i).padStart(4, '0')}`,
  );

const lost = (machines: readonly string[]) =>
  summariseCause({
    id: `machines:${machines.join(',')}`,
    kind: 'machines',
    verdict: 'broken',
    machines,
    checkIds: ['nodes-ready-fraction', 'nodes-lease-fresh'],
  });

it('keeps the machines of a cause and its most urgent check', () => {
  expect(lost(['cp-b'])).toEqual({
    id: 'machines:cp-b',
    kind: 'machines',
    verdict: 'broken',
    checkId: 'nodes-ready-fraction',
    machines: { count: 1, names: ['cp-b'] },
  });
});

it('stays small when thousands of machines are lost, and distinguishes two such causes', () => {
  const all = machinesOf(5000);
  const summary = lost(all);
  expect(summary.machines).toEqual({ count: 5000, names: all.slice(0, 50) });
  expect(summary.id.length).toBeLessThanOrEqual(200);
  expect(lost(all).id).toBe(summary.id);
  expect(lost(all.slice(0, -1)).id).not.toBe(summary.id);
});
