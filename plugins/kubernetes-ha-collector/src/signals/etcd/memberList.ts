/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import { membershipKey } from 'backstage-plugin-kubernetes-ha-common';
import type { EtcdMemberListAnswer } from '../../etcd/etcdClient';
import { Refusal, refusalOfError, refused } from '../../refusals/classify';
import { MEMBER_LIST_MS } from './bounds';
import type { AskedEndpoint } from './askStatus';
import { membershipOf } from './membershipOf';

type AnsweringEndpoint = Extract<AskedEndpoint, { refusal?: undefined }>;

export interface MemberListRead {
  list: EtcdMemberListAnswer;
  from: string;
  linearizable: boolean;
}

/**
 * The member list that most members give: agreed on by a quorum when there is
 * one, else as single members remember it. One member alone may have been
 * forced into a cluster of its own, where it agrees with itself. Learners do
 * not serve it.
 */
export async function readMemberList(
  asked: readonly AskedEndpoint[],
  signal: AbortSignal,
): Promise<MemberListRead | Refusal> {
  const able = asked.flatMap(({ endpoint, answer }) =>
    answer && !answer.isLearner ? [{ endpoint, answer }] : [],
  );
  // A member without a leader would answer a linearizable request only after 7 s, with an error.
  const led = able.filter(({ answer }) => answer.leader !== '0');
  const linearizable = await sharedAnswer(led, true, signal);
  if ('list' in linearizable) return linearizable;
  const local = await sharedAnswer(able, false, signal);
  if ('list' in local || able.length > 0) return local;
  return refused('inconclusive', message('detail.only-learners-responded'));
}

async function sharedAnswer(
  asked: readonly Pick<AnsweringEndpoint, 'endpoint' | 'answer'>[],
  linearizable: boolean,
  signal: AbortSignal,
): Promise<MemberListRead | Refusal> {
  const answers = await Promise.allSettled(
    asked.map(async ({ endpoint, answer }) => ({
      list: await endpoint.grpc.memberList(linearizable, {
        deadlineMs: MEMBER_LIST_MS,
        signal,
      }),
      from: endpoint.url,
      // etcd 3.4 does not know the flag and answers from its own memory.
      linearizable: linearizable && !/^3\.[0-4]\./.test(answer.version),
    })),
  );
  const shared = new Map<string, MemberListRead[]>();
  for (const answer of answers) {
    if (answer.status === 'rejected') continue;
    const key = membershipKey(membershipOf(answer.value.list));
    shared.set(key, [...(shared.get(key) ?? []), answer.value]);
  }
  // Of equally many the one of the earliest endpoint: the sort is stable.
  const [most] = [...shared.values()].sort((a, b) => b.length - a.length);
  if (most) return most[0];
  const rejected = answers.find(answer => answer.status === 'rejected');
  return rejected
    ? refusalOfError(rejected.reason)
    : refused('inconclusive', message('detail.no-leader-known'));
}
