/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { checks } from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig } from 'backstage-plugin-kubernetes-ha-collector';
import { TestFolder } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/TestFolder';
import knexFactory from 'knex';
import { ConfiguredClusters } from '../../clusters/ConfiguredClusters';
import { KEPT_BYTES } from '../../database/SignalMemory';
import { Extensions } from '../../extensions';
import { fakeConfig } from '../__testUtils__/fakeConfig';
import {
  collectingThread,
  isThreaded,
  keptSignalsHere,
} from './collectingThread';

const folder = new TestFolder();

/** Clusters connected in these ways. */
function connected(...types: ClusterConfig['connection']['type'][]) {
  return types.map(
    type => ({ ...fakeConfig, connection: { type } } as ClusterConfig),
  );
}

/** What comes of extensions and a database, and what is said of it. */
function threadOf(
  extend: (extensions: Extensions) => void = () => {},
  filename = folder.at('plugin.sqlite'),
) {
  const logger = mockServices.logger.mock();
  const extensions = new Extensions();
  extend(extensions);
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  const thread = collectingThread({
    knex,
    extensions,
    config: ConfiguredClusters.follow(mockServices.rootConfig(), {
      checks,
      customConnectionTypes: [],
      connections: {},
      logger,
      now: () => new Date(),
    }),
    events: mockServices.events.mock(),
    logger,
  });
  return { thread, said: logger.info.mock.calls.flat() };
}

describe('whether a thread collects', () => {
  it('does from what is data, and leaves the rest to the main thread', () => {
    const seen = connected(
      'kubeconfig',
      'serviceAccount',
      'kubernetesPlugin',
      'custom',
      'recorded',
    ).map(config => [config.connection.type, isThreaded(config)]);
    expect(Object.fromEntries(seen)).toEqual({
      kubeconfig: true,
      serviceAccount: true,
      kubernetesPlugin: false,
      custom: false,
      recorded: false,
    });
  });

  it('does with the product’s own checks and sources on a file', () => {
    const { thread, said } = threadOf();
    expect(thread?.isCollecting).toBe(true);
    expect(said).toEqual([]);
  });

  it('does not with checks of a module', () => {
    const { thread, said } = threadOf(extensions =>
      extensions.addCheck({ ...checks[0], id: 'of-a-module' }),
    );
    expect(thread).toBeUndefined();
    expect(said).toEqual([
      'Clusters are collected from in the main thread: a module has added checks, which run there.',
    ]);
  });

  it('does not with sources of a module', () => {
    const { thread, said } = threadOf(extensions =>
      extensions.addSignalSource({
        id: 'of-a-module',
        create: () => undefined,
      }),
    );
    expect(thread).toBeUndefined();
    expect(said).toEqual([
      'Clusters are collected from in the main thread: a module has added signal sources, which run there.',
    ]);
  });

  it('does not with a database in memory', () => {
    const { thread, said } = threadOf(() => {}, ':memory:');
    expect(thread).toBeUndefined();
    expect(said).toEqual([
      'Clusters are collected from in the main thread: the database lies in memory.',
    ]);
  });
});

describe('the signals that the main thread keeps', () => {
  it.each([
    ['of all clusters, where none is collected from elsewhere', false, 1],
    ['of its share', true, 0.5],
  ])('are those %s', (_, isThread, share) => {
    const { thread } = threadOf();
    const clusters = connected('kubeconfig', 'recorded');
    expect(keptSignalsHere(clusters, isThread ? thread : undefined)).toBe(
      KEPT_BYTES * share,
    );
  });

  it('are a few where it collects from none: of what is tested or went silent', () => {
    const { thread } = threadOf();
    expect(keptSignalsHere(connected('kubeconfig'), thread)).toBe(
      KEPT_BYTES / 16,
    );
  });
});
