/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  apiServerOn,
  countersOf,
  identityLease,
  leasesOf,
  mirrorPodOf,
  nodeOf,
} from '../testing/controlPlane';
import { notKnown, observed, snapshotWith } from '../testing/snapshotWith';
import { clusterSnapshotSchema, sectionNames } from './clusterSnapshot';

const snapshot = snapshotWith({
  version: { gitVersion: 'v1.37.2' },
  nodes: [nodeOf('cp1', { zone: 'a', controlPlane: true })],
  pods: [mirrorPodOf('kube-apiserver', 'cp1', ['--secure-port=6443'])],
  apiServers: [
    apiServerOn('cp1', { metrics: observed(countersOf({ a: 1 }, { a: 0 })) }),
  ],
  leases: leasesOf([identityLease('cp1', 5)]),
});

it('is the same from a file: what was written is what is read', () => {
  const text = JSON.stringify(snapshot);
  expect(clusterSnapshotSchema.parse(JSON.parse(text))).toEqual(snapshot);
});

it.each(sectionNames)('cannot be without the section %s', name => {
  const { [name]: _, ...sections } = snapshot.sections;
  const parsed = clusterSnapshotSchema.safeParse({ ...snapshot, sections });
  expect(parsed.success).toBe(false);
});

it.each([
  ['another version of the format', { ...snapshot, schemaVersion: 2 }],
  ['a cluster without a name', { ...snapshot, cluster: { tier: 'staging' } }],
  ['a time that is none', { ...snapshot, takenAt: '12:00' }],
  [
    'a section that holds what it must not',
    {
      ...snapshot,
      sections: { ...snapshot.sections, nodes: observed([{ name: 1 }]) },
    },
  ],
])('refuses %s', (_, broken) => {
  expect(clusterSnapshotSchema.safeParse(broken).success).toBe(false);
});

it('takes a section that could not be read for any reason of the list', () => {
  const sections = { ...snapshot.sections, nodes: notKnown('too-large') };
  const parsed = clusterSnapshotSchema.safeParse({ ...snapshot, sections });
  expect(parsed.success).toBe(true);
});
