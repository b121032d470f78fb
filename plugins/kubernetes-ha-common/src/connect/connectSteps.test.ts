/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { assess } from '../scoring/assess';
import { apiServerOn, nodeOf, silent } from '../testing/controlPlane';
import {
  absent,
  notKnown,
  observed,
  snapshotWith,
} from '../testing/snapshotWith';
import { Sections, sectionNames } from '../snapshot/clusterSnapshot';
import { unknownReasons } from '../snapshot/signal';
import { connectStepIds } from './connectStepIds';
import { connectStepsOf } from './connectSteps';

const zoned = { zone: 'zone-a' };

function stepsOf(given: Parameters<typeof snapshotWith>[0]) {
  const snapshot = snapshotWith(given);
  const steps = connectStepsOf(snapshot.sections, assess(snapshot).results);
  return Object.fromEntries(steps.map(step => [step.id, step]));
}

it.each([
  [
    'an etcd that nobody configured',
    'etcd',
    { etcd: notKnown('not-configured') },
    'not-configured',
  ],
  ['an etcd that refuses', 'etcd', { etcd: notKnown('tls') }, 'refused'],
  ["a provider's etcd", 'etcd', { etcd: absent() }, 'absent'],
  ['an etcd that nobody has asked yet', 'etcd', {}, 'pending'],
  [
    'an API that answers',
    'api',
    { version: { gitVersion: 'v1.37.2' } },
    'connected',
  ],
  ['an API that does not', 'api', { version: notKnown('refused') }, 'refused'],
  [
    'a reader who may read',
    'rights',
    { pods: [], nodes: [nodeOf('a')] },
    'connected',
  ],
  [
    'a reader who may read some',
    'rights',
    { pods: notKnown('forbidden'), nodes: [nodeOf('a')] },
    'partial',
  ],
  [
    'a reader who may read nothing',
    'rights',
    { pods: notKnown('forbidden'), nodes: notKnown('forbidden') },
    'refused',
  ],
  [
    'rights while the API is silent',
    'rights',
    { pods: notKnown('timeout'), nodes: notKnown('timeout') },
    'pending',
  ],
  [
    'API servers of which one is silent',
    'instances',
    {
      apiServers: [
        apiServerOn('a'),
        apiServerOn('b', {
          readyz: silent('timeout'),
          version: notKnown('timeout'),
        }),
      ],
    },
    'partial',
  ],
  [
    'a path through which nobody answers',
    'loadBalancer',
    {
      loadBalancers: absent(),
      apiPath: {
        url: 'https://x',
        attempts: [{ reason: 'timeout', detail: 'late' }],
        certificates: notKnown(),
        consecutiveFailures: 1,
      },
    },
    'refused',
  ],
  [
    'nodes that all have a zone',
    'zones',
    { nodes: [nodeOf('a', zoned)] },
    'connected',
  ],
  [
    'nodes of which one has no zone',
    'zones',
    { nodes: [nodeOf('a', zoned), nodeOf('b', { zone: undefined })] },
    'partial',
  ],
  [
    'nodes without zones',
    'zones',
    { nodes: [nodeOf('a', { zone: undefined })] },
    'not-configured',
  ],
] as const)('%s: step %s is %s', (_, id, given, state) => {
  expect(stepsOf(given as Parameters<typeof snapshotWith>[0])[id].state).toBe(
    state,
  );
});

it('says which checks wait for etcd, how much is seen then, and that the range does not widen', () => {
  const snapshot = snapshotWith({ etcd: notKnown('not-configured') });
  const card = assess(snapshot);
  const { etcd } = stepsOf({ etcd: notKnown('not-configured') });
  const { checkIds = [], coverage, possible } = etcd.reveals ?? {};
  expect(checkIds).toContain('etcd-quorum-fault-tolerance');
  expect(checkIds).not.toContain('lb-redundancy');
  expect(coverage?.known).toBe(card.coverage.known + checkIds.length);
  expect(possible?.best).toEqual(card.possible?.best);
});

it('each check that could not read a section is named by one step, whatever cannot be read', () => {
  const signal = fc.oneof(
    fc.constantFrom(...unknownReasons).map(reason => notKnown(reason)),
    fc.constant(absent()),
  );
  const given = fc.record(
    Object.fromEntries(sectionNames.map(name => [name, signal])),
  );
  fc.assert(
    fc.property(given, some => {
      const snapshot = snapshotWith(some as Partial<Sections>);
      const { results } = assess(snapshot);
      const named = connectStepsOf(snapshot.sections, results).flatMap(
        ({ reveals }) => reveals?.checkIds ?? [],
      );
      const unread = results
        .filter(
          ({ status, evidence }) =>
            status === 'unknown' &&
            evidence.some(({ state }) => state === 'unknown'),
        )
        .map(({ checkId }) => checkId);
      expect([...named].sort()).toEqual([...unread].sort());
    }),
    { numRuns: 30 },
  );
});

it('lists ten problems at most, and counts all', () => {
  const nodes = Array.from({ length: 500 }, (_, i) =>
    nodeOf(`n-${i}`, { zone: undefined }),
  );
  const { zones } = stepsOf({ nodes: observed(nodes) });
  expect(zones.problems).toHaveLength(10);
  expect(zones.counts).toEqual({ observed: 0, unknown: 500, absent: 0 });
});

it('has every step, in the order in which they are done', () => {
  expect(Object.keys(stepsOf({}))).toEqual([...connectStepIds]);
});
