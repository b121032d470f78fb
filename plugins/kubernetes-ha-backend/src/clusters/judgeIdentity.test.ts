/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judgeIdentity } from './judgeIdentity';

const facts = {
  name: 'one',
  tier: 'production',
  platform: 'self-managed',
  connection: 'kubeconfig',
} as const;
const now = new Date('2026-11-23T12:00:00Z');
const since = '2026-11-01T00:00:00.000Z';
const remembered = { uid: 'u1', etcdClusterId: 'c1', since };

it.each`
  known                   | seen                                  | accept       | verdict       | rule
  ${undefined}            | ${{ uid: 'u1' }}                      | ${undefined} | ${'same'}     | ${'the first answer is believed'}
  ${remembered}           | ${{ uid: 'u1', etcdClusterId: 'c1' }} | ${undefined} | ${'same'}     | ${'the same answer again'}
  ${remembered}           | ${{}}                                 | ${undefined} | ${'same'}     | ${'silence is no other cluster'}
  ${{ uid: 'u1', since }} | ${{ uid: 'u1', etcdClusterId: 'c1' }} | ${undefined} | ${'same'}     | ${'a part that was not known before'}
  ${remembered}           | ${{ uid: 'u2' }}                      | ${undefined} | ${'changed'}  | ${'another namespace'}
  ${remembered}           | ${{ etcdClusterId: 'c2' }}            | ${undefined} | ${'changed'}  | ${'another etcd'}
  ${remembered}           | ${{ uid: 'u1', etcdClusterId: 'c2' }} | ${'u1'}      | ${'changed'}  | ${'accepting the old one accepts no new etcd'}
  ${remembered}           | ${{ uid: 'u1', etcdClusterId: 'c2' }} | ${'c2'}      | ${'accepted'} | ${'an etcd restored on purpose'}
  ${remembered}           | ${{ uid: 'u2', etcdClusterId: 'c2' }} | ${'u2'}      | ${'accepted'} | ${'a cluster replaced on purpose, its etcd with it'}
  ${remembered}           | ${{ uid: 'u3' }}                      | ${'u2'}      | ${'changed'}  | ${'yet another one than was accepted'}
`('$verdict: $rule', ({ known, seen, accept, verdict }) => {
  const judged = judgeIdentity(
    { facts, ...(known && { identity: known }) },
    seen,
    accept,
    now,
  );
  expect(judged.verdict).toBe(verdict);
});

it('adds what is newly known to what is remembered', () => {
  const identity = { uid: 'u1', since };
  expect(
    judgeIdentity({ facts, identity }, { etcdClusterId: 'c1' }, undefined, now),
  ).toMatchObject({ identity: { uid: 'u1', etcdClusterId: 'c1' } });
});

it('keeps a conflict until the part that made it is seen again', () => {
  const conflict = { seen: { etcdClusterId: 'c2' }, since, detail: '' };
  const known = { facts, identity: remembered, conflict };
  expect(judgeIdentity(known, { uid: 'u1' }, undefined, now)).toMatchObject({
    conflictIsOver: false,
  });
  expect(
    judgeIdentity(known, { uid: 'u1', etcdClusterId: 'c1' }, undefined, now),
  ).toMatchObject({ conflictIsOver: true });
});
