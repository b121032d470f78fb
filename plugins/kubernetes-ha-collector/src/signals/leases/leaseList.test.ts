/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { leaseSchema } from 'backstage-plugin-kubernetes-ha-common';
import { parseLeasePage } from './leaseList';

const page = (spec: object) => ({
  metadata: {},
  items: [{ metadata: { namespace: 'kube-system', name: 'l' }, spec }],
});

it.each<[string, object]>([
  ['a year of five digits', { renewTime: '+020260-11-23T12:00:00Z' }],
  ['a year before Christ', { acquireTime: '-000001-11-23T12:00:00Z' }],
  ['a time that is none', { renewTime: 'yesterday' }],
  ['a time that is a number', { renewTime: 1_763_900_000 }],
  ['half an election', { leaseTransitions: 1.5 }],
  ['more elections than can be counted', { leaseTransitions: 2 ** 60 }],
  ['a duration that is a text', { leaseDurationSeconds: '15' }],
])('leaves %s out of a Lease, which is read all the same', (_, spec) => {
  const { leases } = parseLeasePage(page(spec));
  expect(leases).toEqual([{ namespace: 'kube-system', name: 'l', labels: {} }]);
});

it('keeps the first and the last instant that the snapshot can hold', () => {
  const spec = {
    acquireTime: '0000-01-01T00:00:00.000Z',
    renewTime: '9999-12-31T23:59:59.999999Z',
  };
  const [lease] = parseLeasePage(page(spec)).leases;
  expect(leaseSchema.parse(lease)).toMatchObject({
    acquireTime: '0000-01-01T00:00:00.000Z',
    renewTime: '9999-12-31T23:59:59.999Z',
  });
});
