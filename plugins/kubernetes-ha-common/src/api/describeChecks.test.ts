/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { layers } from '../checks/layers';
import { checks } from '../checks/registry';
import { say } from '../messages';
import { describeChecks } from './describeChecks';

it('describes every check in the order on screen, with a title in words', () => {
  const described = describeChecks();
  expect(described.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
  for (const { title } of described) expect(say(title)).not.toContain('.title');
});

it('gives the thresholds and severities of the policy', () => {
  const policy = {
    thresholds: { 'apiserver-cert-expiry': { warnDays: 60 } },
    severities: { 'apiserver-cert-expiry': 'medium' as const },
  };
  const described = describeChecks({ policy }).find(
    ({ id }) => id === 'apiserver-cert-expiry',
  );
  expect(described).toMatchObject({
    severity: 'medium',
    thresholds: { warnDays: { value: 60, unit: 'd' }, failDays: { value: 7 } },
  });
});

it('keeps the checks together by layer, in the order of the chain', () => {
  const order = checks.map(({ layer }) => layers.indexOf(layer));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

it.each(checks.map(check => [check.id, check] as const))(
  '%s has a source, a runbook and a source for every threshold',
  (id, check) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(check.runbook).toMatch(/^RB-[A-Z0-9-]+$/);
    expect(check.source).not.toBe('');
    for (const { value, unit, source } of Object.values(
      check.thresholds ?? {},
    )) {
      expect(Number.isFinite(value)).toBe(true);
      expect(unit).not.toBe('');
      expect(source).not.toBe('');
    }
  },
);
