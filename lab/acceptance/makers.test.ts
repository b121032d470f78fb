/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { type Lab, startLab } from '../src';
import { createObserver } from './createObserver';
import { belowPass, differences } from './expectation';
import { makers } from './makerExpectations';
import { statements } from './needsTime';
import type { Observer } from './observer';

/** Looks after which everything that is to be seen was compared with an earlier look. */
const LOOKS = 3;

for (const maker of makers) {
  suite(`a plane ${maker.like}`, { timeout: 600_000 }, () => {
    let lab: Lab | undefined;
    let observer: Observer | undefined;
    let card: Scorecard | undefined;

    before(async () => {
      lab = await startLab({ name: maker.profile, profile: maker.profile });
      observer = await createObserver(lab.appConfig());
      for (let i = 0; i < LOOKS; i += 1) ({ card } = await observer.look());
    });

    after(async () => {
      await observer?.close();
      await lab?.down();
    });

    test(`is recognised as ${maker.platform}`, () => {
      assert.equal(card?.cluster.platform, maker.platform);
    });

    test('has every check pass, but for what is hidden or really weaker', () => {
      assert.ok(card);
      const said = Object.fromEntries(
        Object.entries(statements(card)).filter(([, text]) => text !== 'pass'),
      );
      assert.deepEqual(
        sorted(said),
        sorted(maker.belowPass),
        belowPass(card).join('\n'),
      );
    });

    const { fault } = maker;
    if (fault) {
      test(`does not hide it: ${fault.title}`, async () => {
        assert.ok(lab && observer);
        await lab.fault(fault.name, fault.args);
        try {
          const seen = await observer.lookUntil(
            now => differences(now, fault.wanted),
            fault.looks,
          );
          assert.deepEqual(seen.differences, []);
        } finally {
          await lab.heal();
        }
      });
    }
  });
}

function sorted(record: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(record).sort());
}
