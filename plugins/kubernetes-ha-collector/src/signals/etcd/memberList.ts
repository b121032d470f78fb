/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdMemberListAnswer } from '../../etcd/etcdClient';
import { Refusal, refusalOfError } from '../../refusals/classify';
import type { AskedEndpoint } from './askStatus';

const DEADLINE_MS = 3_000;

type AnsweringEndpoint = Extract<AskedEndpoint, { refusal?: undefined }>;

export interface MemberListRead {
  list: EtcdMemberListAnswer;
  from: string;
  linearizable: boolean;
}

/**
 * The member list from whichever member answers first: agreed on by a quorum
 * when there is one, else as a single member remembers it. Learners do not
 * serve it.
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
  const linearizable = await firstAnswer(led, true, signal);
  if ('list' in linearizable) return linearizable;
  const local = await firstAnswer(able, false, signal);
  if ('list' in local || able.length > 0) return local;
  return {
    reason: 'inconclusive',
    detail:
      'only learners answered, and a learner does not serve the member list; add the endpoint of a voter',
  };
}

async function firstAnswer(
  asked: readonly Pick<AnsweringEndpoint, 'endpoint' | 'answer'>[],
  linearizable: boolean,
  signal: AbortSignal,
): Promise<MemberListRead | Refusal> {
  try {
    return await Promise.any(
      asked.map(async ({ endpoint, answer }) => ({
        list: await endpoint.grpc.memberList(linearizable, {
          deadlineMs: DEADLINE_MS,
          signal,
        }),
        from: endpoint.url,
        // etcd 3.4 does not know the flag and answers from its own memory.
        linearizable: linearizable && !/^3\.[0-4]\./.test(answer.version),
      })),
    );
  } catch (error) {
    const [first] = error instanceof AggregateError ? error.errors : [error];
    return first === undefined
      ? { reason: 'inconclusive', detail: 'no member knows a leader' }
      : refusalOfError(first);
  }
}
