/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { fixtureEtcd } from 'kubernetes-ha-mock-api';
import { raftLag, roleOf } from './etcdMember';

const { members } = fixtureEtcd(Date.UTC(2026, 10, 23), 3, [2]);

describe('roleOf', () => {
  it('takes the leader from its own word and a learner before all', () => {
    expect(members.map(roleOf)).toEqual(['leader', 'voter', 'voter']);
    expect(roleOf({ ...members[0], isLearner: true })).toBe('learner');
  });
});

describe('raftLag', () => {
  it('is measured against the highest index that any member reports', () => {
    expect(raftLag(members[0], members)).toBe(0);
    expect(raftLag(members[1], members)).toBe(3);
  });

  it('is not shown for a member that does not report it', () => {
    expect(raftLag(members[2], members)).toBeUndefined();
  });
});
