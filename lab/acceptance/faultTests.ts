/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Lab } from '../src';
import { createObserver } from './createObserver';
import {
  belowPass,
  differences,
  unexplainedCriticalFailures,
  unexplainedUnknownCriticals,
  unknownCriticals,
} from './expectation';
import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import type { FaultCase } from './faultCases';
import { INTERVAL_SECONDS, Observer } from './observer';
import { fixOf, steadyScore } from './promisedScore';

/** Looks within which a fault must show once it has taken effect. */
const LOOKS = 2;

/** Looks that a healed cluster gets, two minutes: alarms and averages over minutes need some. */
const LOOKS_TO_HEAL = 120 / INTERVAL_SECONDS;

/** Injects each fault on a lab, sees what is said, heals it and sees it gone. */
export function faultTests(
  labOf: () => Lab,
  cases: readonly FaultCase[],
): void {
  let observer: Observer | undefined;

  before(async () => {
    observer = await createObserver(labOf().appConfig());
    // Rates and histories need an earlier look.
    await observer.look();
    await observer.look();
  });

  after(() => observer?.close());

  cases.forEach(each => {
    test(each.title, async () => {
      assert.ok(observer);
      const lab = labOf();
      await assertCalm(observer, each);

      let promised: number | null | undefined;
      await lab.fault(each.fault, each.args);
      try {
        const looks =
          LOOKS +
          Math.ceil((each.takesEffectAfterSeconds ?? 0) / INTERVAL_SECONDS);
        const seen = await observer.lookUntil(
          card => differences(card, each.wanted),
          looks,
        );
        assert.deepEqual(seen.differences, [], 'the fault was not seen');
        assert.deepEqual(
          unexplainedCriticalFailures(
            seen.card,
            each.wanted,
            each.consequences ?? {},
          ),
          [],
          'something fails that is not broken',
        );
        const last = await assertNothingHidden(observer, each);
        promised = each.fixedBy && fixOf(last, each.fixedBy).then.score;
      } finally {
        await lab.heal();
      }

      await assertHealed(observer, each);
      if (promised !== undefined) await assertScore(observer, promised);
    });
  });
}

/** While a fault is in force only what it hides is unknown, and the fault is still seen. */
async function assertNothingHidden(
  observer: Observer,
  each: FaultCase,
): Promise<Scorecard> {
  // For some seconds a load balancer still sends calls to an API server that is about to be given up.
  const { card: last, differences: left } = await observer.lookUntil(
    card => [
      ...differences(card, each.wanted),
      ...unexplainedUnknownCriticals(card, each.wanted, each.unknowns ?? {}),
    ],
    LOOKS,
  );
  assert.deepEqual(left, [], 'unknown, though the fault does not hide it');
  return last;
}

/** What the fix list said of the score is what it is, now that the cause is gone. */
async function assertScore(
  observer: Observer,
  promised: number | null,
): Promise<void> {
  const { card, differences: left } = await observer.lookUntil(now => {
    const score = steadyScore(now);
    return score === promised
      ? []
      : [`the score is ${score}; the fix list said ${promised}`];
  }, LOOKS_TO_HEAL);
  assert.deepEqual(left, [], belowPass(card).join('\n'));
}

/** Before a fault nothing that it is about may be off already. */
async function assertCalm(observer: Observer, each: FaultCase): Promise<void> {
  const { differences: off } = await observer.lookUntil(
    card => notPassing(card, each),
    LOOKS_TO_HEAL,
  );
  assert.deepEqual(off, [], 'not calm before the fault');
}

/** After healing, what the fault was about passes and no critical check fails or is unknown. */
async function assertHealed(
  observer: Observer,
  each: FaultCase,
): Promise<void> {
  const { card, differences: left } = await observer.lookUntil(
    now => notPassing(now, each),
    LOOKS_TO_HEAL,
  );
  assert.deepEqual(left, [], `not healed:\n${belowPass(card).join('\n')}`);
}

function notPassing(
  card: Parameters<typeof differences>[0],
  each: FaultCase,
): string[] {
  // What a fault brings along, a webhook say, is not part of a cluster that is well.
  const calm = ['pass', 'not-applicable'] as const;
  const passing = Object.fromEntries(
    Object.keys(each.wanted).map(id => [id, calm]),
  );
  return [
    ...differences(card, passing),
    ...unexplainedCriticalFailures(card, {}, {}),
    ...unknownCriticals(card),
  ];
}
