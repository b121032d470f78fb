/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { play } from '../../src/record/record';
import { parseScheduledFault, stepsOf } from '../../src/record/schedule';

test('a scheduled fault names its values by the fault’s parameters', () => {
  assert.deepEqual(parseScheduledFault('stop-etcd:cp-b@120-240', 600), {
    name: 'stop-etcd',
    args: { machine: 'cp-b' },
    fromSeconds: 120,
    untilSeconds: 240,
  });
  assert.deepEqual(
    parseScheduledFault('partition-machine:cp-a,from=peers@1-2', 600).args,
    { machine: 'cp-a', from: 'peers' },
  );
  assert.deepEqual(parseScheduledFault('fill-etcd@0-600', 600).args, {});
});

const refused: [string, RegExp][] = [
  ['stop-etcd:cp-b', /Expected NAME/],
  ['stop-etcd:cp-b@10', /Expected NAME/],
  ['nonsense@1-2', /Unknown fault "nonsense". Allowed: .*stop-etcd/],
  ['stop-etcd@20-10', /FROM before UNTIL/],
  ['stop-etcd@20-20', /FROM before UNTIL/],
  ['stop-etcd@20-601', /within the 600 s/],
  ['stop-etcd:a,b@1-2', /"b" is one too many/],
];
for (const [text, message] of refused) {
  test(`${text} is refused`, () => {
    assert.throws(() => parseScheduledFault(text, 600), message);
  });
}

test('steps come in the order of time, a healing before an injection of the same second', () => {
  const steps = stepsOf([
    parseScheduledFault('stop-etcd@30-60', 600),
    parseScheduledFault('stop-apiserver@60-90', 600),
  ]);
  assert.deepEqual(
    steps.map(({ atSeconds, kind, fault }) => [atSeconds, kind, fault.name]),
    [
      [30, 'inject', 'stop-etcd'],
      [60, 'heal', 'stop-etcd'],
      [60, 'inject', 'stop-apiserver'],
      [90, 'heal', 'stop-apiserver'],
    ],
  );
});

test('a recording that is ended injects nothing more, and heals just what was scheduled', async () => {
  const over = new AbortController();
  const done: string[] = [];
  const lab = {
    fault: async (name: string, args = {}) => {
      done.push(`fault ${name} ${JSON.stringify(args)}`);
      return { name, args, undo: {}, since: '' };
    },
    heal: async (name?: string, args = {}) => {
      done.push(`heal ${name} ${JSON.stringify(args)}`);
      over.abort();
      return [];
    },
  };
  const steps = stepsOf(
    ['stop-etcd:cp-a@0-1', 'stop-etcd:cp-b@0-100', 'stop-etcd:cp-c@50-100'].map(
      text => parseScheduledFault(text, 100),
    ),
  );
  // Started two seconds ago: the first three steps are due.
  await play(lab, steps, Date.now() - 2_000, () => undefined, over.signal);
  assert.deepEqual(done, [
    'fault stop-etcd {"machine":"cp-a"}',
    'fault stop-etcd {"machine":"cp-b"}',
    'heal stop-etcd {"machine":"cp-a"}',
  ]);
});
