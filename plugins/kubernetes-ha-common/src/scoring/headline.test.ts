/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { CheckResult } from '../checks/check';
import { latencyChecks } from '../checks/latencyChecks';
import { checks } from '../checks/registry';
import {
  CheckStatus,
  Layer,
  layers,
  severities,
  statuses,
} from '../checks/layers';
import { CheckKind, verdictOf } from '../checks/verdict';
import { message } from '../messages';
import { headlineOf } from './headline';

function result(
  checkId: string,
  layer: Layer,
  severity: CheckResult['severity'],
  status: CheckStatus,
  kind: CheckKind,
): CheckResult {
  return {
    checkId,
    layer,
    severity,
    status,
    verdict: verdictOf(kind, { status }),
    stage: 1,
    runbook: 'RB-TEST',
    observed: message('section.required', { sections: ['version'] }),
    evidence: [],
    thresholds: {},
  };
}

describe('the headline', () => {
  it('is what is broken, before what is weak and what nobody sees', () => {
    const results = [
      result('lb', 'loadbalancer', 'critical', 'unknown', 'state'),
      result('count', 'etcd', 'critical', 'fail', 'design'),
      result('down', 'apiserver', 'high', 'warn', 'state'),
    ];
    expect(headlineOf(results)).toEqual({
      verdict: 'broken',
      layer: 'apiserver',
      checkIds: ['down'],
    });
    expect(headlineOf(results.slice(0, 2))).toMatchObject({
      verdict: 'weak',
      checkIds: ['count'],
    });
    expect(headlineOf(results.slice(0, 1))).toMatchObject({
      verdict: 'not-visible',
      checkIds: ['lb'],
    });
  });

  it('names all of a kind in a layer, the most severe and failed first', () => {
    expect(
      headlineOf([
        result('warned', 'etcd', 'critical', 'warn', 'state'),
        result('b', 'etcd', 'critical', 'fail', 'state'),
        result('a', 'etcd', 'critical', 'fail', 'state'),
        result('c', 'nodes', 'critical', 'fail', 'state'),
      ]),
    ).toEqual({ verdict: 'broken', layer: 'etcd', checkIds: ['a', 'b'] });
  });

  it('names what is lost before what is slow, though its layer comes later', () => {
    const slow = result('etcd-fsync-p99', 'etcd', 'critical', 'warn', 'state');
    const down = result('z', 'apiserver', 'critical', 'warn', 'state');
    expect(headlineOf([slow, down])).toMatchObject({ checkIds: ['z'] });
    const same = result('z', 'etcd', 'critical', 'warn', 'state');
    expect(headlineOf([slow, same])).toMatchObject({
      checkIds: ['z', 'etcd-fsync-p99'],
    });
    const failed: CheckResult = { ...slow, status: 'fail' };
    expect(headlineOf([failed, down])).toMatchObject({
      checkIds: ['etcd-fsync-p99'],
    });
  });

  it('knows the checks of latency by their names', () => {
    const known = checks.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...latencyChecks]));
  });

  it('is none where everything passes', () => {
    expect(headlineOf([])).toBeUndefined();
    expect(
      headlineOf([result('a', 'etcd', 'critical', 'pass', 'state')]),
    ).toBeUndefined();
  });

  it('stays what was observed, whatever else becomes unknown', () => {
    const any = fc
      .tuple(
        fc.constantFrom(...layers),
        fc.constantFrom(...severities),
        fc.constantFrom(...statuses),
        fc.constantFrom<CheckKind>('state', 'design'),
      )
      .map(([layer, severity, status, kind]) => ({
        layer,
        severity,
        status,
        kind,
      }));
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 1, maxLength: 12 }),
        fc.func(fc.boolean()),
        (list, isHidden) => {
          const before = list.map(({ layer, severity, status, kind }, index) =>
            result(`c-${index}`, layer, severity, status, kind),
          );
          const headline = headlineOf(before);
          fc.pre(headline !== undefined && headline.verdict !== 'not-visible');
          const named = new Set(headline?.checkIds);
          const after = list.map(({ layer, severity, status, kind }, index) =>
            result(
              `c-${index}`,
              layer,
              severity,
              !named.has(`c-${index}`) && isHidden(index) ? 'unknown' : status,
              kind,
            ),
          );
          expect(headlineOf(after)).toEqual(headline);
        },
      ),
    );
  });
});
