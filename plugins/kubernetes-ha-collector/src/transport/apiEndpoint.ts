/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { boundMessage, exceeded } from '../bounds/exceeded';
import {
  ApiEndpoint,
  ApiRequest,
  ApiResponse,
  ConnectionError,
} from '../contracts';
import type { ConnectionFailure } from 'backstage-plugin-kubernetes-ha-common';
import type { Dispatcher } from 'undici';
import { refusalOfError } from '../refusals/classify';
import { requestLine } from '../refusals/requestLine';
import { readBody, type ReadingOptions } from './readBody';
import { withTrusted } from './trustedBy';
import type { EndTurn, Turns } from './turns';

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** The ceiling for a caller without a deadline of its own. */
const ANSWER_TIMEOUT_MS = 120_000;

/** The way of one request: the sockets to use and what to say with it. @public */
export interface Route {
  dispatcher: Dispatcher;
  /** Whether they never speak HTTP/2 (`allowH2: false`): then the memory of an answer's pieces is freed once they have been read. Default: false. */
  http1Only?: boolean;
  /** Of all requests that use these sockets. Default: none waits for another. */
  turns?: Turns;
  /** May hold a credential. */
  headers: Readonly<Record<string, string>>;
  /** Where it leads, when that is no longer the address that the endpoint was made with; as there, without a slash at the end. */
  url?: string;
  /** Whom it trusts, asked for once a certificate was not. */
  trusted?(): ConnectionFailure['trusted'];
  /** Called with the status of the answer that came this way. */
  onStatus?(status: number): void;
}

/** What an endpoint is made from. @public */
export interface EndpointOptions {
  /** Scheme, host and port, with the path that stands before every request, if any; without a slash at the end. */
  url: string;
  route(): Promise<Route>;
}

/** One HTTPS address. One request is one exchange: no redirects, no retries. @public */
export class HttpApiEndpoint implements ApiEndpoint {
  readonly #options: EndpointOptions;
  #url: string;

  constructor(options: EndpointOptions) {
    this.#url = options.url;
    this.#options = options;
  }

  get url(): string {
    return this.#url;
  }

  async request(request: ApiRequest): Promise<ApiResponse> {
    let route: Route | undefined;
    let endTurn: EndTurn | undefined;
    try {
      route = await beforeAbort(this.#options.route(), request.signal);
      this.#url = route.url ?? this.#url;
      endTurn = await route.turns?.take();
      request.signal.throwIfAborted();
      return await this.#exchange(request, route);
    } catch (error) {
      if (error instanceof ConnectionError) throw error;
      const { reason, detail, failure } = refusalOfError(error);
      throw new ConnectionError(
        reason,
        `${requestLine(this.url, request.path)}: ${detail}`,
        {
          cause: error,
          failure: withTrusted(failure, () => route?.trusted?.()),
        },
      );
    } finally {
      // undici gives a socket to the next request one turn of the event loop after its answer.
      if (endTurn) setImmediate(endTurn);
    }
  }

  async #exchange(request: ApiRequest, route: Route): Promise<ApiResponse> {
    const startedAt = performance.now();
    const { origin, pathname } = new URL(route.url ?? this.#options.url);
    // undici hears an abort only once it has a socket: one that hangs in the handshake would hold the caller.
    const answering = route.dispatcher.request({
      origin,
      path: `${pathname.replace(/\/$/, '')}${request.path}`,
      method: 'GET',
      headers: {
        // Named in the cluster's audit log.
        'user-agent': 'kubernetes-ha-for-backstage',
        ...route.headers,
        accept: request.accept ?? 'application/json',
      },
      signal: request.signal,
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
    });
    const answer = await beforeAbort(answering, request.signal);
    const latencyMs = performance.now() - startedAt;
    route.onStatus?.(answer.statusCode);
    const headers = singleValues(answer.headers);
    const ok = answer.statusCode >= 200 && answer.statusCode < 300;
    const body = await this.#body(answer.body, headers, request, {
      http1: route.http1Only,
      ...(ok && {
        onChunk: request.onChunk?.bind(request),
        memory: request.memory?.bind(request),
      }),
    });
    return { status: answer.statusCode, headers, body, latencyMs };
  }

  async #body(
    stream: Dispatcher.ResponseData['body'],
    headers: ApiResponse['headers'],
    request: ApiRequest,
    reading: Omit<ReadingOptions, 'onSize'>,
  ): Promise<Buffer> {
    const limit = request.maxBytes ?? DEFAULT_MAX_BYTES;
    const announced = Number(headers['content-length'] ?? 0);
    const body = await readBody(stream, {
      onSize: size => {
        if (size <= limit && announced <= limit) return;
        throw exceeded(
          'too-large',
          boundMessage('bound.answer', {
            request: requestLine(this.url, request.path),
            bytes: limit,
          }),
        );
      },
      ...reading,
    });
    // None was asked for; a middleman that compresses all the same would be read as garbage.
    const encoding = headers['content-encoding'];
    if (encoding && encoding !== 'identity') {
      throw new ConnectionError(
        'invalid-response',
        `${requestLine(
          this.url,
          request.path,
        )}: the answer is compressed (${encoding}), which was not asked for`,
      );
    }
    return body;
  }
}

function singleValues(
  headers: Dispatcher.ResponseData['headers'],
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

/** The promise's outcome, or the abort, whichever is first. */
async function beforeAbort<T>(
  promise: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  // Nobody waits for it any more once the abort has come first; its own failure is then of no interest.
  promise.catch(() => {});
  signal.throwIfAborted();
  let onAbort = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
