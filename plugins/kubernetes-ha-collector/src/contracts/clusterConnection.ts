/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CertificateInfo,
  ClusterFacts,
  ConnectionFailure,
  Message,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';

/** One request to a Kubernetes API server (or what stands before it). @public */
export interface ApiRequest {
  /** Path with query, for example `/readyz?verbose`. */
  path: string;
  /** `Accept` header. Default: JSON. */
  accept?: string;
  /** Aborts the request; the caller sets the deadline. */
  signal: AbortSignal;
  /** Largest body in bytes that is accepted; more is refused as `too-large`. Default: 64 MiB. */
  maxBytes?: number;
  /**
   * Given: the body of a 2xx answer is handed over piece by piece as it
   * arrives and the answer's own body is empty, so that a large page is never
   * held whole. Other answers keep their body. A piece is good until the call
   * returns: its memory is freed.
   */
  onChunk?(chunk: Uint8Array): void;
  /**
   * Given: the body of a 2xx answer is read into the memory that it hands out,
   * as far as there is room, and the answer's body lies in it; a large page then
   * needs no new memory. A connection need not do so.
   */
  memory?(): ArrayBuffer;
}

/** An answer, whole. Any HTTP status is an answer; only its absence is an error. @public */
export interface ApiResponse {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  /** Time to the status line in milliseconds. */
  latencyMs: number;
}

/**
 * A way to one HTTPS address of a Kubernetes API. Never follows redirects and
 * never retries by itself.
 *
 * Errors: {@link ConnectionError} when there is no HTTP answer.
 * @public
 */
export interface ApiEndpoint {
  /** Scheme, host and port, for example `https://192.0.2.10:6443`. Never a secret. */
  readonly url: string;
  /** Set while another address answers in its place: the configured one, and why it does not. Stands in the `via` of a signal. */
  readonly insteadOf?: string;
  request(request: ApiRequest): Promise<ApiResponse>;
}

/** Why there was no answer, in the words of the snapshot. @public */
export class ConnectionError extends Error {
  readonly reason: UnknownReason;
  /** What kept the connection from being made, where that is known more exactly. */
  readonly failure?: ConnectionFailure;
  /** The message as data, where it is a sentence of ours. */
  readonly why?: Message;

  constructor(
    reason: UnknownReason,
    message: string,
    options?: ErrorOptions & { failure?: ConnectionFailure; why?: Message },
  ) {
    super(message, options);
    this.name = 'ConnectionError';
    this.reason = reason;
    if (options?.failure) this.failure = options.failure;
    if (options?.why) this.why = options.why;
  }
}

/**
 * A way to a cluster with the reader's identity. Sources ask it; they never
 * see keys or tokens.
 * @public
 */
export interface ClusterConnection {
  /** Kind as configured. */
  readonly kind: ClusterFacts['connection'];
  /** The configured endpoint: usually the load-balanced one. */
  readonly api: ApiEndpoint;
  /**
   * One API server instance by its own address (`host:port`), with the same
   * identity, checked against the cluster's CA under the name `kubernetes`.
   * Missing when this connection cannot reach instances (a proxy).
   */
  instance?(address: string): ApiEndpoint;
  /**
   * A kubelet by its own address (`host:port`) with the reader's identity.
   * Missing when this connection cannot reach kubelets.
   */
  kubelet?(address: string): ApiEndpoint;
  /**
   * Certificates that a TLS server presents on `host:port`, leaf first;
   * trust is not judged, only shown. Missing where there is no direct route.
   * Errors: {@link ConnectionError}.
   */
  certificates?(
    address: string,
    usage: CertificateInfo['usage'],
    signal: AbortSignal,
  ): Promise<CertificateInfo[]>;
  /** Frees sockets. Idempotent. */
  close(): Promise<void>;
}
