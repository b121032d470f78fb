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
    'a section that is null',
    { ...snapshot, sections: { ...snapshot.sections, nodes: null } },
    'This is no snapshot',
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

it.each([
  ['no facts of the cluster', { ...snapshot, cluster: undefined }, 'cluster'],
  [
    'a section that is no signal',
    { ...snapshot, sections: { ...snapshot.sections, etcd: { members: [] } } },
    'sections.etcd',
  ],
])('refuses a stored snapshot with %s', (_, written, place) => {
  expect(() => upgradeSnapshot(written)).toThrow(
    new RegExp(`This is no snapshot: .* at ${place}`),
  );
});

it('does not validate values that this product stored itself', () => {
  const columns = { version: 1, rows: 0 };
  const pods = { ...observed([]), value: columns };
  const { sections } = upgradeSnapshot({
    ...snapshot,
    sections: { ...snapshot.sections, pods },
  });
  expect(sections.pods).toEqual(pods);
  expect(sections.pods).toHaveProperty('value', columns);
});

it('names the first deviations of a section with thousands, where they are', () => {
  const nodes = observed(Array.from({ length: 5_000 }, () => ({ name: 1 })));
  const written = { ...snapshot, sections: { ...snapshot.sections, nodes } };
  let sentence = '';
  try {
    readSnapshot(written);
  } catch (error) {
    sentence = String(error);
  }
  expect(sentence).toMatch(
    /expected string, received number at sections\.nodes\.value\[0\]\.name; .*; and \d{4,} more\. Expected: .*\. Take a new one\.$/,
  );
  expect(sentence.length).toBeLessThan(600);
});
