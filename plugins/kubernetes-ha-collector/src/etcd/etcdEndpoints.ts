/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { AnswerBound } from './answerBound';
import { EtcdClient } from './etcdClient';
import { EtcdHttp } from './etcdHttp';
import { TlsMaterial, TlsMaterialSource } from './tlsMaterial';

/** The two ways to ask one address. */
export interface EtcdEndpoint {
  /** `https://host:port`. */
  url: string;
  grpc: EtcdClient;
  http: EtcdHttp;
}

/**
 * Connections to the members of one cluster, one channel per address, kept
 * between collections and replaced when the certificates change or a channel broke.
 */
export class EtcdEndpoints {
  readonly #source: TlsMaterialSource;
  readonly #answerBound: AnswerBound;
  readonly #open = new Map<string, EtcdEndpoint>();
  #tls: TlsMaterial | undefined;

  constructor(source: TlsMaterialSource, answerBound: AnswerBound) {
    this.#source = source;
    this.#answerBound = answerBound;
  }

  /**
   * Reads the certificates anew and drops what cannot be used any more: call
   * it at the start of each collection. Answers the material in use.
   * Errors: those of {@link TlsMaterialSource.read}.
   */
  async refresh(): Promise<TlsMaterial> {
    const tls = await this.#source.read();
    if (tls.version !== this.#tls?.version) this.close();
    this.#tls = tls;
    for (const endpoint of [...this.#open.values()]) {
      if (endpoint.grpc.broken) this.#drop(endpoint);
    }
    return tls;
  }

  /**
   * Whether an address may be asked that a member names and the configuration
   * does not: over TLS only with the CA of this etcd, so that the client
   * certificate is used with nobody else.
   */
  mayFollow(url: string): boolean {
    return !url.startsWith('https:') || this.#tls?.ca !== undefined;
  }

  /** The connection to an address; opened at its first call. */
  at(url: string): EtcdEndpoint {
    const known = this.#open.get(url);
    if (known) return known;
    const endpoint: EtcdEndpoint = {
      url,
      grpc: new EtcdClient(url, this.#tls, this.#answerBound),
      http: new EtcdHttp(url, this.#tls),
    };
    this.#open.set(url, endpoint);
    return endpoint;
  }

  /** Drops connections to addresses that are no longer asked. */
  keepOnly(urls: ReadonlySet<string>): void {
    for (const endpoint of [...this.#open.values()]) {
      if (!urls.has(endpoint.url)) this.#drop(endpoint);
    }
  }

  /** Closes everything. Idempotent. */
  close(): void {
    for (const endpoint of [...this.#open.values()]) this.#drop(endpoint);
  }

  #drop(endpoint: EtcdEndpoint): void {
    this.#open.delete(endpoint.url);
    endpoint.grpc.close();
    endpoint.http.close();
  }
}
