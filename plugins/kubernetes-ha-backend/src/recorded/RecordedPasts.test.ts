/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import { mockServices, TestDatabaseId } from '@backstage/backend-test-utils';
import type { ClusterConfig } from 'backstage-plugin-kubernetes-ha-collector';
import { createRecordedCollector } from 'backstage-plugin-kubernetes-ha-collector/src/recording/recordedCollector';
import {
  assess,
  checks,
  ClusterFacts,
  defaultPolicy,
  hashSnapshot,
  incidentsOf,
} from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { declared } from '../__testUtils__/snapshots';
import { AssessmentService } from '../assessment/AssessmentService';
import { scoreHistory } from '../assessment/scoreHistory';
import { fakeConfig } from '../collection/__testUtils__/fakeConfig';
import { CollectionService } from '../collection/CollectionService';
import type { PastStore } from '../database/PastStore';
import { RecordedPasts } from './RecordedPasts';

const HOUR_MS = 3_600_000;
const databases = testDatabases();
// The recording is one object for every cluster of this process.
afterEach(() => jest.restoreAllMocks());

/** 250 s into a loop of the recording: etcd of cp-b runs again since 13 s. */
const start = Date.parse('2026-11-23T12:00:00.000Z');

const facts: Partial<ClusterFacts> = {
  connection: 'recorded',
  recordedAt: '2026-11-20T12:00:00.000Z',
};

async function setUp(id: TestDatabaseId, names: readonly string[]) {
  const { stores } = await migratedStores(databases, id);
  const collector = await createRecordedCollector({
    file: join(__dirname, '../../../../recordings/ha-3az.jsonl.br'),
  });
  const { recording } = collector;
  const clock = {
    ms: start - recording.positionAt(new Date(start)) + 250_000,
  };
  const now = () => new Date(clock.ms);
  await stores.clusters.declare(
    names.map(name => declared(name, facts)),
    now(),
  );
  const logger = mockServices.logger.mock();
  const deps = { ...stores, checks, policy: () => defaultPolicy, logger, now };
  const events = mockServices.events.mock();
  const assessments = new AssessmentService({ ...deps, events });
  const newPasts = (pasts: PastStore = stores.pasts) =>
    new RecordedPasts({ ...deps, pasts, recordedClusters: () => names.length });
  const collectionsWith = (recordedPasts: RecordedPasts) =>
    new CollectionService({ ...deps, assessments, recordedPasts });
  const config = (name: string): ClusterConfig => ({ ...fakeConfig, name });
  return {
    stores,
    clock,
    now,
    collector,
    logger,
    events,
    config,
    newPasts,
    collectionsWith,
  };
}

/** The findings of a cluster, whoever it is. */
async function findingsOf(
  stores: Awaited<ReturnType<typeof setUp>>['stores'],
  name: string,
) {
  const { items } = await stores.findings.list(name, {
    state: 'all',
    offset: 0,
    limit: 500,
  });
  return items.map(({ id, cluster: _, ...finding }) => ({
    ...finding,
    id: id.replace(`${name}/`, ''),
  }));
}

describe.each(databases.eachSupportedId())('a recorded cluster on %s', id => {
  it('has a past when it is first collected, and goes on from it', async () => {
    const { stores, now, collector, config, ...rest } = await setUp(id, [
      'one',
    ]);
    const collections = rest.collectionsWith(rest.newPasts());
    const before = (hours: number) =>
      new Date(now().getTime() - hours * HOUR_MS).toISOString();
    await collections.collect(
      { config: config('one'), collector },
      'control-plane',
      new AbortController().signal,
    );
    expect(rest.logger.error).not.toHaveBeenCalled();
    // Nothing of the past happens now: only the first assessment of now is told.
    const told = rest.events.publish.mock.calls.map(
      ([{ eventPayload }]) => eventPayload,
    );
    expect(told).toEqual(
      told.map(() => expect.objectContaining({ takenAt: now().toISOString() })),
    );

    const cluster = { name: 'one', intervalSeconds: 30 };
    const historyOf = (hours: number) =>
      scoreHistory(
        stores.history,
        cluster,
        { from: before(hours), to: now().toISOString() },
        now(),
      );
    for (const hours of [24, 7 * 24]) {
      const { time } = await historyOf(hours);
      expect(time).toMatchObject({ notAssessed: 0, beforeFirst: 0 });
      // Three rounds: an etcd member was stopped in each of them.
      expect(time.byGrade.F).toBeGreaterThan(3 * 60);
      expect(time.byGrade.A).toBeGreaterThan(hours * 3600 * 0.9);
    }

    const { spans } = await stores.incidents.spans('one', {
      from: before(24),
      to: now().toISOString(),
    });
    const stopped = incidentsOf(spans).filter(
      ({ verdict, machines }) =>
        verdict === 'broken' && machines?.names.includes('cp-b'),
    );
    // The newest loop is not over: what it broke is open.
    expect(stopped.map(({ endedAt }) => endedAt !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
    expect(spans.map(({ cause }) => cause?.source?.reason)).not.toContain(
      'stale',
    );
    const weak = spans.find(
      ({ checkId }) => checkId === 'apiserver-graceful-shutdown',
    );
    expect(weak?.firstSeen).toBe(before(8 * 24));

    const measured = async (resolution: 'raw' | 'hour', hours: number) =>
      (
        await stores.measurements.range(
          'one',
          resolution,
          before(hours),
          now().toISOString(),
        )
      ).length;
    expect(await measured('hour', 7 * 24)).toBeGreaterThanOrEqual(7 * 24);
    // Every five minutes at least.
    expect(await measured('raw', 24)).toBeGreaterThanOrEqual(24 * 12);

    const row = await stores.fleet.get('one', {
      trendFrom: before(30 * 24).slice(0, 10),
      weekAgo: before(7 * 24),
    });
    expect(row?.lastWeek).toMatchObject({ grade: 'A' });
    expect(
      row?.lastWeek?.appeared.first.map(({ verdict }) => verdict),
    ).toContain('broken');
    expect(row?.daily.size).toBeGreaterThanOrEqual(8);
  });

  it('keeps snapshots whose hash is theirs, and scorecards of their time', async () => {
    const { stores, collector, config, newPasts } = await setUp(id, ['one']);
    await newPasts().ensure({ config: config('one'), collector });
    const { items } = await stores.snapshots.list('one', {
      offset: 0,
      limit: 100,
    });
    expect(items.length).toBeGreaterThan(5);
    for (const { hash, takenAt } of items) {
      const snapshot = await stores.snapshots.get('one', hash);
      expect(snapshot && hashSnapshot(snapshot)).toBe(hash);
      expect(snapshot?.cluster.name).toBe('one');
      const scorecard = await stores.assessments.scorecard('one', takenAt);
      expect(scorecard?.takenAt).toBe(takenAt);
      // As it is assessed live from the same snapshot.
      expect(scorecard).toEqual(snapshot && assess(snapshot));
    }
  });

  it('shares a past with what plays the same, and says nothing of the other', async () => {
    const { stores, collector, config, newPasts } = await setUp(id, [
      'one',
      'other',
    ]);
    const pasts = newPasts();
    const played = jest.spyOn(collector.recording, 'sectionsAtPosition');
    const ensured = (name: string) =>
      pasts.ensure({ config: config(name), collector });
    // Both groups of both clusters, as they come due at a start.
    await Promise.all(['one', 'other', 'one', 'other'].map(ensured));
    const moments = played.mock.calls.map(([, at]) => at.getTime());
    // A moment is looked at once for each group, never again for the other cluster.
    const twice = moments.filter(
      ms => moments.indexOf(ms) !== moments.lastIndexOf(ms),
    );
    expect(new Set(twice).size).toBe(twice.length / 2);
    expect(await findingsOf(stores, 'other')).toEqual(
      await findingsOf(stores, 'one'),
    );
    const other = await stores.assessments.scorecard('other');
    expect(other?.cluster.name).toBe('other');
    expect(JSON.stringify(other)).not.toContain('"one"');
  });

  it('says why there is none, and is collected all the same', async () => {
    const { collector, config, ...rest } = await setUp(id, ['one']);
    const pasts: PastStore = {
      store: async () => {
        throw new Error('the disk is full');
      },
    };
    const service = rest.collectionsWith(rest.newPasts(pasts));
    const made = await service.collect(
      { config: config('one'), collector },
      'control-plane',
      new AbortController().signal,
    );
    expect(made.result).toBe('collected');
    expect(rest.logger.error).toHaveBeenCalledWith(
      'The past of the recorded cluster one could not be made: its history begins now.',
      expect.objectContaining({ message: 'the disk is full' }),
    );
  });

  it('leaves what happened as it is: a cluster that was assessed gets no past', async () => {
    const { stores, clock, collector, config, newPasts } = await setUp(id, [
      'one',
    ]);
    const cluster = { config: config('one'), collector };
    await newPasts().ensure(cluster);
    const before = await findingsOf(stores, 'one');
    clock.ms += 5 * HOUR_MS;
    const played = jest.spyOn(collector.recording, 'sectionsAtPosition');
    // A portal that was started again.
    await newPasts().ensure(cluster);
    expect(played).not.toHaveBeenCalled();
    expect(await findingsOf(stores, 'one')).toEqual(before);
  });
});
