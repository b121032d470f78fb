/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  sendUnaryData,
  Server,
  ServerCredentials,
  ServerUnaryCall,
  ServiceDefinition,
} from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { rpcDescriptor } from '../etcd/generated/rpc';

const definition = fromJSON(rpcDescriptor as object, {
  keepCase: true,
  longs: String,
  defaults: true,
});
const header = {
  cluster_id: '1',
  member_id: '1',
  revision: '1',
  raft_term: '2',
};

/** A member of a list as a scripted member gives it. */
export interface ListedByScript {
  ID: string;
  name: string;
  clientURLs: readonly string[];
  peerURLs?: readonly string[];
}

/** A member that gives the answers of a script over gRPC, without TLS. */
export class ScriptedEtcd {
  readonly #server = new Server();

  constructor(members: readonly Partial<ListedByScript>[]) {
    this.#serve('Maintenance', {
      Status: { header, version: '3.6.5', leader: '1', raftTerm: '2' },
      Alarm: { header, alarms: [] },
    });
    this.#serve('Cluster', { MemberList: { header, members } });
  }

  /** Its client URL. */
  start(): Promise<string> {
    return new Promise((resolve, reject) =>
      this.#server.bindAsync(
        '127.0.0.1:0',
        ServerCredentials.createInsecure(),
        (error, port) =>
          error ? reject(error) : resolve(`http://127.0.0.1:${port}`),
      ),
    );
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  #serve(service: string, answers: Readonly<Record<string, object>>): void {
    const calls = definition[`etcdserverpb.${service}`] as ServiceDefinition;
    const handlers = Object.entries(answers).map(([name, answer]) => [
      name,
      (
        _call: ServerUnaryCall<object, object>,
        reply: sendUnaryData<object>,
      ): void => reply(null, answer),
    ]);
    this.#server.addService(calls, Object.fromEntries(handlers));
  }
}
