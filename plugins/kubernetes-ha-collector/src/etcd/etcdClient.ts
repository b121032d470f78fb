/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isIP } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import {
  ChannelCredentials,
  ChannelOptions,
  Client,
  credentials,
  Metadata,
  ServiceError,
  status,
} from '@grpc/grpc-js';
import { ConnectionError } from '../contracts';
import { AnswerBound, checkEntries } from './answerBound';
import { EtcdCallError } from './etcdError';
import { EtcdMethod, etcdMethods } from './protocol';
import { TlsMaterial } from './tlsMaterial';

type Answer<M> = M extends EtcdMethod<infer A> ? A : never;

/** Answers of a member; 64-bit identities are hex strings without `0x`. */
export type EtcdStatusAnswer = Answer<typeof etcdMethods.status>;
export type EtcdMemberListAnswer = Answer<typeof etcdMethods.memberList>;
export type EtcdAlarmsAnswer = Answer<typeof etcdMethods.alarms>;
export type EtcdHashAnswer = Answer<typeof etcdMethods.hashKV>;

/** Every call ends by then, or when `signal` aborts. */
export interface EtcdCallOptions {
  deadlineMs: number;
  signal?: AbortSignal;
}

const channelOptions: ChannelOptions = {
  // One server is asked, and it alone: no proxy, no service configuration from DNS, no shared connection state.
  'grpc.enable_http_proxy': 0,
  'grpc.service_config_disable_resolution': 1,
  'grpc.use_local_subchannel_pool': 1,
  // A collection asks once; the next collection asks again.
  'grpc.enable_retries': 0,
};

/**
 * Asks one member by one address. Reads only: there is no call here that
 * changes anything in etcd.
 *
 * Errors of every call: {@link EtcdCallError}, whose `reason` is that of an
 * unknown signal.
 */
export class EtcdClient {
  /** `https://host:port`. */
  readonly endpoint: string;
  readonly #answerBound: AnswerBound;
  readonly #client: Client;
  readonly #tls: TlsMaterial | undefined;
  #broken = false;

  /** `tls` is needed for `https:`; `http:` goes without. */
  constructor(
    endpoint: string,
    tls: TlsMaterial | undefined,
    answerBound: AnswerBound,
  ) {
    const url = new URL(endpoint);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    this.endpoint = endpoint;
    this.#answerBound = answerBound;
    this.#tls = tls;
    const options = {
      ...channelOptions,
      'grpc.max_receive_message_length': answerBound.bytes,
    };
    this.#client = new Client(
      `${url.hostname}:${url.port || '2379'}`,
      channelCredentials(url, host, tls),
      isIP(host) === 0
        ? options
        : // An IP address must not be sent as a server name (RFC 6066 §3), and Node warns of it; the certificate is checked against the address all the same.
          { ...options, 'grpc.ssl_target_name_override': 'etcd' },
    );
  }

  /** True after a call that found no working connection: grpc-js would answer with the old error until its back-off ends, so a new client must ask next time. */
  get broken(): boolean {
    return this.#broken;
  }

  /**
   * The members. `linearizable`: agreed on by a quorum (etcd 3.5 and newer;
   * older ones ignore it). A learner does not serve this.
   */
  memberList(
    linearizable: boolean,
    options: EtcdCallOptions,
  ): Promise<EtcdMemberListAnswer> {
    return this.#call(etcdMethods.memberList, { linearizable }, options);
  }

  /** What the member says of itself; answered locally, without a quorum, by learners too. */
  status(options: EtcdCallOptions): Promise<EtcdStatusAnswer> {
    return this.#call(etcdMethods.status, {}, options);
  }

  /** Raised alarms of all members. Needs a quorum. */
  alarms(options: EtcdCallOptions): Promise<EtcdAlarmsAnswer> {
    return this.#call(etcdMethods.alarms, {}, options);
  }

  /** Hash of the member's keys up to `revision`. Scans them all: off-peak, one member at a time. */
  hashKV(revision: number, options: EtcdCallOptions): Promise<EtcdHashAnswer> {
    return this.#call(etcdMethods.hashKV, { revision }, options);
  }

  /** Whether a read that needs a quorum is answered, as `etcdctl endpoint health` asks it. */
  async linearizableRead(options: EtcdCallOptions): Promise<void> {
    await this.#call(
      etcdMethods.range,
      { key: Buffer.from('health'), keys_only: true, limit: 1 },
      options,
    );
  }

  /** Ends the connection; calls under way fail. Idempotent. */
  close(): void {
    this.#client.close();
  }

  #call<A>(
    method: EtcdMethod<A>,
    request: object,
    { deadlineMs, signal }: EtcdCallOptions,
  ): Promise<A> {
    return new Promise((resolve, reject) => {
      const fail = (failure: ConnectionError) => {
        if (failure instanceof EtcdCallError && !failure.answered) {
          this.#broken = true;
        }
        reject(failure);
      };
      const settle = (error: ServiceError | null, answer?: Buffer) => {
        signal?.removeEventListener('abort', cancel);
        if (error || !answer) {
          fail(
            this.#failure(
              method,
              error?.code ?? status.INTERNAL,
              error?.details ?? 'an empty answer',
            ),
          );
          return;
        }
        try {
          resolve(this.#decoded(method, answer));
        } catch (cause) {
          fail(
            cause instanceof ConnectionError
              ? cause
              : this.#failure(method, status.INTERNAL, 'deserializing failed'),
          );
        }
      };
      const call = this.#client.makeUnaryRequest(
        method.path,
        method.serialize,
        // Decoded when its entries are counted.
        bytes => bytes,
        request,
        new Metadata(),
        { deadline: Date.now() + deadlineMs },
        settle,
      );
      function cancel() {
        call.cancel();
      }
      if (signal?.aborted) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  #decoded<A>(method: EtcdMethod<A>, answer: Buffer): A {
    checkEntries(answer, this.#answerBound, {
      endpoint: this.endpoint,
      call: method.path.slice(1),
    });
    return method.deserialize(answer);
  }

  #failure(
    method: EtcdMethod<unknown>,
    code: number,
    details: string,
  ): EtcdCallError {
    return new EtcdCallError(
      this.endpoint,
      method.path.slice(1),
      code,
      details,
      this.#tls?.trusted,
    );
  }
}

function channelCredentials(
  url: URL,
  host: string,
  tls: TlsMaterial | undefined,
): ChannelCredentials {
  if (url.protocol === 'http:') return credentials.createInsecure();
  if (!tls) throw new Error(`${url.origin} needs TLS material`);
  return credentials.createFromSecureContext(tls.context, {
    checkServerIdentity: (_name, certificate) =>
      checkServerIdentity(host, certificate),
  });
}
