/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import type { Sections } from 'backstage-plugin-kubernetes-ha-common';
import { observedEtcd } from '../../__testUtils__/observedEtcd';
import type {
  AnySignalSource,
  ClusterConnection,
  SourceContext,
} from '../../contracts';

/** Where sources of a test log. */
export const logger = mockServices.logger.mock();
/** A connection that no test asks. */
export const connection: ClusterConnection = {
  kind: 'kubeconfig',
  api: {
    url: 'https://fake.invalid',
    request: async () => {
      throw new Error('not asked in this test');
    },
  },
  close: jest.fn(async () => {}),
};
/** One collection of one cluster. */
export const context: SourceContext = {
  cluster: {
    name: 'one',
    tier: 'production',
    platform: 'self-managed',
    connection: 'kubeconfig',
  },
  connection,
  signal: new AbortController().signal,
  intervalSeconds: 30,
  previous: {},
  lastObserved: {},
  now: () => new Date('2026-11-23T12:00:00Z'),
  logger,
};
/** What a source can answer. */
export const etcd = observedEtcd(context, { voters: 3, healthy: 3 });
/** And what it says when it cannot. */
export const unknown = {
  state: 'unknown',
  reason: 'timeout',
  detail: 'no answer',
  source: 'x',
  via: 'x',
  observedAt: '2026-11-23T12:00:00.000Z',
} as const;

/** A source that answers so; of `etcd` and `leases`, within 30 ms, unless given. */
export function source(
  observe: (context: SourceContext) => Promise<Partial<Sections>>,
  parts: Partial<AnySignalSource> = {},
): AnySignalSource {
  return {
    id: 'test',
    group: 'control-plane',
    provides: ['etcd', 'leases'],
    deadlineMs: 30,
    observe,
    ...parts,
  };
}
