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
  steps                                                                            | changes                               | rule
  ${seen('fail', 'fail')}                                                          | ${[['fail', at(1)]]}                  | ${'two collections change it, since the first'}
  ${seen('fail', 'pass', 'fail', 'pass')}                                          | ${[]}                                 | ${'what comes and goes changes nothing'}
  ${seen('fail', 'unknown', 'unknown')}                                            | ${[['unknown', at(2)]]}               | ${'only what is seen twice counts'}
  ${seen('fail', 'fail', 'pass', 'pass')}                                          | ${[['fail', at(1)], ['pass', at(3)]]} | ${'back as it went'}
  ${[{ value: 'fail' }, { value: 'fail', cause: 'inventory' }]}                    | ${[]}                                 | ${'the other group has seen nothing of it anew'}
  ${[{ value: 'fail' }, { value: 'fail', cause: 'inventory' }, { value: 'fail' }]} | ${[['fail', at(1)]]}                  | ${'its own group confirms it'}
  ${[{ value: 'unknown', cause: 'time' }, { value: 'unknown', cause: 'time' }]}    | ${[['unknown', at(1)]]}               | ${'what went stale stays so'}
  ${[{ value: 'unknown', cause: 'time' }, { value: 'unknown' }]}                   | ${[['unknown', at(1)]]}               | ${'and any collection confirms it'}
`('$rule', ({ steps, changes }) => {
  expect(settleAll(steps)).toEqual(changes);
});

it('needs no second look at what nobody had asked for before', () => {
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

it('takes a refusal for no first look', () => {
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
  let verdicts = settledAs({ flapping: 'pass', real: 'pass' });
  const settledReal: boolean[] = [];
  for (let minute = 1; minute <= 4; minute += 1) {
    const { settled, verdicts: next } = settle(
      verdicts,
      { flapping: minute % 2 === 0 ? 'pass' : 'unknown', real: 'fail' },
      { takenAt: at(minute), previousAt: at(minute - 1), cause: 'inventory' },
    );
    verdicts = next;
    settledReal.push(settled.has('real'));
    expect(settled.has('flapping')).toBe(false);
  }
  expect(settledReal).toEqual([false, true, false, false]);
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

it('never changes twice in a row, whatever is seen', () => {
  const step = fc.record({
    value: fc.constantFrom('pass', 'fail', 'unknown'),
    cause: fc.constantFrom<AssessmentCause>('control-plane', 'inventory'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const values = ['pass', ...settleAll(steps).map(([value]) => value)];
      const repeated = values.filter((value, i) => value === values[i - 1]);
      expect(repeated).toEqual([]);
      expect(values.length - 1).toBeLessThanOrEqual(steps.length / 2);
    }),
  );
});
