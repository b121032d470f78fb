/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { CheckResult } from '../checks/check';
import {
  CheckStatus,
  Layer,
  layers,
  severities,
  Severity,
  statuses,
} from '../checks/layers';
import { CheckKind, verdictOf } from '../checks/verdict';
import { message } from '../messages';
import { snapshotWith } from '../testing/snapshotWith';
import { causesOf } from './causes';
import { fixesOf } from './fixes';
import { scoreOf } from './scoreOf';

const { sections } = snapshotWith({});

function result(
  checkId: string,
  layer: Layer,
  severity: Severity,
  status: CheckStatus,
  kind: CheckKind = 'design',
): CheckResult {
  return {
    checkId,
    layer,
    severity,
    status,
    verdict: verdictOf(kind, { status }),
    stage: 1,
    runbook: 'RB-TEST',
    observed: message('section.required', { sections: ['etcd'] }),
    evidence: [],
    thresholds: {},
  };
}

it('says what each cause costs, the dearest first', () => {
  const results = [
    result('lb', 'loadbalancer', 'critical', 'fail'),
    result('zones', 'topology', 'high', 'fail'),
    result('flag', 'apiserver', 'medium', 'warn'),
    result('hidden', 'etcd', 'low', 'unknown'),
  ];
  expect(fixesOf(results, causesOf(results, sections))).toEqual([
    {
      causeId: 'check:lb',
      then: { score: 55, grade: 'D' },
      gain: 35,
      visible: 0,
    },
    // The load balancer limits as before; but a check becomes visible.
    {
      causeId: 'check:hidden',
      then: { score: 20, grade: 'F' },
      gain: 0,
      visible: 1,
    },
    expect.objectContaining({ causeId: 'check:zones', gain: 0 }),
    expect.objectContaining({ causeId: 'check:flag', gain: 0 }),
  ]);
});

it('gives the score that the results have once the cause is gone', () => {
  const any = fc.tuple(
    fc.constantFrom(...layers),
    fc.constantFrom(...severities),
    fc.constantFrom(...statuses),
    fc.constantFrom<CheckKind>('state', 'design'),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), list => {
      const results = list.map((parts, index) =>
        result(`c-${index}`, ...parts),
      );
      const causes = causesOf(results, sections);
      const fixes = fixesOf(results, causes);
      expect(fixes).toHaveLength(causes.length);
      for (const { causeId, then, gain } of fixes) {
        const cause = causes.find(({ id }) => id === causeId);
        const after = results.map(each =>
          cause?.checkIds.includes(each.checkId)
            ? result(each.checkId, each.layer, each.severity, 'pass')
            : each,
        );
        expect(then).toEqual(scoreOf(after));
        expect(gain).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
