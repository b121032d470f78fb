/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../messages';
import { defaultPolicy, Policy } from '../policy/policy';
import type { ClusterSnapshot } from '../snapshot/clusterSnapshot';
import { leasesOf, nodeOf, podOf } from '../testing/controlPlane';
import { observed, secondsAgo, snapshotWith } from '../testing/snapshotWith';
import { Check, CheckInput, defineCheck } from './check';
import { pass } from './outcome';
import { checks } from './registry';
import { runChecks } from './runChecks';

const nodes = ['a', 'b', 'c'].map(zone =>
  nodeOf(`cp-${zone}`, { controlPlane: true, zone }),
);
const snapshot = snapshotWith({
  nodes,
  pods: [podOf('one'), podOf('two')],
  leases: leasesOf([]),
  version: { gitVersion: 'v1.37.2' },
});

/** The same signals, judged so much later. */
function later(seconds: number, of: ClusterSnapshot = snapshot) {
  return { ...of, takenAt: secondsAgo(-seconds) };
}

/** A check that counts how often it is asked, and asks for what `use` does. */
function countingCheck(use: (input: CheckInput) => unknown) {
  const evaluate = jest.fn((input: CheckInput) => {
    use(input);
    return pass(message('section.required', { sections: ['nodes'] }));
  });
  const check: Check = defineCheck({
    id: 'counting',
    layer: 'nodes',
    severity: 'low',
    kind: 'design',
    stage: 1,
    reads: ['nodes', 'pods'],
    thresholds: { least: { value: 1, unit: 'nodes', source: '(proposal)' } },
    runbook: 'RB-TEST',
    source: 'test',
    evaluate,
  });
  return {
    evaluate,
    run: (of: ClusterSnapshot, policy: Policy = defaultPolicy) =>
      runChecks([check], of, policy)[0],
  };
}

const usesWhatItReads = ({
  values,
  observed: read,
  thresholds,
}: CheckInput) => [values.nodes, values.pods, read.nodes, thresholds.least];

it('asks a check once while what it reads is the same, with the age of now', () => {
  const { evaluate, run } = countingCheck(usesWhatItReads);
  const first = run(snapshot);
  const second = run(later(30));
  expect(evaluate).toHaveBeenCalledTimes(1);
  expect(second.status).toBe(first.status);
  expect(first.evidence[0].ageSeconds).toBe(5);
  expect(second.evidence[0].ageSeconds).toBe(35);
});

it.each([
  ['a section that it reads first', { nodes: observed(nodes) }],
  ['a section that it reads beside', { pods: observed([]) }],
])('asks it again when %s was read anew', (_what, sections) => {
  const { evaluate, run } = countingCheck(usesWhatItReads);
  run(snapshot);
  const all = { ...snapshot.sections, ...sections };
  run({ ...later(30), sections: all });
  expect(evaluate).toHaveBeenCalledTimes(2);
});

it('asks it again under another policy, with its numbers', () => {
  const { evaluate, run } = countingCheck(usesWhatItReads);
  run(snapshot);
  const policy = {
    thresholds: { counting: { least: 7 } },
    severities: {},
  };
  const result = run(later(30), policy);
  expect(evaluate).toHaveBeenCalledTimes(2);
  expect(evaluate.mock.lastCall?.[0].thresholds).toEqual({ least: 7 });
  expect(result.thresholds.least).toMatchObject({ value: 7, policy: true });
});

it.each<[string, (input: CheckInput) => unknown]>([
  ['other signals', ({ signals }) => signals.leases],
  ['the clock', ({ nowMs }) => nowMs],
  ['the cluster', ({ cluster }) => cluster.tier],
  ['all that it is given', input => ({ ...input })],
])('asks a check that asks for %s every time', (_what, use) => {
  const { evaluate, run } = countingCheck(use);
  run(snapshot);
  run(later(30));
  expect(evaluate).toHaveBeenCalledTimes(2);
});

it('asks a check that failed to answer again', () => {
  const { evaluate, run } = countingCheck(usesWhatItReads);
  evaluate.mockImplementationOnce(() => {
    throw new Error('stumbled');
  });
  expect(run(snapshot).status).toBe('unknown');
  expect(run(later(30)).status).toBe('pass');
});

it('gives, of every check of the product, what it gives of signals that nobody has seen before', () => {
  runChecks(checks, snapshot);
  for (const seconds of [30, 85, 95, 3_600]) {
    const known = later(seconds);
    expect(runChecks(checks, known)).toEqual(
      runChecks(checks, structuredClone(known)),
    );
  }
  // Of that, some went stale: the first judgement was of fresh ones.
  expect(runChecks(checks, snapshot)).toEqual(
    runChecks(checks, structuredClone(snapshot)),
  );
});
