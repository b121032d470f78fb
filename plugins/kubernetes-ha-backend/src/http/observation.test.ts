/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CollectionOutcome } from '../collection/collectionOutcome';
import { declared } from '../__testUtils__/snapshots';
import { observationOf } from './observation';

const now = new Date('2026-11-23T12:00:00.000Z');

function outcome(
  group: CollectionOutcome['group'],
  secondsAgo: number,
  facts: Partial<CollectionOutcome> = {},
): CollectionOutcome {
  const at = new Date(now.getTime() - secondsAgo * 1000).toISOString();
  return {
    cluster: 'one',
    group,
    startedAt: at,
    endedAt: at,
    nextDueAt: at,
    durationMs: 10,
    intervalSeconds: group === 'inventory' ? 120 : 30,
    sections: 3,
    answered: 3,
    silent: 0,
    failed: 0,
    problems: [],
    ...facts,
  };
}

const problem = {
  source: 'etcd',
  sections: ['etcd' as const],
  reason: 'timeout' as const,
  detail: 'no answer',
};

describe('whether a cluster is being seen', () => {
  it.each`
    collections                                                                                  | state            | rule
    ${[]}                                                                                        | ${'pending'}     | ${'before the first look'}
    ${[outcome('control-plane', 10), outcome('inventory', 100)]}                                 | ${'live'}        | ${'both groups are looked at'}
    ${[outcome('control-plane', 91), outcome('inventory', 1)]}                                   | ${'stale'}       | ${'nobody looks at the control plane, though the inventory is read'}
    ${[outcome('control-plane', 10), outcome('inventory', 361)]}                                 | ${'partial'}     | ${'nobody reads the inventory'}
    ${[outcome('control-plane', 10), outcome('inventory', 1, { problems: [problem] })]}          | ${'partial'}     | ${'something could not be read'}
    ${[outcome('control-plane', 10, { answered: 0 }), outcome('inventory', 1, { answered: 0 })]} | ${'unreachable'} | ${'nothing answered'}
    ${[outcome('control-plane', -91), outcome('inventory', 1)]}                                  | ${'stale'}       | ${'the clock of a replica was ahead'}
    ${[outcome('inventory', 100)]}                                                               | ${'live'}        | ${'there is only an inventory'}
    ${[outcome('inventory', 361)]}                                                               | ${'stale'}       | ${'there is only an inventory, and nobody reads it'}
  `('is $state when $rule', ({ collections, state }) => {
    const cluster = declared('one');
    expect(
      observationOf({ cluster, collections, daily: new Map() }, now).state,
    ).toBe(state);
  });
});
