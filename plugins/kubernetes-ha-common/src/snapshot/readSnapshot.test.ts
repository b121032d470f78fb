/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observed, snapshotWith } from '../testing/snapshotWith';
import { sectionNames, SNAPSHOT_SCHEMA_VERSION } from './clusterSnapshot';
import { readSnapshot, upgradeSnapshot } from './readSnapshot';

const snapshot = snapshotWith({ version: { gitVersion: 'v1.37.2' } });

it('gives back a snapshot of this version', () => {
  expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
});

it.each(sectionNames)(
  'reads a snapshot made before the section %s existed: it is unknown',
  name => {
    const { [name]: _, ...sections } = snapshot.sections;
    const read = readSnapshot({ ...snapshot, sections });
    expect(read.sections[name]).toMatchObject({
      state: 'unknown',
      reason: 'not-collected',
      observedAt: snapshot.takenAt,
    });
  },
);

it.each([
  ['nothing', undefined, 'This is no snapshot'],
  ['a text', 'snapshot', 'This is no snapshot'],
  ['a list', [], 'This is no snapshot'],
  ['an object of another kind', { kind: 'Pod' }, 'This is no snapshot'],
  [
    'a later version',
    { ...snapshot, schemaVersion: SNAPSHOT_SCHEMA_VERSION + 1 },
    'A later version of this product wrote it',
  ],
  [
    'a section that holds what it must not',
    {
      ...snapshot,
      sections: { ...snapshot.sections, nodes: observed([{ name: 1 }]) },
    },
    'The snapshot cannot be used',
  ],
])('refuses %s, saying what it expects', (_, written, says) => {
  expect(() => readSnapshot(written)).toThrow(says);
});

it('does not look into sections that this product stored itself', () => {
  const { sections } = upgradeSnapshot(snapshot);
  expect(sections.version).toBe(snapshot.sections.version);
});
