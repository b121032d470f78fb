/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  DeclaredCluster,
  ClusterConfig,
  Collector,
} from 'backstage-plugin-kubernetes-ha-collector';
import { mockServices } from '@backstage/backend-test-utils';
import { durationToMilliseconds } from '@backstage/types';
import { declared } from '../__testUtils__/snapshots';
import { CollectionScheduler } from './CollectionScheduler';

function configOf(name: string, title?: string): ClusterConfig {
  return {
    name,
    ...(title && { title }),
    tier: 'production',
    platform: 'self-managed',
    connection: { type: 'custom', name: 'fake', settings: {} },
    apiServer: { instances: [] },
    intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
  };
}

/** A scheduler of collections whose tasks are only noted, and whose parts can be made to fail. */
function setUp(first: ClusterConfig[]) {
  const scheduler = mockServices.scheduler.mock();
  const logger = mockServices.logger.mock();
  const state = {
    clusters: first,
    broken: new Set<string>(),
    closed: [] as string[],
    declared: [] as string[],
  };
  const declare = jest.fn(async (clusters: readonly DeclaredCluster[]) => {
    state.declared = clusters.map(({ facts }) => facts.title ?? facts.name);
  });
  const tasks = new CollectionScheduler({
    scheduler,
    logger,
    declare,
    clusters: () => state.clusters,
    // No task is run here.
    collections: { collect: async () => 'collected' },
    createCollector: async config => {
      if (state.broken.has(config.name)) throw new Error('no such context');
      const collector: Collector = {
        sectionsOf: () => ['etcd'],
        identity: async () => ({ identity: {} }),
        collect: async () => ({ sections: {}, readingMs: 0 }),
        close: async () => {
          state.closed.push(config.title ?? config.name);
        },
      };
      return {
        collector,
        declared: declared(config.name, { title: config.title }),
      };
    },
  });
  const scheduled = () =>
    scheduler.scheduleTask.mock.calls
      .map(([{ id }]) => id)
      .filter(id => id !== 'reconcile-clusters');
  const reconcile = async () => {
    const [task] = scheduler.scheduleTask.mock.calls
      .map(([each]) => each)
      .filter(({ id }) => id === 'reconcile-clusters');
    await task.fn(new AbortController().signal);
  };
  return { tasks, scheduler, logger, state, declare, scheduled, reconcile };
}

describe('the tasks of the configured clusters', () => {
  it('are two for each cluster', async () => {
    const { tasks, state, scheduled } = setUp([
      configOf('one'),
      configOf('two'),
    ]);
    await tasks.start();
    expect(scheduled()).toEqual([
      'control-plane:one',
      'inventory:one',
      'control-plane:two',
      'inventory:two',
    ]);
    expect(state.declared).toEqual(['one', 'two']);
  });

  /** Milliseconds after the start at which each cluster begins. */
  async function beginnings(clusters: number): Promise<number[]> {
    const { tasks, scheduler } = setUp(
      Array.from({ length: clusters }, (_, i) => configOf(`c${i}`)),
    );
    await tasks.start();
    return scheduler.scheduleTask.mock.calls.flatMap(([task]) =>
      task.id.startsWith('control-plane')
        ? durationToMilliseconds(task.initialDelay ?? {})
        : [],
    );
  }

  it('begin at once for a few clusters', async () => {
    expect(await beginnings(3)).toEqual([0, 0, 0]);
  });

  it('begin spread over an interval for many clusters, and not one later than that', async () => {
    const begins = await beginnings(500);
    expect(begins).toHaveLength(500);
    const together = begins.map(
      begin => begins.filter(other => Math.abs(other - begin) < 100).length,
    );
    expect(Math.max(...together)).toBeLessThanOrEqual(500 / 20);
    expect(Math.max(...begins)).toBeLessThan(30_000);
  });

  it('go on as they were when a changed cluster cannot be collected from, which is said', async () => {
    const { tasks, state, logger, scheduled, reconcile } = setUp([
      configOf('one'),
      configOf('two'),
    ]);
    await tasks.start();
    state.clusters = [configOf('one', 'Changed'), configOf('two')];
    state.broken.add('one');
    await reconcile();
    expect(state.closed).toEqual([]);
    expect(state.declared).toEqual(['one', 'two']);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Cluster one cannot be collected from'),
      expect.objectContaining({ message: 'no such context' }),
    );

    state.broken.clear();
    await reconcile();
    expect(state.closed).toEqual(['one']);
    expect(new Set(state.declared)).toEqual(new Set(['Changed', 'two']));
    expect(scheduled().filter(id => id === 'control-plane:one')).toHaveLength(
      2,
    );
  });

  it('are tried again when the database or the scheduler failed', async () => {
    const { tasks, scheduler, state, declare, scheduled, reconcile } = setUp([
      configOf('one'),
    ]);
    await tasks.start();
    state.clusters = [configOf('one'), configOf('two')];
    declare.mockRejectedValueOnce(new Error('connection reset'));
    await expect(reconcile()).rejects.toThrow('connection reset');
    expect(scheduled()).not.toContain('control-plane:two');

    scheduler.scheduleTask.mockRejectedValueOnce(new Error('too many clients'));
    await expect(reconcile()).rejects.toThrow('too many clients');
    expect(state.declared).toEqual(['one', 'two']);

    await reconcile();
    expect(scheduled()).toContain('inventory:two');
    const calls = scheduler.scheduleTask.mock.calls.length;
    await reconcile();
    expect(scheduler.scheduleTask.mock.calls).toHaveLength(calls);
  });

  it('end with a cluster that is configured no more', async () => {
    const { tasks, state, scheduler, reconcile } = setUp([
      configOf('one'),
      configOf('two'),
    ]);
    await tasks.start();
    const { signal } = scheduler.scheduleTask.mock.calls
      .map(([task]) => task)
      .find(({ id }) => id === 'control-plane:one')!;
    state.clusters = [configOf('two')];
    await reconcile();
    expect(signal?.aborted).toBe(true);
    expect(state.closed).toEqual(['one']);
    expect(state.declared).toEqual(['two']);
    await tasks.stop();
    expect(state.closed).toEqual(['one', 'two']);
  });

  it('stop the start when a cluster can never be collected from', async () => {
    const { tasks, state } = setUp([configOf('one')]);
    state.broken.add('one');
    await expect(tasks.start()).rejects.toThrow('no such context');
  });
});
