/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type { EtcdMember, Signal } from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import type { EtcdConfig } from '../../config/clusterConfig';
import { EtcdCallError } from '../../etcd/etcdError';
import type { EtcdHashAnswer } from '../../etcd/etcdClient';
import type { EtcdEndpoint } from '../../etcd/etcdEndpoints';
import { Refusal, refusalOfError, refused } from '../../refusals/classify';
import { observedSignal, unknownSignal } from '../signals';
import { HASH_MS } from './bounds';

type HashSignal = NonNullable<EtcdMember['hash']>;

/** Hashing reads every key of a member and holds up its writes meanwhile, so it is done rarely. */
export const HASH_EVERY_SECONDS = 6 * 3_600;
/** A missed round must not make yesterday's result stale: 3 × 12 h. */
const HASH_INTERVAL_SECONDS = 12 * 3_600;
/** After rounds that gave no result: they may have read every member but one. (proposal) */
const RETRY_AFTER_SECONDS = 3_600;
/** Clocks of two replicas may differ by this much without a round more. (proposal) */
const CLOCKS_APART_SECONDS = 60;
const ROUNDS = 3;

/** A healthy voter, ready to be hashed. */
export interface HashCandidate {
  id: string;
  endpoint: EtcdEndpoint;
  revision: number;
  isLeader: boolean;
}

/**
 * Whether hashes are due: none yet, a member without one, or older than six
 * hours; and it is an hour in which the operator allows it, where one is
 * named. By default any hour is one: what is off-peak for a cluster cannot be
 * seen from outside, and differing members should be known within hours.
 */
export function hashesAreDue(
  previous: readonly (HashSignal | undefined)[],
  now: Date,
  hours?: EtcdConfig['hashHours'],
): boolean {
  if (hours && !isWithin(hours, now.getUTCHours())) return false;
  return previous.some(hash => {
    if (!hash) return true;
    const age = (now.getTime() - Date.parse(hash.observedAt)) / 1000;
    // Of the future: a clock was wrong, and would keep everybody from hashing until then.
    if (age < -CLOCKS_APART_SECONDS) return true;
    return (
      age >=
      (hash.state === 'observed' ? HASH_EVERY_SECONDS : RETRY_AFTER_SECONDS)
    );
  });
}

/** The end is not part of it; it may be on the next day. */
function isWithin(
  { from, to }: NonNullable<EtcdConfig['hashHours']>,
  hour: number,
): boolean {
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/**
 * HashKV of all members at one revision, by member id. One member at a time,
 * the leader last: a hash holds the member's read lock, and with all of them
 * at once no quorum could commit. Comparable only at the same compact
 * revision; when a compaction comes between, the round is repeated, and after
 * three rounds the answer is `inconclusive`.
 * Source: etcd Documentation/op-guide/data_corruption; server/storage/mvcc/hash.go
 */
export async function readHashes(
  context: SourceContext,
  members: readonly HashCandidate[],
): Promise<Map<string, Signal<NonNullableHash>>> {
  const ordered = [...members].sort(
    (a, b) => Number(a.isLeader) - Number(b.isLeader),
  );
  const revision = Math.min(...members.map(member => member.revision));
  let refusal: Refusal = refused(
    'inconclusive',
    message('detail.compacted-between-hashes', { times: ROUNDS }),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const result = await readRound(context, ordered, revision);
    if (result instanceof Map) return result;
    if (result) {
      refusal = result;
      break;
    }
  }
  return new Map(
    members.map(({ id, endpoint }) => [
      id,
      unknownSignal(context, 'etcd', viaOf(endpoint), refusal),
    ]),
  );
}

type NonNullableHash = Extract<HashSignal, { state: 'observed' }>['value'];

/** All hashes at one compact revision; nothing when a compaction came between; a refusal when a member did not answer. */
async function readRound(
  context: SourceContext,
  members: readonly HashCandidate[],
  revision: number,
): Promise<Map<string, Signal<NonNullableHash>> | Refusal | undefined> {
  const answers = new Map<string, EtcdHashAnswer>();
  for (const { id, endpoint } of members) {
    try {
      const answer = await endpoint.grpc.hashKV(revision, {
        deadlineMs: HASH_MS,
        signal: context.signal,
      });
      answers.set(id, answer);
    } catch (error) {
      if (error instanceof EtcdCallError && error.revisionGone)
        return undefined;
      return refusalOfError(error);
    }
  }
  const compacted = new Set(
    [...answers.values()].map(answer => answer.compact_revision),
  );
  if (compacted.size > 1) return undefined;
  return new Map(
    members.flatMap(({ id, endpoint }) => {
      const answer = answers.get(id);
      if (!answer) return [];
      return [
        [
          id,
          observedSignal(
            context,
            'etcd',
            viaOf(endpoint),
            {
              hash: String(answer.hash),
              // Before etcd 3.6 the answer does not repeat it.
              revision: answer.hash_revision || revision,
              compactRevision: answer.compact_revision,
            },
            HASH_INTERVAL_SECONDS,
          ),
        ] as const,
      ];
    }),
  );
}

function viaOf(endpoint: EtcdEndpoint): string {
  return `gRPC ${endpoint.url} Maintenance.HashKV`;
}
