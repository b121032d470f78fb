/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Lab, startLab } from '../src';
import { createObserver } from './createObserver';
import {
  belowPass,
  describe,
  resultOf,
  unexplainedCriticalFailures,
  unknownCriticals,
} from './expectation';

suite('the reference profile, observed whole and in part', () => {
  let lab: Lab | undefined;

  before(async () => {
    lab = await startLab({ name: 'acceptance', profile: 'ha-3az' });
  });

  after(() => lab?.down());

  test('is graded A or B, and no critical check is unknown or failing', async () => {
    assert.ok(lab);
    const observer = await createObserver(lab.appConfig());
    try {
      const { card } = await observer.lookUntil(
        now => [
          ...unknownCriticals(now),
          ...(['A', 'B'].includes(now.grade ?? '')
            ? []
            : [`grade ${now.grade}`]),
        ],
        12,
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
    assert.ok(lab);
    const { etcd: _, ...withoutEtcd } = lab.appConfig();
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
      assert.ok((card.score ?? 100) <= 70, `score ${card.score}`);
    } finally {
      await observer.close();
    }
  });

  test('a reader without rights to one resource makes just the checks that read it unknown', async () => {
    assert.ok(lab);
    const observer = await createObserver(lab.appConfig());
    try {
      await observer.look();
      const { card: before_ } = await observer.look();
      await lab.fault('reader-without', {
        resource: 'validatingwebhookconfigurations',
      });
      const { card, differences } = await observer.lookUntil(
        now =>
          resultOf(now, 'webhook-failclosed-spof').status === 'unknown'
            ? []
            : ['webhook-failclosed-spof is not unknown'],
        4,
      );
      assert.deepEqual(differences, []);
      assert.equal(
        resultOf(card, 'webhook-failclosed-spof').reason,
        'forbidden',
      );
      const newlyUnknown = card.results
        .filter(result => result.status === 'unknown')
        .filter(
          result => resultOf(before_, result.checkId).status !== 'unknown',
        )
        .filter(
          result =>
            !result.evidence.some(e => e.section === 'validatingWebhooks'),
        );
      assert.deepEqual(newlyUnknown.map(describe), []);
    } finally {
      await lab.heal();
      await observer.close();
    }
  });
});
