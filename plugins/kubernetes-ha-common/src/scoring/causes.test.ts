/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import type { CheckResult } from '../checks/check';
import { layers, severities, statuses } from '../checks/layers';
import { CheckKind, verdictOf } from '../checks/verdict';
import { message } from '../messages';
import { nodeOf } from '../testing/controlPlane';
import { snapshotWith } from '../testing/snapshotWith';
import { causesOf } from './causes';

const names = ['cp-a', 'cp-b', 'cp-c', 'worker-1', 'worker-2'];
const { sections } = snapshotWith({ nodes: names.map(name => nodeOf(name)) });

function result(checkId: string, parts: Partial<CheckResult>): CheckResult {
  return {
    checkId,
    layer: 'etcd',
    severity: 'critical',
    status: 'fail',
    verdict: 'broken',
    stage: 1,
    runbook: 'RB-TEST',
    observed: message('section.required', { sections: ['etcd'] }),
    evidence: [],
    thresholds: {},
    ...parts,
  };
}

const unread = (source: string, reason: 'not-configured' | 'timeout') =>
  ({
    status: 'unknown',
    verdict: 'not-visible',
    reason,
    evidence: [
      {
        section: 'etcd',
        state: 'unknown',
        source,
        via: source,
        observedAt: '',
        ageSeconds: 0,
        reason,
        detail: `${source} says no`,
      },
    ],
  } satisfies Partial<CheckResult>);

describe('causes', () => {
  it('are a machine with everything that stands on it', () => {
    expect(
      causesOf(
        [
          result('lb', { subjects: ['apiserver/cp-b'], severity: 'high' }),
          result('member', { subjects: ['cp-b'] }),
          result('scheduler', {
            subjects: ['kube-scheduler-cp-b'],
            severity: 'low',
          }),
          result('lease', {
            subjects: ['kube-controller-manager/cp-b'],
            severity: 'low',
          }),
          result('other', { subjects: ['worker-1'], severity: 'medium' }),
        ],
        sections,
      ),
    ).toEqual([
      {
        id: 'machines:cp-b',
        kind: 'machines',
        verdict: 'broken',
        machines: ['cp-b'],
        checkIds: ['member', 'lb', 'lease', 'scheduler'],
      },
      expect.objectContaining({ id: 'machines:worker-1', checkIds: ['other'] }),
    ]);
  });

  it('are the machine whose whole name a mirror pod ends in', () => {
    const cluster = snapshotWith({ nodes: [nodeOf('b'), nodeOf('cp-b')] });
    expect(
      causesOf(
        [result('scheduler', { subjects: ['kube-scheduler-cp-b'] })],
        cluster.sections,
      ),
    ).toEqual([expect.objectContaining({ id: 'machines:cp-b' })]);
  });

  it('are all machines that fall together, whatever part of them each check sees', () => {
    const causes = causesOf(
      [
        result('one', { subjects: ['cp-a'] }),
        result('two', { subjects: ['cp-b'] }),
        result('both', { subjects: ['cp-b', 'cp-a'] }),
      ],
      sections,
    );
    expect(causes.map(({ id }) => id)).toEqual(['machines:cp-a,cp-b']);
  });

  it('are a source that nobody can read, once for each reason', () => {
    const causes = causesOf(
      [
        result('a', unread('etcd', 'not-configured')),
        result('b', unread('etcd', 'not-configured')),
        result('c', unread('etcd', 'timeout')),
        result('d', unread('leases', 'timeout')),
      ],
      sections,
    );
    expect(causes.map(({ id, checkIds }) => [id, checkIds])).toEqual([
      ['source:etcd:not-configured', ['a', 'b']],
      ['source:etcd:timeout', ['c']],
      ['source:leases:timeout', ['d']],
    ]);
    expect(causes[0].source).toEqual({
      name: 'etcd',
      reason: 'not-configured',
      detail: 'etcd says no',
    });
  });

  it('are a result by itself where it names no machine, or is weak by design', () => {
    const causes = causesOf(
      [
        result('lease', { subjects: ['kube-scheduler'] }),
        result('flags', { subjects: ['cp-b'], verdict: 'weak' }),
        result('passing', { status: 'pass', verdict: undefined }),
      ],
      sections,
    );
    expect(causes.map(({ id }) => id)).toEqual(['check:lease', 'check:flags']);
  });

  it('hold every result that has a verdict exactly once', () => {
    const any = fc.record({
      layer: fc.constantFrom(...layers),
      severity: fc.constantFrom(...severities),
      status: fc.constantFrom(...statuses),
      kind: fc.constantFrom<CheckKind>('state', 'design', 'count'),
      subjects: fc.array(
        fc.constantFrom(...names, 'apiserver/cp-b', 'elsewhere'),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 15 }), list => {
        const results = list.map(({ kind, ...parts }, index) =>
          result(`c-${index}`, { ...parts, verdict: verdictOf(kind, parts) }),
        );
        const held = causesOf(results, sections).flatMap(
          ({ checkIds }) => checkIds,
        );
        expect([...held].sort()).toEqual(
          results
            .filter(({ verdict }) => verdict)
            .map(({ checkId }) => checkId)
            .sort(),
        );
      }),
    );
  });
});
