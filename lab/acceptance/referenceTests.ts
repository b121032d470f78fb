/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type {
  Scorecard,
  SectionName,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Lab } from '../src';
import { createObserver } from './createObserver';
import {
  belowPass,
  describe,
  resultOf,
  unexplainedCriticalFailures,
  unknownCriticals,
} from './expectation';
import { INTERVAL_SECONDS, type Observer } from './observer';
import { statement, statements } from './needsTime';
import { refusals } from './refusals';

/** Looks within which a right that is taken or given shows. */
const LOOKS_TO_NOTICE = 40 / INTERVAL_SECONDS;

/** How long a lab may take to pass all that waits for alarms, averages and leases. */
const LOOKS_TO_SETTLE = 120 / INTERVAL_SECONDS;

/** What is said of a lab of the reference profile with everything readable, and without some of it. */
export function referenceTests(labOf: () => Lab): void {
  test('is graded A or B, and no critical check is unknown or failing', async () => {
    const observer = await createObserver(labOf().appConfig());
    try {
      const { card } = await observer.lookUntil(
        now => [
          ...unknownCriticals(now),
          ...(['A', 'B'].includes(now.grade ?? '')
            ? []
            : [`grade ${now.grade}`]),
        ],
        LOOKS_TO_SETTLE,
      );
      const why = belowPass(card).join('\n');
      assert.deepEqual(unknownCriticals(card), [], why);
      assert.deepEqual(unexplainedCriticalFailures(card, {}, {}), [], why);
      assert.ok(['A', 'B'].includes(card.grade ?? ''), `${card.grade}\n${why}`);
    } finally {
      await observer.close();
    }
  });

  test('without an etcd certificate the etcd layer is unknown, the grade provisional and nothing of it passes', async () => {
    const { etcd: _, ...withoutEtcd } = labOf().appConfig();
    const observer = await createObserver(withoutEtcd);
    try {
      await observer.look();
      const { card } = await observer.look();
      // A few checks of the layer rest on flags of static pods, which were seen.
      const onEtcdAlone = card.results.filter(
        ({ layer, evidence }) =>
          layer === 'etcd' && evidence.every(e => e.section === 'etcd'),
      );
      assert.ok(onEtcdAlone.length >= 8, `only ${onEtcdAlone.length} checks`);
      assert.deepEqual(
        onEtcdAlone.filter(result => result.status !== 'unknown').map(describe),
        [],
      );
      const layer = card.layers.find(each => each.layer === 'etcd');
      assert.notEqual(layer?.status, 'pass');
      assert.equal(layer?.provisional, true);
      const quorum = resultOf(card, 'etcd-quorum-fault-tolerance');
      assert.equal(quorum.status, 'unknown');
      assert.equal(quorum.reason, 'not-configured');
      assert.equal(card.provisional, true);
      assert.ok((card.score ?? 100) <= 75, `score ${card.score}`);
    } finally {
      await observer.close();
    }
  });

  suite('read without some right', () => {
    let observer: Observer | undefined;
    /** What was said when everything could be read. */
    let whole: Record<string, string> | undefined;

    before(async () => {
      observer = await createObserver(labOf().appConfig());
      await observer.look();
      await observer.look();
      whole = statements((await observer.look()).card);
    });

    after(() => observer?.close());

    refusals.forEach(({ resource, lost, unknown, follows = {} }) => {
      test(`without ${resource} just the checks that rest on it are unknown; given back, all is as before`, async () => {
        assert.ok(observer && whole);
        const said = whole;
        await labOf().fault('reader-without', { resource });
        try {
          const { differences } = await observer.lookUntil(
            now => stillTold(now, unknown),
            LOOKS_TO_NOTICE,
          );
          assert.deepEqual(differences, []);
          // One look more: what is made of an earlier look goes as well.
          const { card } = await observer.look();
          assert.deepEqual(stillTold(card, unknown), []);
          assert.deepEqual(unjustified(card, said, lost, follows), []);
        } finally {
          await labOf().heal();
        }
        const { card: healed } = await observer.lookUntil(
          now => changes(now, said),
          LOOKS_TO_NOTICE,
        );
        assert.deepEqual(statements(healed), said);
      });
    });
  });
}

/** Of these checks, those that are not unknown as forbidden. */
function stillTold(card: Scorecard, ids: readonly string[]): string[] {
  return ids
    .filter(id => statement(resultOf(card, id)) !== 'unknown (forbidden)')
    .map(id => `${id} is ${describe(resultOf(card, id))}`);
}

/** Checks that say something else than before, each with both. */
function changes(
  card: Scorecard,
  before_: Readonly<Record<string, string>>,
): string[] {
  return card.results
    .filter(result => statement(result) !== before_[result.checkId])
    .map(
      result =>
        `${result.checkId} was ${before_[result.checkId]} and is ${describe(
          result,
        )}`,
    );
}

/** Changes of checks that do not rest on a lost section, or to anything but unknown as forbidden; `follows` lists those that are known to say something else. */
function unjustified(
  card: Scorecard,
  before_: Readonly<Record<string, string>>,
  lost: readonly SectionName[],
  follows: Readonly<Record<string, string>>,
): string[] {
  const rest = card.results.filter(
    result =>
      statement(result) !== follows[result.checkId] &&
      (statement(result) !== 'unknown (forbidden)' ||
        !result.evidence.some(({ section }) => lost.includes(section))),
  );
  return changes({ ...card, results: rest }, before_);
}
