/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterIdentity } from 'backstage-plugin-kubernetes-ha-collector';
import type { IdentityConflict, KnownCluster } from '../database/ClusterStore';

/** What an answer says about which cluster it is. */
export type IdentityVerdict =
  /** Nothing speaks against it; `identity` holds what is newly known, if anything is. */
  | { verdict: 'same'; identity?: ClusterIdentity; conflictIsOver: boolean }
  /** Another one, and the operator accepts it: what was seen before is of the old one. */
  | { verdict: 'accepted'; identity: ClusterIdentity }
  | { verdict: 'changed'; conflict: IdentityConflict };

const parts = ['uid', 'etcdClusterId'] as const;

const partNames = {
  uid: 'the UID of the namespace kube-system',
  etcdClusterId: 'the etcd cluster id',
} as const;

/**
 * Holds what a connection answers against the remembered identity. Only parts
 * that were seen are compared: silence is no other cluster. Pure.
 */
export function judgeIdentity(
  known: Pick<KnownCluster, 'facts' | 'identity' | 'conflict'>,
  seen: ClusterIdentity,
  acceptIdentity: string | undefined,
  now: Date,
): IdentityVerdict {
  const remembered: ClusterIdentity = known.identity ?? {};
  const different = parts.filter(
    part =>
      seen[part] !== undefined &&
      remembered[part] !== undefined &&
      seen[part] !== remembered[part],
  );
  if (different.length === 0) {
    const isNew = parts.some(
      part => seen[part] !== undefined && remembered[part] === undefined,
    );
    return {
      verdict: 'same',
      ...(isNew && { identity: { ...pick(remembered), ...pick(seen) } }),
      conflictIsOver:
        known.conflict !== undefined && refuted(known.conflict, seen),
    };
  }
  if (different.every(part => seen[part] === acceptIdentity)) {
    return {
      verdict: 'accepted',
      identity: { ...pick(remembered), ...pick(seen) },
    };
  }
  // Another UID is another cluster altogether: then its etcd differs too, and accepting the UID is enough.
  if (different.includes('uid') && seen.uid === acceptIdentity) {
    return { verdict: 'accepted', identity: pick(seen) };
  }
  const part = different[0];
  return {
    verdict: 'changed',
    conflict: {
      seen: pick(seen),
      since: known.conflict?.since ?? now.toISOString(),
      detail:
        `the connection answers for another cluster: ${partNames[part]} is ${seen[part]}, ` +
        `it was ${remembered[part]} since ${known.identity?.since}. ` +
        `If the cluster was replaced on purpose, set acceptIdentity of cluster "${known.facts.name}" to ${seen[part]}; ` +
        'if not, correct the address of the connection',
    },
  };
}

/** Every part that made the conflict was seen again, and is as remembered. */
function refuted(conflict: IdentityConflict, seen: ClusterIdentity): boolean {
  return parts.every(
    part => conflict.seen[part] === undefined || seen[part] !== undefined,
  );
}

function pick(identity: ClusterIdentity): ClusterIdentity {
  return {
    ...(identity.uid && { uid: identity.uid }),
    ...(identity.etcdClusterId && { etcdClusterId: identity.etcdClusterId }),
  };
}
