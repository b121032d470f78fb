/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CheckResult,
  Grade,
  Scorecard,
  Severity,
} from 'backstage-plugin-kubernetes-ha-common';
import { gateOf } from './gate';

const result = (
  checkId: string,
  severity: Severity,
  status: CheckResult['status'],
) => ({ checkId, severity, status });

function card(grade: Grade | null): Scorecard {
  const results = [
    result('fails-high', 'high', 'fail'),
    result('warns-critical', 'critical', 'warn'),
    result('unknown-critical', 'critical', 'unknown'),
    result('fails-low', 'low', 'fail'),
  ];
  return { grade, results } as unknown as Scorecard;
}

it.each`
  grade   | minGrade     | failOn        | isPassed | failed                         | rule
  ${'F'}  | ${undefined} | ${undefined}  | ${true}  | ${undefined}                   | ${'nothing required, nothing refused'}
  ${'B'}  | ${'B'}       | ${undefined}  | ${true}  | ${undefined}                   | ${'the grade itself reaches it'}
  ${'A'}  | ${'B'}       | ${undefined}  | ${true}  | ${undefined}                   | ${'a better one does'}
  ${'C'}  | ${'B'}       | ${undefined}  | ${false} | ${undefined}                   | ${'a worse one does not'}
  ${null} | ${'F'}       | ${undefined}  | ${false} | ${undefined}                   | ${'no grade reaches none'}
  ${'A'}  | ${undefined} | ${'critical'} | ${true}  | ${[]}                          | ${'warnings and unknowns are no failures'}
  ${'A'}  | ${undefined} | ${'high'}     | ${false} | ${['fails-high']}              | ${'a failure of the severity counts'}
  ${'A'}  | ${undefined} | ${'medium'}   | ${false} | ${['fails-high']}              | ${'so does one of a higher severity'}
  ${'A'}  | ${'A'}       | ${'low'}      | ${false} | ${['fails-high', 'fails-low']} | ${'both requirements must be met'}
`('$rule', ({ grade, minGrade, failOn, isPassed, failed }) => {
  const gate = gateOf(card(grade), { minGrade, failOn });
  expect(gate.isPassed).toBe(isPassed);
  expect(gate.checks?.failed).toEqual(failed);
});
