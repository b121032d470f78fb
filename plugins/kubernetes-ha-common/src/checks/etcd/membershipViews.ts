/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { membershipKey, peerUrlsOf } from '../../snapshot/membershipKey';
import type {
  EtcdInfo,
  EtcdMember,
  EtcdMembership,
} from '../../snapshot/sections/etcd';
import { memberName } from './quorum';

type ListedMember = EtcdMembership['members'][number];

/** A membership with the name of the member that reports it. */
export interface MembershipView {
  name: string;
  membership: EtcdMembership;
}

/**
 * What contradicts what, in words of the messages: `listed` and `not-listed`
 * (in the view of one member), `peer-urls`, `learner` and `voter` (flags of a
 * view), `status-learner` and `status-voter` (the member's own Status),
 * `cluster-id`, and `removed` (it runs, and is in no list).
 */
export type ContradictionKind =
  | 'listed'
  | 'not-listed'
  | 'peer-urls'
  | 'learner'
  | 'voter'
  | 'status-learner'
  | 'status-voter'
  | 'cluster-id'
  | 'removed';

/** One contradiction: which member reports what about which. */
export interface Contradiction {
  kind: ContradictionKind;
  /** Who reports it. */
  reporter: string;
  /** The member it is about, or what is reported (URLs, a cluster id, an endpoint). */
  about: string;
}

/** The member's own Status against the flag that the member list has for it. */
export function statusContradictions(etcd: EtcdInfo): Contradiction[] {
  return etcd.members.flatMap((member): Contradiction[] => {
    const { status, isLearner } = member;
    if (status.state !== 'observed' || status.value.isLearner === isLearner) {
      return [];
    }
    const kind = isLearner ? 'status-voter' : 'status-learner';
    return [{ kind, reporter: memberName(member), about: memberName(member) }];
  });
}

/**
 * The membership that most views share; where none does, the one of the
 * member list, which a quorum agreed on or at least one member reports.
 */
export function referenceOf(
  etcd: EtcdInfo,
  views: readonly MembershipView[],
): EtcdMembership {
  const listed: EtcdMembership = {
    clusterId: etcd.clusterId,
    members: etcd.members.map(({ id, name, peerUrls, isLearner }) => ({
      id,
      name,
      peerUrls,
      isLearner,
    })),
  };
  const shared = new Map<string, EtcdMembership[]>();
  for (const { membership } of views) {
    const key = membershipKey(membership);
    shared.set(key, [...(shared.get(key) ?? []), membership]);
  }
  const [most, next] = [...shared.values()].sort((a, b) => b.length - a.length);
  return most && most.length > (next?.length ?? 0) ? most[0] : listed;
}

/** What in the views differs from the reference. */
export function viewContradictions(
  views: readonly MembershipView[],
  reference: EtcdMembership,
): Contradiction[] {
  return views.flatMap(({ name: reporter, membership }) => {
    const say = (kind: ContradictionKind, about: string) => ({
      kind,
      reporter,
      about,
    });
    if (membership.clusterId !== reference.clusterId) {
      return [say('cluster-id', membership.clusterId)];
    }
    const own = byId(membership);
    const others = byId(reference);
    return [
      ...[...own.values()]
        .filter(({ id }) => !others.has(id))
        .map(member => say('listed', nameAndId(member))),
      ...[...others.values()].flatMap(other => {
        const member = own.get(other.id);
        if (!member) return [say('not-listed', nameAndId(other))];
        return [
          ...(member.isLearner === other.isLearner
            ? []
            : [say(member.isLearner ? 'learner' : 'voter', nameAndId(other))]),
          ...(peerUrlsOf(member.peerUrls) === peerUrlsOf(other.peerUrls)
            ? []
            : [
                say(
                  'peer-urls',
                  `${nameAndId(other)}: ${peerUrlsOf(member.peerUrls)}`,
                ),
              ]),
        ];
      }),
    ];
  });
}

/** True when a member follows a leader, so that its view is kept up to date. */
export function followsLeader({ status }: EtcdMember): boolean {
  return status.state === 'observed' && status.value.leaderId !== '0';
}

function byId({ members }: EtcdMembership): Map<string, ListedMember> {
  return new Map(members.map(member => [member.id, member]));
}

/** A member that has been removed is known by its id alone, so the id stands beside the name. */
function nameAndId({ id, name }: ListedMember): string {
  return name ? `${name} (${id})` : id;
}
