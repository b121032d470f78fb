/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { fromJSON, MethodDefinition } from '@grpc/proto-loader';
import { z } from 'zod/v4';
import { rpcDescriptor } from './generated/rpc';

/** One remote call: its wire form from the proto file, its answer checked by a schema. */
export interface EtcdMethod<Answer> {
  path: string;
  serialize(request: object): Buffer;
  /** Throws when the bytes are not what the protocol promises. */
  deserialize(bytes: Buffer): Answer;
}

// 64-bit numbers arrive as decimal strings: identities must not lose digits.
const definition = fromJSON(rpcDescriptor as object, {
  keepCase: true,
  longs: String,
  enums: String,
  defaults: true,
});

function method<S extends z.ZodType>(
  service: 'KV' | 'Cluster' | 'Maintenance',
  name: string,
  answer: S,
): EtcdMethod<z.infer<S>> {
  const found = definition[`etcdserverpb.${service}`];
  const call =
    found && !('format' in found)
      ? (found as Record<string, MethodDefinition<object, object>>)[name]
      : undefined;
  if (!call) {
    throw new Error(
      `proto/etcd/rpc.proto does not define ${service}.${name}. Install this package anew: its files are not complete.`,
    );
  }
  return {
    path: call.path,
    serialize: call.requestSerialize,
    deserialize: bytes => answer.parse(call.responseDeserialize(bytes)),
  };
}

/** An identity: hex without `0x`, as etcd's own tools print it. */
const id = z.string().transform(text => BigInt(text).toString(16));

/** A size, an index or a revision: exact up to 2^53, far above what a cluster reaches. */
const quantity = z.string().transform(Number);

const header = z.object({
  cluster_id: id,
  member_id: id,
  revision: quantity,
  raft_term: quantity,
});

/** The calls, by what they are used for. None of them writes. */
export const etcdMethods = {
  range: method('KV', 'Range', z.object({ header, count: quantity })),
  memberList: method(
    'Cluster',
    'MemberList',
    z.object({
      header,
      members: z.array(
        z.object({
          ID: id,
          name: z.string(),
          peerURLs: z.array(z.string()),
          clientURLs: z.array(z.string()),
          isLearner: z.boolean(),
        }),
      ),
    }),
  ),
  status: method(
    'Maintenance',
    'Status',
    z.object({
      header,
      version: z.string(),
      dbSize: quantity,
      leader: id,
      raftIndex: quantity,
      raftTerm: quantity,
      raftAppliedIndex: quantity,
      errors: z.array(z.string()),
      dbSizeInUse: quantity,
      isLearner: z.boolean(),
      dbSizeQuota: quantity,
    }),
  ),
  alarms: method(
    'Maintenance',
    'Alarm',
    z.object({
      header,
      alarms: z.array(z.object({ memberID: id, alarm: z.string() })),
    }),
  ),
  hashKV: method(
    'Maintenance',
    'HashKV',
    z.object({
      header,
      hash: z.number().int(),
      compact_revision: quantity,
      hash_revision: quantity,
    }),
  ),
} as const;
