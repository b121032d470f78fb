/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { absent, notKnown, observed } from '../testing/snapshotWith';
import { message } from '../messages';
import { signalSchema } from './signal';

const schema = signalSchema(z.array(z.string()));

it.each([
  ['an observed value', observed(['a'])],
  ['an observed empty list: looked, and there was none', observed([])],
  ['an unknown with its reason', notKnown('forbidden', 'GET: 403')],
  ['an absence with its reason', absent('run by the provider')],
  [
    'a detail that is a sentence of ours as well',
    { ...notKnown(), why: message('detail.no-voter-responded') },
  ],
])('takes %s', (_, signal) => {
  expect(schema.parse(signal)).toEqual(signal);
});

it.each([
  ['a value of another shape', observed([1])],
  ['an unknown without a reason', { ...notKnown(), reason: undefined }],
  ['a reason that is not of the list', { ...notKnown(), reason: 'bad luck' }],
  ['an absence for a reason of unknowns', { ...absent(), reason: 'timeout' }],
  ['an interval of zero', { ...observed([]), intervalSeconds: 0 }],
  ['a time that is none', { ...observed([]), observedAt: 'yesterday' }],
  ['a sentence without a code', { ...notKnown(), why: { params: {} } }],
  ['no source', { ...observed([]), source: '' }],
  ['nothing', undefined],
  ['a bare list', []],
])('refuses %s', (_, signal) => {
  expect(schema.safeParse(signal).success).toBe(false);
});
