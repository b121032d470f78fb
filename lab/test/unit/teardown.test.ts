/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../../src/state/journal';
import { ownEntries } from '../../src/state/teardown';

const boot: JournalEntry = { kind: 'boot', id: 'this boot' };
const [first, second] = ['kha0', 'kha10'].map((bridge): JournalEntry[] => [
  { kind: 'bridge', name: bridge, mac: '02:00' },
  { kind: 'namespace', name: `${bridge}-cp-a` },
  { kind: 'link', name: `${bridge}m0` },
  { kind: 'forwardRule', bridge },
  { kind: 'cgroup', path: `/sys/fs/cgroup/cpu/kubernetes-ha-lab/${bridge}/a` },
]);
// Known by its start time, whatever became of the network.
const machine: JournalEntry = { kind: 'process', pidFile: '/pid' };

const rows: {
  rule: string;
  journal: JournalEntry[];
  boot?: string;
  anothers?: string;
  left: JournalEntry[];
}[] = [
  {
    rule: 'with its own network everything is this lab’s',
    journal: [boot, ...first, machine],
    left: [boot, ...first, machine],
  },
  {
    rule: 'a journal that was cut before its first line about a boot is still worked off',
    journal: [...first],
    left: [...first],
  },
  {
    rule: 'of a network that is another lab’s by now only the process is looked for',
    journal: [boot, ...first, machine],
    anothers: 'kha0',
    left: [boot, machine],
  },
  {
    rule: 'a subnet that was tried in vain takes nothing from the one that was got',
    journal: [boot, first[0], ...second, machine],
    anothers: 'kha0',
    left: [boot, ...second, machine],
  },
  {
    rule: 'kha1 is not kha10',
    journal: [boot, ...second],
    anothers: 'kha1',
    left: [boot, ...second],
  },
  {
    rule: 'after a reboot nothing but files is left of it',
    journal: [boot, ...first, machine],
    boot: 'a later boot',
    left: [],
  },
];

for (const row of rows) {
  test(row.rule, () => {
    assert.deepEqual(
      ownEntries(
        row.journal,
        row.boot ?? 'this boot',
        name => name === row.anothers,
      ),
      row.left,
    );
  });
}
