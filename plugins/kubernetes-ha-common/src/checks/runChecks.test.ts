/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message, say } from '../messages';
import {
  absent,
  notKnown,
  observed,
  secondsAgo,
  snapshotWith,
} from '../testing/snapshotWith';
import { defineCheck } from './check';
import { pass, warn } from './outcome';
import { runCheck, runChecks } from './runChecks';

const sentence = message('section.required', { sections: ['nodes'] });

const check = defineCheck({
  id: 'node-count-test',
  layer: 'nodes',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: ['nodes', 'version'],
  consults: ['pods'],
  thresholds: { least: { value: 1, unit: 'nodes', source: '(proposal)' } },
  runbook: 'RB-TEST',
  source: 'test',
  evaluate: ({ values, thresholds }) =>
    values.nodes.length >= thresholds.least
      ? pass(sentence)
      : warn(sentence, sentence),
});

const version = { gitVersion: 'v1.37.2' };

it('evaluates with the values and the thresholds, and attaches the evidence', () => {
  const result = runCheck(check, snapshotWith({ nodes: [], version }));
  expect(result).toMatchObject({
    checkId: 'node-count-test',
    layer: 'nodes',
    severity: 'high',
    status: 'warn',
    thresholds: { least: { value: 1, unit: 'nodes', policy: false } },
  });
  expect(result.evidence).toEqual([
    {
      section: 'nodes',
      state: 'observed',
      source: 'test',
      via: 'test',
      observedAt: secondsAgo(5),
      ageSeconds: 5,
    },
    {
      section: 'version',
      state: 'observed',
      source: 'test',
      via: 'test',
      observedAt: secondsAgo(5),
      ageSeconds: 5,
    },
    {
      section: 'pods',
      state: 'unknown',
      source: 'test',
      via: 'test',
      observedAt: secondsAgo(5),
      ageSeconds: 5,
      reason: 'not-collected',
      detail: 'nobody looked',
    },
  ]);
});

it('assesses by the thresholds and severities of the policy, and says so', () => {
  const result = runCheck(check, snapshotWith({ nodes: [], version }), {
    thresholds: { 'node-count-test': { least: 0 } },
    severities: { 'node-count-test': 'low' },
  });
  expect(result).toMatchObject({
    status: 'pass',
    severity: 'low',
    thresholds: { least: { value: 0, policy: true } },
  });
});

it.each`
  nodes                    | version                | status              | reason         | rule
  ${notKnown('forbidden')} | ${version}             | ${'unknown'}        | ${'forbidden'} | ${'a section that could not be read'}
  ${absent()}              | ${version}             | ${'not-applicable'} | ${undefined}   | ${'a section that this cluster does not have'}
  ${absent()}              | ${notKnown('timeout')} | ${'unknown'}        | ${'timeout'}   | ${'unknown before absent: it may hide more'}
`('$status: $rule', ({ nodes, version: seen, status, reason }) => {
  const result = runCheck(check, snapshotWith({ nodes, version: seen }));
  expect(result.status).toBe(status);
  expect(result.reason).toBe(reason);
});

it('is unknown when a section is older than three of its intervals, and says how old', () => {
  const stale = { ...observed([]), observedAt: secondsAgo(100) };
  const result = runCheck(check, snapshotWith({ nodes: stale, version }));
  expect(result).toMatchObject({ status: 'unknown', reason: 'stale' });
  expect(say(result.observed)).toContain(
    'the last collection of the nodes is 100 s old; data older than 90 s is stale',
  );
});

it('does not let a section that only helps decide', () => {
  const snapshot = snapshotWith({
    nodes: [],
    version,
    pods: notKnown('forbidden'),
  });
  expect(runCheck(check, snapshot).status).toBe('warn');
});

it('keeps a faulty check from taking the others with it, and never calls it a pass', () => {
  const broken = defineCheck({
    ...check,
    id: 'broken-test',
    evaluate: () => {
      throw new Error('cannot read zone of undefined');
    },
  });
  const results = runChecks(
    [broken, check],
    snapshotWith({ nodes: [], version }),
  );
  expect(results.map(({ status }) => status)).toEqual(['unknown', 'warn']);
  expect(say(results[0].observed)).toContain('cannot read zone of undefined');
});

it.each`
  reason              | fix                            | rule
  ${'forbidden'}      | ${/denies the reader \(403\)/} | ${'rights'}
  ${'unauthorised'}   | ${/credential of the reader/}  | ${'a credential'}
  ${'timeout'}        | ${/does not answer in time/}   | ${'silence'}
  ${'not-configured'} | ${undefined}                   | ${'what is not configured says itself what to set'}
  ${'too-large'}      | ${undefined}                   | ${'a bound of ours'}
`(
  'a section that cannot be read has its fix by the reason: $rule',
  ({ reason, fix }) => {
    const result = runCheck(
      check,
      snapshotWith({ nodes: notKnown(reason), version }),
    );
    expect(result.status).toBe('unknown');
    // None is the empty sentence.
    expect(result.fix ? say(result.fix) : '').toMatch(fix ?? /^$/);
  },
);
