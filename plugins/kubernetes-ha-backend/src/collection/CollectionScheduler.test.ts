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
import { createDeferred } from '@backstage/types';
import { declared } from '../__testUtils__/snapshots';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { ScheduledCollection } from '../database/ScheduleStore';
import { fakeConfig } from './__testUtils__/fakeConfig';
import { CollectionScheduler, RepeatedWork } from './CollectionScheduler';

function configOf(name: string, title?: string): ClusterConfig {
  return { ...fakeConfig, name, ...(title && { title }) };
}

/** A scheduler of collections whose schedule is only noted, and whose parts can be made to fail. */
function setUp(first: ClusterConfig[]) {
  const logger = mockServices.logger.mock();
  const state = {
    clusters: first,
    broken: new Set<string>(),
    closed: [] as string[],
    beforeCreating: async () => {},
    declared: [] as string[],
  };
  const declare = jest.fn(async (clusters: readonly DeclaredCluster[]) => {
    state.declared = clusters.map(({ facts }) => facts.title ?? facts.name);
  });
  const schedule = {
    schedule: jest.fn(async (_added: readonly ScheduledCollection[]) => {}),
    // Nothing is ever due: no collection is made here.
    claim: jest.fn(async () => []),
    release: jest.fn(async () => {}),
  };
  const repeat = jest.fn(async (_work: RepeatedWork) => {});
  const tasks = new CollectionScheduler({
    repeat,
    schedule,
    logger,
    declare,
    clusters: () => state.clusters,
    collections: {
      collect: async () => ({ result: 'stopped' }),
      waiting: () => 0,
    },
    createCollector: async config => {
      await state.beforeCreating();
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
    schedule.schedule.mock.calls
      .flatMap(([added]) => added)
      .map(({ group, cluster }) => `${group}:${cluster}`);
  const reconcile = async () => {
    const [[{ fn }]] = repeat.mock.calls;
    await fn();
  };
  started.push(tasks);
  return { tasks, schedule, logger, state, declare, scheduled, reconcile };
}

const started: CollectionScheduler[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map(tasks => tasks.stop()));
});

describe('the collections of the configured clusters', () => {
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
  async function beginnings(
    clusters: number,
    of: CollectionGroup = 'control-plane',
  ): Promise<number[]> {
    const { tasks, schedule } = setUp(
      Array.from({ length: clusters }, (_, i) => configOf(`c${i}`)),
    );
    await tasks.start();
    return schedule.schedule.mock.calls.flatMap(([added]) =>
      added.flatMap(({ group, beginsInMs }) =>
        group === of ? beginsInMs : [],
      ),
    );
  }

  it('begin at once for a few clusters', async () => {
    expect(await beginnings(3)).toEqual([0, 0, 0]);
    expect(await beginnings(3, 'inventory')).toEqual([0, 0, 0]);
  });

  it.each([
    ['control-plane', 500, 30_000],
    ['inventory', 500, 120_000],
    ['control-plane', 2_000, 30_000],
    ['inventory', 2_000, 120_000],
  ] as const)(
    'begin spread over their interval for many clusters, and not one later than that: %s of %i',
    async (group, clusters, intervalMs) => {
      const begins = await beginnings(clusters, group);
      expect(begins).toHaveLength(clusters);
      const inOneTwentieth = begins.map(
        begin =>
          begins.filter(other => Math.abs(other - begin) < intervalMs / 40)
            .length,
      );
      expect(Math.max(...inOneTwentieth)).toBeLessThanOrEqual(clusters / 12);
      expect(Math.max(...begins)).toBeLessThan(intervalMs);
    },
  );

  it('of a cluster that is added begin at once, and of one that is removed end and free what they hold', async () => {
    const { tasks, state, scheduled } = setUp([configOf('one')]);
    await tasks.start();
    state.clusters = [configOf('two')];
    await tasks.follow();
    expect(state.closed).toEqual(['one']);
    expect(scheduled()).toContain('control-plane:two');
    expect(tasks.running('one')).toBeUndefined();
    expect(tasks.running('two')?.config.name).toBe('two');
  });

  it('change one after the other, however often configuration does', async () => {
    const { tasks, state } = setUp([configOf('one')]);
    await tasks.start();
    await Promise.all(
      ['a', 'b', 'c'].map(title => {
        state.clusters = [configOf('one', title)];
        return tasks.follow();
      }),
    );
    // Whatever was made is closed, but for what runs now.
    expect(state.closed).toEqual(['one']);
    expect(tasks.running('one')?.config.title).toBe('c');
  });

  it('hold nothing of a cluster that was being added while they stopped', async () => {
    const { tasks, state } = setUp([configOf('one')]);
    await tasks.start();
    state.clusters = [configOf('one', 'Changed')];
    const begun = createDeferred();
    const stopped = createDeferred();
    state.beforeCreating = async () => {
      begun.resolve();
      await stopped;
    };
    const following = tasks.follow();
    await begun;
    await tasks.stop();
    stopped.resolve();
    await following;
    expect(state.closed).toEqual(['one', 'Changed']);
    expect(tasks.running('one')).toBeUndefined();
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
    expect(tasks.refusalOf('one')).toBe('no such context');
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Cluster one cannot be collected from'),
      expect.objectContaining({ message: 'no such context' }),
    );

    state.broken.clear();
    await reconcile();
    expect(tasks.refusalOf('one')).toBeUndefined();
    expect(state.closed).toEqual(['one']);
    expect(new Set(state.declared)).toEqual(new Set(['Changed', 'two']));
    expect(scheduled().filter(id => id === 'control-plane:one')).toHaveLength(
      2,
    );
  });

  it('are tried again when the database failed', async () => {
    const { tasks, schedule, state, declare, scheduled, reconcile } = setUp([
      configOf('one'),
    ]);
    await tasks.start();
    state.clusters = [configOf('one'), configOf('two')];
    declare.mockRejectedValueOnce(new Error('connection reset'));
    await expect(reconcile()).rejects.toThrow('connection reset');
    expect(scheduled()).not.toContain('control-plane:two');

    schedule.schedule.mockRejectedValueOnce(new Error('too many clients'));
    await expect(reconcile()).rejects.toThrow('too many clients');
    expect(state.declared).toEqual(['one', 'two']);

    await reconcile();
    expect(scheduled()).toContain('inventory:two');
    const calls = schedule.schedule.mock.calls.length;
    await reconcile();
    expect(schedule.schedule.mock.calls).toHaveLength(calls);
  });

  it('end with a cluster that is configured no more', async () => {
    const { tasks, state, reconcile } = setUp([
      configOf('one'),
      configOf('two'),
    ]);
    await tasks.start();
    state.clusters = [configOf('two')];
    await reconcile();
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
