/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { etcdHashConsistency as check } from './etcdHashConsistency';
import { dead, etcdOf, learner, silent, voter } from './testing/etcdWith';

const hashed = (
  name: string,
  hash: string,
  compactRevision = 100,
  revision = 200,
) => voter(name, { hash: observed({ hash, revision, compactRevision }) });

it.each`
  members                                                                | status              | rule
  ${[hashed('m1', 'a'), hashed('m2', 'a'), hashed('m3', 'a')]}           | ${'pass'}           | ${'all equal'}
  ${[hashed('m1', 'a'), hashed('m2', 'b'), hashed('m3', 'a')]}           | ${'fail'}           | ${'one differs'}
  ${[hashed('m1', 'a'), hashed('m2', 'b', 90), hashed('m3', 'a')]}       | ${'unknown'}        | ${'compaction ran in between'}
  ${[hashed('m1', 'a'), hashed('m2', 'b', 100, 201), hashed('m3', 'a')]} | ${'unknown'}        | ${'another revision'}
  ${[hashed('m1', 'a'), hashed('m2', 'b'), hashed('m3', 'a', 90)]}       | ${'fail'}           | ${'two comparable ones differ'}
  ${[hashed('m1', 'a'), hashed('m2', 'a'), voter('m3')]}                 | ${'unknown'}        | ${'one not asked'}
  ${[hashed('m1', 'a'), hashed('m2', 'a'), silent('m3')]}                | ${'unknown'}        | ${'one silent'}
  ${[hashed('m1', 'a'), hashed('m2', 'a'), dead('m3')]}                  | ${'pass'}           | ${'one down'}
  ${[hashed('m1', 'a'), dead('m2'), dead('m3')]}                         | ${'unknown'}        | ${'nothing to compare with'}
  ${[hashed('m1', 'a'), hashed('m2', 'a'), learner('m4')]}               | ${'pass'}           | ${'a learner cannot be asked'}
  ${[hashed('m1', 'a')]}                                                 | ${'not-applicable'} | ${'a single voter'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});

it('names the minority, and all when there is none', () => {
  const subjects = (...members: ReturnType<typeof voter>[]) =>
    judge(check, { etcd: etcdOf(members) }).subjects;
  expect(
    subjects(hashed('m1', 'a'), hashed('m2', 'b'), hashed('m3', 'a')),
  ).toEqual(['m2']);
  expect(subjects(hashed('m1', 'a'), hashed('m2', 'b'))).toEqual(['m1', 'm2']);
});

it('fails exactly when two comparable members differ', () => {
  const reading = fc.record({
    hash: fc.constantFrom('a', 'b'),
    compact: fc.constantFrom(1, 2),
  });
  fc.assert(
    fc.property(fc.array(reading, { minLength: 2, maxLength: 7 }), readings => {
      const members = readings.map(({ hash, compact }, i) =>
        hashed(`m${i}`, hash, compact),
      );
      const differ = readings.some(a =>
        readings.some(b => a.compact === b.compact && a.hash !== b.hash),
      );
      const { status } = judge(check, { etcd: etcdOf(members) });
      expect(status === 'fail').toBe(differ);
    }),
  );
});
