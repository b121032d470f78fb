/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import {
  AssessmentCause,
  settle,
  settledAs,
  valueOf,
  Verdicts,
} from './verdicts';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString();

/** Settles a row of values of one check, one a minute, after `pass`. */
function settleAll(
  steps: readonly { value: string; cause?: AssessmentCause }[],
) {
  let verdicts: Verdicts = settledAs({ check: 'pass' });
  const changes: [string, string | undefined][] = [];
  for (const [index, { value, cause = 'control-plane' }] of steps.entries()) {
    const settled = settle(
      verdicts,
      { check: value },
      { takenAt: at(index + 1), previousAt: at(index), cause },
    );
    verdicts = settled.verdicts;
    for (const { since } of settled.settled.values()) {
      changes.push([verdicts.check.value, since]);
    }
  }
  return changes;
}

const seen = (...values: string[]) => values.map(value => ({ value }));

it.each`
  steps                                                                                               | changes                                                   | rule
  ${seen('fail')}                                                                                     | ${[['fail', at(1)]]}                                      | ${'a fall counts at once'}
  ${seen('unknown', 'warn', 'fail')}                                                                  | ${[['unknown', at(1)], ['warn', at(2)], ['fail', at(3)]]} | ${'and so does each further one'}
  ${seen('fail', 'pass')}                                                                             | ${[['fail', at(1)]]}                                      | ${'a rise does not'}
  ${seen('fail', 'pass', 'pass')}                                                                     | ${[['fail', at(1)], ['pass', at(2)]]}                     | ${'a rise takes two assessments in a row, since the first'}
  ${seen('fail', 'pass', 'fail', 'pass', 'fail')}                                                     | ${[['fail', at(1)]]}                                      | ${'what comes and goes falls once and stays down'}
  ${seen('fail', 'pass', 'unknown')}                                                                  | ${[['fail', at(1)], ['unknown', at(2)]]}                  | ${'two without the failure end it, as the worse of them'}
  ${seen('fail', 'unknown', 'pass', 'pass')}                                                          | ${[['fail', at(1)], ['unknown', at(2)], ['pass', at(3)]]} | ${'whichever comes first'}
  ${[...seen('fail', 'pass'), { value: 'pass', cause: 'inventory' }]}                                 | ${[['fail', at(1)]]}                                      | ${'the other group has seen nothing of it anew'}
  ${[...seen('fail', 'pass'), { value: 'pass', cause: 'inventory' }, ...seen('pass')]}                | ${[['fail', at(1)], ['pass', at(2)]]}                     | ${'its own group confirms it'}
  ${[...seen('fail', 'pass'), { value: 'warn', cause: 'inventory' }, ...seen('pass')]}                | ${[['fail', at(1)], ['warn', at(2)]]}                     | ${'the worst that was seen meanwhile is what it rises to'}
  ${[...seen('fail'), { value: 'unknown', cause: 'time' }, { value: 'unknown', cause: 'inventory' }]} | ${[['fail', at(1)], ['unknown', at(2)]]}                  | ${'what went stale stays so, whoever confirms it'}
`('$rule', ({ steps, changes }) => {
  expect(settleAll(steps)).toEqual(changes);
});

it.each`
  from          | to             | settles  | rule
  ${'A'}        | ${'B'}         | ${true}  | ${'a lower grade'}
  ${'B'}        | ${'A'}         | ${false} | ${'a higher grade'}
  ${'F'}        | ${'none'}      | ${true}  | ${'no grade at all'}
  ${'none'}     | ${'F'}         | ${false} | ${'a grade where there was none'}
  ${'false'}    | ${'true'}      | ${true}  | ${'provisional'}
  ${'true'}     | ${'false'}     | ${false} | ${'provisional no more'}
  ${'fail low'} | ${'fail high'} | ${true}  | ${'another severity by the policy'}
`('of what is seen once counts $rule: $settles', ({ from, to, settles }) => {
  const { settled, verdicts } = settle(
    settledAs({ it: from }),
    { it: to },
    { takenAt: at(1), previousAt: at(0), cause: 'control-plane' },
  );
  expect(settled.has('it')).toBe(settles);
  expect(verdicts.it.value).toBe(settles ? to : from);
});

it('takes what cannot be seen any more for no change', () => {
  const seenFailing = valueOf({ status: 'fail', severity: 'high' });
  expect(
    valueOf({
      status: 'unknown',
      severity: 'high',
      reason: 'timeout',
      lastSeen: {
        status: 'fail',
        at: at(0),
        ageSeconds: 30,
        observed: { code: 'test', params: {} },
      },
    }),
  ).toBe(seenFailing);
});

it('needs no second assessment of what was never assessed before', () => {
  const before = valueOf({
    status: 'unknown',
    severity: 'critical',
    reason: 'not-collected',
  });
  const after = valueOf({ status: 'pass', severity: 'critical' });
  const { verdicts, settled } = settle(
    settledAs({ check: before }),
    { check: after },
    { takenAt: at(1), previousAt: at(0), cause: 'inventory' },
  );
  expect(verdicts).toEqual({ check: { value: after } });
  expect(settled.get('check')).toEqual({ since: at(1), after: at(0) });
});

it('takes a refusal for no first assessment', () => {
  const refused = valueOf({
    status: 'unknown',
    severity: 'high',
    reason: 'refused',
  });
  const { settled } = settle(
    settledAs({ check: refused }),
    { check: 'pass high' },
    { takenAt: at(1), previousAt: at(0), cause: 'inventory' },
  );
  expect([...settled]).toEqual([]);
});

it('holds up no check for another one that flaps', () => {
  let verdicts = settledAs({ flapping: 'pass', real: 'fail' });
  const changed: string[][] = [];
  for (let minute = 1; minute <= 4; minute += 1) {
    const { settled, verdicts: next } = settle(
      verdicts,
      { flapping: minute % 2 === 0 ? 'pass' : 'unknown', real: 'pass' },
      { takenAt: at(minute), previousAt: at(minute - 1), cause: 'inventory' },
    );
    verdicts = next;
    changed.push([...settled.keys()]);
  }
  expect(changed).toEqual([['flapping'], ['real'], [], []]);
});

it('settles at once what is new or gone with a version', () => {
  const { settled, verdicts } = settle(
    settledAs({ gone: 'fail' }),
    { added: 'warn' },
    { takenAt: at(1), previousAt: at(0), cause: 'inventory' },
  );
  expect(Object.fromEntries(settled)).toEqual({
    added: { since: at(1) },
    gone: { since: at(1), after: at(0) },
  });
  expect(verdicts).toEqual({ added: { value: 'warn' } });
});

it('never says better than what is seen, and rises only after two assessments that saw it', () => {
  const order = ['pass', 'unknown', 'warn', 'fail'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 40 }),
      values => {
        let verdicts: Verdicts = settledAs({ check: 'pass' });
        values.forEach((value, index) => {
          const before = verdicts.check.value;
          verdicts = settle(
            verdicts,
            { check: value },
            {
              takenAt: at(index + 1),
              previousAt: at(index),
              cause: 'inventory',
            },
          ).verdicts;
          const rank = (word: string) => order.indexOf(word);
          const now = verdicts.check.value;
          expect(rank(now)).toBeGreaterThanOrEqual(rank(value));
          const risen = order[Math.max(rank(value), rank(values[index - 1]))];
          expect(now).toBe(rank(now) < rank(before) ? risen : now);
        });
      },
    ),
  );
});
