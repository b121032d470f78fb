/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { CheckResult } from '../checks/check';
import { CheckStatus, severities, Severity, statuses } from '../checks/layers';
import { message } from '../messages';
import { scoreLayer } from './layerScore';

function resultOf(
  status: CheckStatus,
  severity: Severity,
  checkId = `${severity}-${status}`,
): CheckResult {
  return {
    checkId,
    layer: 'etcd',
    severity,
    stage: 1,
    runbook: 'RB-TEST',
    status,
    observed: message('section.absent', { section: 'etcd', detail: 'test' }),
    evidence: [],
    thresholds: {},
  };
}

const anyResult = fc
  .tuple(fc.constantFrom(...statuses), fc.constantFrom(...severities))
  .map(([status, severity]) => ({ status, severity }));

const anyLayer = fc
  .array(anyResult, { maxLength: 12 })
  .map(list =>
    list.map(({ status, severity }, index) =>
      resultOf(status, severity, `check-${index}`),
    ),
  );

describe('one result in a layer', () => {
  it.each`
    severity      | status              | score   | cap    | deducted | provisional
    ${'critical'} | ${'pass'}           | ${100}  | ${100} | ${0}     | ${false}
    ${'critical'} | ${'fail'}           | ${20}   | ${20}  | ${0}     | ${false}
    ${'critical'} | ${'warn'}           | ${75}   | ${75}  | ${0}     | ${false}
    ${'critical'} | ${'unknown'}        | ${75}   | ${75}  | ${0}     | ${true}
    ${'critical'} | ${'not-applicable'} | ${null} | ${100} | ${0}     | ${false}
    ${'high'}     | ${'pass'}           | ${100}  | ${100} | ${0}     | ${false}
    ${'high'}     | ${'fail'}           | ${55}   | ${55}  | ${0}     | ${false}
    ${'high'}     | ${'warn'}           | ${85}   | ${85}  | ${0}     | ${false}
    ${'high'}     | ${'unknown'}        | ${85}   | ${85}  | ${0}     | ${true}
    ${'high'}     | ${'not-applicable'} | ${null} | ${100} | ${0}     | ${false}
    ${'medium'}   | ${'pass'}           | ${100}  | ${100} | ${0}     | ${false}
    ${'medium'}   | ${'fail'}           | ${94}   | ${100} | ${6}     | ${false}
    ${'medium'}   | ${'warn'}           | ${98}   | ${100} | ${2}     | ${false}
    ${'medium'}   | ${'unknown'}        | ${null} | ${100} | ${0}     | ${true}
    ${'medium'}   | ${'not-applicable'} | ${null} | ${100} | ${0}     | ${false}
    ${'low'}      | ${'pass'}           | ${100}  | ${100} | ${0}     | ${false}
    ${'low'}      | ${'fail'}           | ${98}   | ${100} | ${2}     | ${false}
    ${'low'}      | ${'warn'}           | ${99}   | ${100} | ${1}     | ${false}
    ${'low'}      | ${'unknown'}        | ${null} | ${100} | ${0}     | ${true}
    ${'low'}      | ${'not-applicable'} | ${null} | ${100} | ${0}     | ${false}
  `('a $severity $status gives $score', ({ severity, status, ...expected }) => {
    expect(scoreLayer('etcd', [resultOf(status, severity)])).toMatchObject({
      ...expected,
      status,
      base: 100,
    });
  });
});

describe('several results in a layer', () => {
  it.each`
    results                                                                             | score   | rule
    ${[['critical', 'fail'], ['critical', 'warn'], ['high', 'fail']]}                   | ${20}   | ${'the lowest cap counts, caps do not add up'}
    ${[['high', 'fail'], ['medium', 'fail'], ['low', 'warn']]}                          | ${48}   | ${'deductions come off the cap'}
    ${[['critical', 'warn'], ...Array(9).fill(['medium', 'warn'])]}                     | ${70}   | ${'warnings alone never make it the next grade'}
    ${[['critical', 'unknown'], ...Array(9).fill(['medium', 'warn'])]}                  | ${70}   | ${'nor beside an unknown'}
    ${[['high', 'warn'], ...Array(9).fill(['medium', 'warn'])]}                         | ${80}   | ${'whatever the grade'}
    ${[['high', 'warn'], ['medium', 'fail']]}                                           | ${79}   | ${'a failure does'}
    ${[['high', 'fail'], ...Array(9).fill(['medium', 'warn'])]}                         | ${37}   | ${'below a failure there is no floor'}
    ${[['medium', 'fail'], ['medium', 'fail'], ['medium', 'fail'], ['medium', 'fail']]} | ${80}   | ${'deductions stop at 20'}
    ${[['critical', 'fail'], ...Array(9).fill(['medium', 'fail'])]}                     | ${0}    | ${'20 points off a cap of 20 is 0'}
    ${[['critical', 'pass'], ['high', 'not-applicable']]}                               | ${100}  | ${'what does not apply costs nothing'}
    ${[['medium', 'unknown'], ['low', 'unknown'], ['high', 'not-applicable']]}          | ${null} | ${'nothing told is no praise'}
    ${[['medium', 'unknown'], ['low', 'pass']]}                                         | ${100}  | ${'one thing was told'}
    ${[['medium', 'unknown'], ['high', 'unknown']]}                                     | ${85}   | ${'an unknown that caps gives a score'}
  `('$score: $rule', ({ results, score }) => {
    const layer = scoreLayer(
      'etcd',
      results.map(([severity, status]: [Severity, CheckStatus], i: number) =>
        resultOf(status, severity, `check-${i}`),
      ),
    );
    expect(layer.score).toBe(score);
  });

  it.each`
    results                                              | status              | rule
    ${[]}                                                | ${'not-applicable'} | ${'nothing applies'}
    ${[['low', 'fail'], ['critical', 'unknown']]}        | ${'fail'}           | ${'a failure is always the worst'}
    ${[['critical', 'warn'], ['critical', 'unknown']]}   | ${'warn'}           | ${'at equal cost the warning is named'}
    ${[['high', 'warn'], ['critical', 'unknown']]}       | ${'unknown'}        | ${'a critical unknown costs more than a high warning'}
    ${[['low', 'warn'], ['medium', 'unknown']]}          | ${'warn'}           | ${'an unknown that costs nothing does not hide a warning'}
    ${[['critical', 'pass'], ['low', 'unknown']]}        | ${'unknown'}        | ${'an unknown is never a pass'}
    ${[['critical', 'pass'], ['low', 'not-applicable']]} | ${'pass'}           | ${'what does not apply is not worse than a pass'}
  `('status $status: $rule', ({ results, status }) => {
    const layer = scoreLayer(
      'etcd',
      results.map(([severity, of]: [Severity, CheckStatus], i: number) =>
        resultOf(of, severity, `check-${i}`),
      ),
    );
    expect(layer.status).toBe(status);
  });

  it('lists every step, the weightiest first, and counts every status', () => {
    const layer = scoreLayer('etcd', [
      resultOf('warn', 'low'),
      resultOf('fail', 'medium'),
      resultOf('unknown', 'high'),
      resultOf('warn', 'high'),
      resultOf('fail', 'critical'),
      resultOf('pass', 'critical'),
      resultOf('not-applicable', 'low'),
    ]);
    expect(layer.steps).toEqual([
      {
        checkId: 'critical-fail',
        kind: 'cap',
        points: 20,
        status: 'fail',
        severity: 'critical',
      },
      {
        checkId: 'high-unknown',
        kind: 'cap',
        points: 85,
        status: 'unknown',
        severity: 'high',
      },
      {
        checkId: 'high-warn',
        kind: 'cap',
        points: 85,
        status: 'warn',
        severity: 'high',
      },
      {
        checkId: 'medium-fail',
        kind: 'deduct',
        points: 6,
        status: 'fail',
        severity: 'medium',
      },
      {
        checkId: 'low-warn',
        kind: 'deduct',
        points: 1,
        status: 'warn',
        severity: 'low',
      },
    ]);
    expect(layer.counts).toEqual({
      pass: 1,
      warn: 2,
      fail: 2,
      unknown: 1,
      'not-applicable': 1,
    });
  });

  it('leaves out results of other layers', () => {
    const other: CheckResult = {
      ...resultOf('fail', 'critical'),
      layer: 'nodes',
    };
    expect(scoreLayer('etcd', [other]).score).toBeNull();
  });
});

describe('properties', () => {
  const score = (results: readonly CheckResult[]) =>
    scoreLayer('etcd', results).score;

  it('stays within 0 and 100, and is null exactly when nothing applies or is known', () => {
    fc.assert(
      fc.property(anyLayer, results => {
        const value = score(results);
        const none = results.every(
          ({ status, severity }) =>
            status === 'not-applicable' ||
            (status === 'unknown' && ['medium', 'low'].includes(severity)),
        );
        expect(value === null).toBe(none);
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
        expect(value ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('can be recomputed from its own steps', () => {
    fc.assert(
      fc.property(anyLayer, results => {
        const { score: value, steps } = scoreLayer('etcd', results);
        fc.pre(value !== null);
        let cap = 100;
        let setBy: CheckStatus = 'pass';
        let warned = 0;
        let failed = 0;
        for (const { kind, points, status } of steps) {
          if (kind === 'cap' && points < cap) {
            cap = points;
            setBy = status;
          }
          if (kind === 'deduct' && status === 'fail') failed += points;
          if (kind === 'deduct' && status === 'warn') warned += points;
        }
        const isSoft = setBy === 'warn' || setBy === 'unknown';
        // The soft caps are 75 and 85, five points above their grade's bound.
        if (isSoft && warned > 5) warned = 5;
        const off = Math.min(20, warned + failed);
        expect(value).toBe(Math.max(cap - off, 0));
      }),
    );
  });

  it('does not depend on the order of the results', () => {
    fc.assert(
      fc.property(
        anyLayer.chain(results =>
          fc.tuple(
            fc.constant(results),
            fc.shuffledSubarray(results, {
              minLength: results.length,
              maxLength: results.length,
            }),
          ),
        ),
        ([results, shuffled]) => {
          expect(scoreLayer('etcd', shuffled)).toEqual(
            scoreLayer('etcd', results),
          );
        },
      ),
    );
  });

  it('is left as it is by one more pass, and by one more that does not apply', () => {
    fc.assert(
      fc.property(
        anyLayer,
        fc.constantFrom(...severities),
        (results, severity) => {
          const before = score(results);
          expect(score([...results, resultOf('pass', severity)])).toBe(
            before ?? 100,
          );
          expect(
            score([...results, resultOf('not-applicable', severity)]),
          ).toBe(before);
        },
      ),
    );
  });

  it('is never raised by one more failure, warning or unknown', () => {
    fc.assert(
      fc.property(anyLayer, anyResult, (results, { status, severity }) => {
        const before = score(results);
        fc.pre(before !== null && status !== 'not-applicable');
        expect(
          score([...results, resultOf(status, severity)]),
        ).toBeLessThanOrEqual(before!);
      }),
    );
  });

  it('is never above what a critical or high unknown allows', () => {
    fc.assert(
      fc.property(anyLayer, results => {
        const { score: value, provisional } = scoreLayer('etcd', results);
        const untold = (severity: Severity) =>
          results.some(r => r.status === 'unknown' && r.severity === severity);
        expect(untold('critical') && value! > 75).toBe(false);
        expect(untold('high') && value! > 85).toBe(false);
        const applicable = results.filter(
          ({ status }) => status !== 'not-applicable',
        );
        const nothingTold =
          applicable.length > 0 &&
          applicable.every(({ status }) => status === 'unknown');
        expect(provisional).toBe(
          untold('critical') || untold('high') || nothingTold,
        );
      }),
    );
  });

  it('never gains when a result turns from pass to anything worse', () => {
    fc.assert(
      fc.property(
        anyLayer,
        fc.nat(),
        fc.constantFrom<CheckStatus>('warn', 'fail', 'unknown'),
        (results, at, worse) => {
          fc.pre(results.length > 0);
          const index = at % results.length;
          const passing = results.map((r, i) =>
            i === index ? { ...r, status: 'pass' as const } : r,
          );
          const worsened = results.map((r, i) =>
            i === index ? { ...r, status: worse } : r,
          );
          // No score at all is no gain.
          expect(score(worsened) ?? 0).toBeLessThanOrEqual(score(passing)!);
        },
      ),
    );
  });
});
