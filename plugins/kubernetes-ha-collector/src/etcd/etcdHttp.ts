/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Agent as HttpAgent, get as httpGet } from 'node:http';
import { Agent as HttpsAgent, get as httpsGet } from 'node:https';
import { isIP } from 'node:net';
import { boundMessage, exceeded } from '../bounds/exceeded';
import { within } from '../refusals/deadline';
import { readBody } from '../transport/readBody';
import { TlsMaterial } from './tlsMaterial';

/** An answer of etcd's HTTP side. */
export interface EtcdHttpAnswer {
  status: number;
  body: Buffer;
  /** Time to the status line, milliseconds. */
  latencyMs: number;
}

export interface EtcdHttpOptions {
  deadlineMs: number;
  signal?: AbortSignal;
  /** Largest body in bytes. */
  maxBytes: number;
}

const endless = new AbortController().signal;

/**
 * GETs from the HTTP side of a member's client URL (`/readyz`, `/metrics`)
 * with the same certificates as its gRPC side. HTTP/1.1, two connections, kept
 * open between collections.
 *
 * Errors: ConnectionError `too-large`, errors of sockets and TLS, and the
 * abort's own error at the deadline; `refusalOfError` words them all.
 */
export class EtcdHttp {
  readonly #endpoint: string;
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(endpoint: string, tls: TlsMaterial | undefined) {
    const url = new URL(endpoint);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    this.#endpoint = url.origin;
    this.#agent =
      url.protocol === 'http:'
        ? new HttpAgent({ keepAlive: true, maxSockets: 2 })
        : new HttpsAgent({
            keepAlive: true,
            maxSockets: 2,
            secureContext: tls?.context,
            // An IP address is no server name (RFC 6066 §3).
            ...(isIP(host) !== 0 && { servername: '' }),
          });
  }

  get(path: string, options: EtcdHttpOptions): Promise<EtcdHttpAnswer> {
    return within(options.signal ?? endless, options.deadlineMs, signal =>
      this.#get(path, options, signal),
    );
  }

  #get(
    path: string,
    options: EtcdHttpOptions,
    signal: AbortSignal,
  ): Promise<EtcdHttpAnswer> {
    const url = `${this.#endpoint}${path}`;
    const started = performance.now();
    const get = this.#endpoint.startsWith('http:') ? httpGet : httpsGet;
    return new Promise((resolve, reject) => {
      // The abort's reason tells a deadline from a bug; Node's own error for it does not.
      const fail = (error: unknown) =>
        reject(signal.aborted ? signal.reason : error);
      get(
        url,
        {
          agent: this.#agent,
          signal,
          headers: { accept: 'text/plain;version=0.0.4, */*;q=0.1' },
        },
        response => {
          const latencyMs = performance.now() - started;
          readBody(response, {
            onSize: size => checkSize(size, url, options.maxBytes),
            http1: true,
          }).then(
            body =>
              resolve({ status: response.statusCode ?? 0, body, latencyMs }),
            fail,
          );
        },
      ).on('error', fail);
    });
  }

  /** Closes the kept connections. Idempotent. */
  close(): void {
    this.#agent.destroy();
  }
}

function checkSize(size: number, request: string, maxBytes: number): void {
  if (size <= maxBytes) return;
  throw exceeded(
    'too-large',
    boundMessage('bound.answer', { request, bytes: maxBytes }),
  );
}
