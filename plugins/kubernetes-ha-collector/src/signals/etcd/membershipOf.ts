/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdMembership } from 'backstage-plugin-kubernetes-ha-common';
import type { EtcdMemberListAnswer } from '../../etcd/etcdClient';

/** The membership in a member's answer. */
export function membershipOf({
  header,
  members,
}: EtcdMemberListAnswer): EtcdMembership {
  return {
    clusterId: header.cluster_id,
    members: members.map(({ ID, name, peerURLs, isLearner }) => ({
      id: ID,
      name,
      peerUrls: peerURLs,
      isLearner,
    })),
  };
}
