/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { incidentsOf } from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { commitOf, declared, etcdSnapshot } from '../__testUtils__/snapshots';
import { scoreHistory } from './scoreHistory';

const databases = testDatabases();
const one = declared('one');
const cluster = { name: 'one', intervalSeconds: 30 };
const HOUR_MS = 3_600_000;

/** A time of the 23rd, in seconds after ten. */
const at = (second: number) =>
  new Date(Date.UTC(2026, 10, 23, 10, 0, second)).toISOString();
const minute = 60;

describe.each(databases.eachSupportedId())('the score over time on %s', id => {
  const range = (hours: number, now: Date) => ({
    from: new Date(now.getTime() - hours * HOUR_MS).toISOString(),
    to: now.toISOString(),
  });

  describe('of a cluster in which a member was stopped for four minutes', () => {
    /** Collected every 30 s from 10:00 to 10:12; the member was down from 10:02 to 10:06. */
    async function fourMinutes(engine: TestDatabaseId) {
      const { knex, stores } = await migratedStores(databases, engine);
      await stores.clusters.declare([one], new Date(at(0)));
      for (let second = 0; second <= 12 * minute; second += 30) {
        const isDown = second >= 2 * minute && second < 6 * minute;
        const snapshot = etcdSnapshot(one, at(second), isDown ? 2 : 3);
        const head = await stores.assessments.head('one');
        await stores.assessments.commit(commitOf(snapshot, head));
      }
      return { knex, stores };
    }

    it('says from when to when it was down, in a day and in a week', async () => {
      const { stores } = await fourMinutes(id);
      const now = new Date(at(20 * minute));
      for (const hours of [24, 7 * 24]) {
        const { spans, more } = await stores.incidents.spans(
          'one',
          range(hours, now),
        );
        const [newest] = incidentsOf(spans);
        expect(newest).toMatchObject({
          kind: 'machines',
          verdict: 'broken',
          machines: { count: 1, names: ['etcd-3'] },
          startedAt: at(2 * minute),
          endedAt: at(6 * minute),
        });
        expect(more).toBe(false);
      }
    });

    it('finds it in every range that touches it, and in none before or after', async () => {
      const { stores } = await fourMinutes(id);
      const down = async (from: number, to: number) => {
        const { spans } = await stores.incidents.spans('one', {
          from: at(from),
          to: at(to),
        });
        return incidentsOf(spans).filter(({ kind }) => kind === 'machines')
          .length;
      };
      expect(await down(0, 1 * minute)).toBe(0);
      expect(await down(3 * minute, 4 * minute)).toBe(1);
      expect(await down(6 * minute, 7 * minute)).toBe(1);
      expect(await down(7 * minute, 9 * minute)).toBe(0);
    });

    it.each`
      hours      | later  | rule
      ${24}      | ${0}   | ${'in 24 hours'}
      ${7 * 24}  | ${0}   | ${'in 7 days, at once'}
      ${7 * 24}  | ${5}   | ${'in 7 days, days later'}
      ${30 * 24} | ${20}  | ${'in 30 days, weeks later'}
      ${17_000}  | ${300} | ${'in two years, months later'}
    `('counts four minutes of F $rule', async ({ hours, later }) => {
      const { stores } = await fourMinutes(id);
      // Retention runs every hour; the first of its runs sees the whole of it.
      await stores.history.retain(new Date(at(20 * minute)));
      const now = new Date(Date.parse(at(20 * minute)) + later * 24 * HOUR_MS);
      await stores.history.retain(now);
      const shown = await scoreHistory(
        stores.history,
        cluster,
        range(hours, now),
        now,
      );
      expect(shown.time.byGrade.F).toBe(4 * minute);
      const lows = shown.steps.filter(({ seconds }) => seconds.F);
      expect(Math.min(...lows.map(({ lowest }) => lowest ?? 100))).toBe(20);
      // It does not become the whole of its step: the band reaches up.
      const [worst] = lows;
      expect(worst.highest).toBeGreaterThan(50);
      expect(worst.headline?.verdict).toBe('broken');
      const { byGrade, notAssessed, beforeFirst } = shown.time;
      const assessed = Object.values(byGrade).reduce((sum, s) => sum + s, 0);
      // From the first assessment until the last had gone stale.
      expect(assessed).toBe(12 * minute + 90);
      const seconds = (Date.parse(shown.to) - Date.parse(shown.from)) / 1000;
      expect(assessed + notAssessed + beforeFirst).toBeCloseTo(seconds, 3);
    });

    it('begins before the cluster was known, and says when that was', async () => {
      const { stores } = await fourMinutes(id);
      const now = new Date(at(12 * minute));
      const day = range(24, now);
      const shown = await scoreHistory(stores.history, cluster, day, now);
      expect(shown).toMatchObject({ ...day, firstAssessedAt: at(0) });
      expect(shown.time.beforeFirst).toBe(24 * 3600 - 12 * minute);
      expect(shown.time.notAssessed).toBe(0);
    });
  });

  it('counts an hour of an earlier version whole at its lowest, which is all that was kept', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await knex('history').insert({
      cluster: 'one',
      resolution: 'hour',
      at: '2026-11-20T10:00:00.000Z',
      score: 20,
      grade: 'F',
      provisional: false,
    });
    const now = new Date(at(0));
    const { steps, firstAssessedAt } = await scoreHistory(
      stores.history,
      cluster,
      range(7 * 24, now),
      now,
    );
    expect(firstAssessedAt).toBe('2026-11-20T10:00:00.000Z');
    expect(steps).toEqual([
      {
        at: '2026-11-20T10:00:00.000Z',
        seconds: { F: 3600 },
        lowest: 20,
        highest: 20,
        mostly: 20,
        provisional: false,
      },
    ]);
  });

  it('is empty for a cluster that was never assessed', async () => {
    const { stores } = await migratedStores(databases, id);
    const now = new Date(at(0));
    expect(
      await scoreHistory(stores.history, cluster, range(24, now), now),
    ).toMatchObject({
      steps: [],
      time: { byGrade: {}, notAssessed: 0, beforeFirst: 24 * 3600 },
    });
  });
});
