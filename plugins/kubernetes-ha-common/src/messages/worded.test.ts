/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from './message';
import { worded } from './worded';

const observed = message('etcd-alarms.none');
const result = { checkId: 'etcd-alarms', status: 'pass', observed };

it.each`
  language | title            | text
  ${'en'}  | ${'etcd alarms'} | ${'no alarm raised'}
  ${'zh'}  | ${'etcd 告警'}   | ${'没有告警'}
`(
  'words a result in $language beside its codes',
  ({ language, title, text }) => {
    expect(worded({ results: [result] }, language)).toEqual({
      results: [{ ...result, title, observed: { ...observed, text } }],
    });
  },
);

it('words why a result is unknown', () => {
  const unknown = { ...result, reason: 'timeout' };
  expect(worded(unknown, 'en')).toMatchObject({ reasonText: 'timed out' });
  expect(worded(unknown, 'zh')).toMatchObject({ reasonText: '超时' });
});

it('words the headline of a scorecard from its results, and of a cluster from its own sentence', () => {
  const headline = { verdict: 'weak', layer: 'etcd' };
  const text = 'etcd, weak by design: no alarm raised';
  const card = {
    headline: { ...headline, checkIds: ['etcd-alarms', 'gone'] },
    results: [result],
  };
  expect(worded(card, 'en')).toMatchObject({ headline: { text } });
  const cluster = {
    headline: { ...headline, checkId: 'etcd-alarms', observed },
  };
  expect(worded(cluster, 'en')).toMatchObject({ headline: { text } });
});

it('leaves everything else, and the value itself, as it is', () => {
  const value = {
    at: '2026-11-23T12:00:00.000Z',
    items: [1, null, true],
    result,
  };
  const before = JSON.stringify(value);
  const { at, items } = worded(value, 'zh') as typeof value;
  expect({ at, items }).toEqual({ at: value.at, items: value.items });
  expect(JSON.stringify(value)).toBe(before);
});
