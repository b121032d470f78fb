/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSnapshot,
  joinSnapshot,
  SomeSections,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import { hindrances, wasRead } from './assessed';

const read = {
  state: 'observed',
  source: 'test',
  via: 'test',
  observedAt: '2026-11-28T12:00:00.000Z',
  intervalSeconds: 30,
} as const;

function snapshotOf(sections: SomeSections): ClusterSnapshot {
  return joinSnapshot(
    {
      facts: {
        name: 'a',
        tier: 'production',
        platform: 'self-managed',
        connection: 'kubeconfig',
      },
    },
    sections,
    new Date(read.observedAt),
  );
}

const path = (attempt: { status?: number }): SomeSections => ({
  apiPath: {
    ...read,
    value: {
      url: 'https://192.0.2.1:6443',
      attempts: [attempt],
      certificates: { ...read, value: [] },
      consecutiveFailures: 0,
    },
  },
});

it.each`
  sections                                                      | isRead   | rule
  ${{}}                                                         | ${false} | ${'nothing'}
  ${path({})}                                                   | ${false} | ${'an address that nobody answers'}
  ${path({ status: 401 })}                                      | ${false} | ${'an address that refuses us'}
  ${path({ status: 200 })}                                      | ${false} | ${'an address that anybody may ask'}
  ${{ version: { ...read, value: { gitVersion: 'v1.35.0' } } }} | ${true}  | ${'anything that the cluster told of itself'}
  ${{ loadBalancers: { ...read, value: { instances: [] } } }}   | ${false} | ${'a list without an answer'}
`('$rule: read is $isRead', ({ sections, isRead }) => {
  expect(wasRead(snapshotOf(sections))).toBe(isRead);
});

it('what nobody configured hindered nobody', () => {
  const unknown = (reason: UnknownReason) => ({
    ...read,
    state: 'unknown' as const,
    reason,
    detail: `it is ${reason}`,
  });
  const found = hindrances(
    snapshotOf({
      etcd: unknown('not-configured'),
      nodes: unknown('forbidden'),
      pods: unknown('forbidden'),
    }),
  );
  expect(found.map(({ reason, sections }) => [reason, sections])).toEqual(
    expect.arrayContaining([['forbidden', ['nodes', 'pods']]]),
  );
  expect(found.map(({ reason }) => reason)).not.toContain('not-configured');
});
