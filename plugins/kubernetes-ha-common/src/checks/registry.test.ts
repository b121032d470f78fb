/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { languages, say } from '../messages';
import { absent, notKnown, snapshotWith } from '../testing/snapshotWith';
import { sectionNames } from '../snapshot/clusterSnapshot';
import { layers } from './layers';
import { checks } from './registry';
import { runChecks } from './runChecks';

const all = <T>(value: T) =>
  Object.fromEntries(sectionNames.map(name => [name, value]));

it.each(checks.map(check => [check.id, check] as const))(
  '%s has a title, a runbook, a source and thresholds with theirs',
  (id, check) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    for (const language of languages) {
      const title = say({ code: `${id}.title`, params: {} }, language);
      expect(title).not.toContain(`${id}.title`);
    }
    expect(check.runbook).toMatch(/^RB-[A-Z0-9-]+$/);
    expect(check.source).not.toBe('');
    for (const threshold of Object.values(check.thresholds ?? {})) {
      expect(Number.isFinite(threshold.value)).toBe(true);
      expect(threshold.unit).not.toBe('');
      expect(threshold.source).not.toBe('');
    }
  },
);

it('keeps the checks in the order of the layers', () => {
  const order = checks.map(({ layer }) => layers.indexOf(layer));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

it.each([
  ['nothing was collected', all(notKnown('not-collected'))],
  ['everything is refused', all(notKnown('forbidden', '403 Forbidden'))],
  ['everything times out', all(notKnown('timeout', 'no answer in 5 s'))],
])('passes, warns and fails nothing when %s', (_, given) => {
  const told = runChecks(checks, snapshotWith(given)).filter(
    ({ status }) => !['unknown', 'not-applicable'].includes(status),
  );
  expect(told.map(({ checkId }) => checkId)).toEqual([]);
});

it('assesses nothing where everything belongs to the provider', () => {
  const told = runChecks(
    checks,
    snapshotWith(all(absent()), { platform: 'managed' }),
  ).filter(({ status }) => ['pass', 'warn', 'fail'].includes(status));
  expect(told.map(({ checkId }) => checkId)).toEqual([]);
});
