/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterIdentity,
  SeenIdentity,
  Collector,
  CollectorContext,
} from 'backstage-plugin-kubernetes-ha-collector';
import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  checks,
  defaultPolicy,
  EtcdInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores } from '../../__testUtils__/databases';
import { declared } from '../../__testUtils__/snapshots';
import { AssessmentService } from '../../assessment/AssessmentService';
import { CollectionService } from '../CollectionService';
import { fakeConfig } from './fakeConfig';

const QUORUM = 'etcd-quorum-fault-tolerance';

/** A cluster on a database, with a clock that a test moves. */
export async function setUpCollection(
  databases: TestDatabases,
  id: TestDatabaseId,
) {
  const { stores } = await migratedStores(databases, id);
  const clock = { ms: Date.parse('2026-11-23T12:00:00Z') };
  const now = () => new Date(clock.ms);
  await stores.clusters.declare([declared('one')], now());
  const logger = mockServices.logger.mock();
  const events = mockServices.events.mock();
  const assessments = new AssessmentService({
    ...stores,
    events,
    logger,
    checks,
    policy: () => defaultPolicy,
    now,
  });
  const service = new CollectionService({
    ...stores,
    assessments,
    logger,
    now,
    random: () => 0.5,
  });
  const seen: ClusterIdentity & {
    refusal?: SeenIdentity['refusal'];
    etcd: (c: CollectorContext) => Promise<Signal<EtcdInfo>>;
    readingMs: number;
  } = {
    uid: 'u1',
    readingMs: 0,
    etcd: async context => observedEtcd(context, { voters: 3, healthy: 3 }),
  };
  const collector: Collector = {
    sectionsOf: () => ['etcd'],
    identity: async () => ({
      identity: seen.uid ? { uid: seen.uid } : {},
      ...(seen.refusal && { refusal: seen.refusal }),
    }),
    collect: async (_group, context) => ({
      sections: { etcd: await seen.etcd(context) },
      readingMs: seen.readingMs,
    }),
    close: async () => {},
  };
  const collect = async (
    options: {
      accept?: string;
      group?: 'control-plane' | 'inventory';
      signal?: AbortSignal;
    } = {},
  ) => {
    const { result } = await service.collect(
      {
        collector,
        config: {
          ...fakeConfig,
          ...(options.accept && { acceptIdentity: options.accept }),
        },
      },
      options.group ?? 'control-plane',
      options.signal ?? new AbortController().signal,
    );
    return result;
  };
  const quorum = async () =>
    (await stores.assessments.scorecard('one'))?.results.find(
      r => r.checkId === QUORUM,
    );
  const pass = (seconds: number) => {
    clock.ms += seconds * 1000;
  };
  return {
    stores,
    seen,
    collect,
    quorum,
    pass,
    assessments,
    events,
    logger,
    now,
  };
}
