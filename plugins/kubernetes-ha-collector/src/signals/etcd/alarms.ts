/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type { EtcdInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import { refusalOfError, refused } from '../../refusals/classify';
import { observedSignal, unknownSignal } from '../signals';
import { ALARMS_MS } from './bounds';
import type { DiscoveredMember } from './discovery';

/**
 * Raised alarms of all members, from one voter: the leader if it answers,
 * since even reading them goes through consensus. Without a quorum they are
 * unknown.
 */
export async function readAlarms(
  context: SourceContext,
  members: readonly DiscoveredMember[],
): Promise<EtcdInfo['alarms']> {
  const voters = members.filter(
    ({ listed, asked }) => !listed.isLearner && asked?.answer,
  );
  const { asked } =
    voters.find(({ listed, asked: at }) => at?.answer?.leader === listed.ID) ??
    voters[0] ??
    {};
  if (!asked) {
    return unknownSignal(
      context,
      'etcd',
      'gRPC Maintenance.Alarm',
      refused('inconclusive', message('detail.no-voter-responded')),
    );
  }
  const via = `gRPC ${asked.endpoint.url} Maintenance.Alarm`;
  try {
    const { alarms } = await asked.endpoint.grpc.alarms({
      deadlineMs: ALARMS_MS,
      signal: context.signal,
    });
    return observedSignal(
      context,
      'etcd',
      via,
      alarms.map(({ memberID, alarm }) => ({ memberId: memberID, alarm })),
    );
  } catch (error) {
    return unknownSignal(context, 'etcd', via, refusalOfError(error));
  }
}
