/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, list } from '../format';

/** What a member reports that others do not; `kind` is one of `ContradictionKind`. */
function contradiction(kind: string, reporter: string, about: string): string {
  switch (kind) {
    case 'listed':
      return `${reporter} lists ${about}, which the others do not`;
    case 'not-listed':
      return `${reporter} does not list ${about}, which the others do`;
    case 'peer-urls':
      return `${reporter} has other peer URLs for ${about}`;
    case 'learner':
      return `${reporter} lists ${about} as a learner, the others as a voter`;
    case 'voter':
      return `${reporter} lists ${about} as a voter, the others as a learner`;
    case 'status-learner':
      return `${about} is listed as a voter, while its own Status says learner`;
    case 'status-voter':
      return `${about} is listed as a learner, while its own Status says voter`;
    case 'cluster-id':
      return `${reporter} reports another cluster id, ${about}`;
    case 'removed':
      return `${reporter} answers as member ${about}, which is not in the member list`;
    default:
      return `${reporter} disagrees about ${about} (${kind})`;
  }
}

/** What the check of the members' views of each other says. */
export const etcdMembership = {
  'etcd-membership-agreement.title': () => 'etcd membership agreement',
  'etcd-membership-agreement.observed': (p: {
    members: readonly string[];
    voters: number;
    learners: number;
  }) =>
    `${list(p.members)} report the same membership: ${count(
      p.voters,
      'voter',
    )}${p.learners > 0 ? ` and ${count(p.learners, 'learner')}` : ''}`,
  'etcd-membership-agreement.differs': (p: {
    kinds: readonly string[];
    reporters: readonly string[];
    about: readonly string[];
    more: number;
  }) =>
    [
      ...p.kinds.map((kind, i) =>
        contradiction(kind, p.reporters[i], p.about[i]),
      ),
      p.more > 0 ? `and ${count(p.more, 'more contradiction')}` : '',
    ]
      .filter(Boolean)
      .join('; ') || 'the members disagree',
  'etcd-membership-agreement.single': () =>
    'etcd has one voter: there is no other view to compare with',
  'etcd-membership-agreement.one-view': (p: { members: readonly string[] }) =>
    p.members.length === 0
      ? 'no running member reports its membership'
      : `only ${list(
          p.members,
        )} reports its membership; there is no other view to compare with`,
  'etcd-membership-agreement.required': () =>
    'every member lists the same members with the same peer URLs and votes, and its own Status agrees',
  'etcd-membership-agreement.fix': () =>
    'run "etcdctl member list" against each endpoint by itself and compare; pause upgrades; remove members that should not exist with "etcdctl member remove", and add a member that lists others anew with empty data',
};
