/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type {
  ApiServerInstance,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  ApiEndpoint,
  ApiRequest,
  ApiResponse,
  ClusterConnection,
  ConnectionError,
} from '../contracts';
import { whileFollowing, within } from '../refusals/deadline';

/** An endpoint that has not answered `/version` by then does not serve: less than half the time that a page of Leases has. (proposal) */
const PROBE_MS = 2_000;

/** No way to the other side, as against an answer of the cluster. */
const transportReasons: readonly UnknownReason[] = [
  'refused',
  'unreachable',
  'timeout',
  'tls',
];

/** What a proxy says when it reaches nobody. */
const proxyStatuses: readonly number[] = [502, 503, 504];

/** Which instance has answered in place of the endpoint, kept between collections. */
export interface RememberedInstance {
  address?: string;
}

/**
 * The second way to read a cluster: while its endpoint does not serve, known
 * API servers are asked at their own addresses. For one collection; in each the
 * endpoint is tried first. One that swallows requests is found out by asking
 * it for its version beside the first request, so it costs two seconds at most.
 * A request is asked once more, of one instance: the remembered one, else one
 * that was ready when it was last seen.
 *
 * For what the cluster holds (Leases, objects), never for what the endpoint is.
 */
export function instanceFallbackConnection(
  connection: ClusterConnection,
  instances: readonly ApiServerInstance[],
  remembered: RememberedInstance,
): ClusterConnection {
  const instance = connection.instance?.bind(connection);
  if (!instance || instances.length === 0) return connection;
  const byReadiness = [...instances]
    .sort((a, b) => Number(b.readyz.ok) - Number(a.readyz.ok))
    .map(({ address }) => address);
  return {
    kind: connection.kind,
    api: new FallbackEndpoint(
      connection.api,
      byReadiness,
      instance,
      remembered,
    ),
    instance,
    kubelet: connection.kubelet?.bind(connection),
    certificates: connection.certificates?.bind(connection),
    close: () => connection.close(),
  };
}

/** Made once: each request that was answered abandons the other way, and the stack of an error costs more than the rest of that. */
const ABANDONED = new DOMException('answered otherwise', 'AbortError');

class FallbackEndpoint implements ApiEndpoint {
  readonly #endpoint: ApiEndpoint;
  readonly #addresses: readonly string[];
  readonly #instance: (address: string) => ApiEndpoint;
  readonly #remembered: RememberedInstance;
  /** Instances that failed in this collection. */
  readonly #failed = new Set<string>();
  #probe: Promise<ConnectionError | undefined> | undefined;
  /** Why the endpoint is not asked any more in this collection. */
  #failure: ConnectionError | undefined;
  #answeredBy: ApiEndpoint | undefined;

  constructor(
    endpoint: ApiEndpoint,
    addresses: readonly string[],
    instance: (address: string) => ApiEndpoint,
    remembered: RememberedInstance,
  ) {
    this.#endpoint = endpoint;
    this.#addresses = addresses;
    this.#instance = instance;
    this.#remembered = remembered;
  }

  get url(): string {
    return (this.#answeredBy ?? this.#endpoint).url;
  }

  get insteadOf(): string | undefined {
    if (!this.#answeredBy || !this.#failure) return undefined;
    return `${this.#endpoint.url}, which does not serve (${
      this.#failure.reason
    })`;
  }

  async request(request: ApiRequest): Promise<ApiResponse> {
    if (!this.#failure) {
      const outcome = await this.#throughEndpoint(request);
      if (!(outcome instanceof ConnectionError)) return outcome;
      this.#failure = outcome;
    }
    // Its own time is over, or the collection's: nobody waits for another.
    if (request.signal.aborted) throw this.#failure;
    return this.#throughInstance(request, this.#failure);
  }

  /** The answer, or why there is no way through the endpoint. Errors: those that another way would not help. */
  async #throughEndpoint(
    request: ApiRequest,
  ): Promise<ApiResponse | ConnectionError> {
    return whileFollowing(request.signal, abandoned =>
      this.#unlessAbandoned(request, abandoned),
    );
  }

  async #unlessAbandoned(
    request: ApiRequest,
    abandoned: AbortController,
  ): Promise<ApiResponse | ConnectionError> {
    let begun = false;
    const answer = this.#endpoint
      .request({
        ...request,
        signal: abandoned.signal,
        ...(request.onChunk && {
          onChunk: (chunk: Uint8Array) => {
            begun = true;
            request.onChunk?.(chunk);
          },
        }),
      })
      .then(
        response => proxyFailure(response, this.#endpoint.url) ?? response,
        (error: unknown) => {
          // What has been handed over in part cannot be begun anew.
          if (!begun && isTransportFailure(error)) return error;
          throw error;
        },
      );
    // Abandoned, it fails unheard.
    answer.catch(() => {});
    this.#probe ??= this.#probeEndpoint(request);
    const unreachable = this.#probe.then(failure => {
      if (failure && !begun) return failure;
      return answer;
    });
    unreachable.catch(() => {});
    try {
      return await Promise.race([answer, unreachable]);
    } finally {
      abandoned.abort(ABANDONED);
    }
  }

  /** Nothing for an endpoint that answers anything at all. */
  async #probeEndpoint({
    signal,
  }: ApiRequest): Promise<ConnectionError | undefined> {
    try {
      const response = await within(signal, PROBE_MS, ending =>
        this.#endpoint.request({
          path: '/version',
          signal: ending,
          maxBytes: 64 * 1024,
        }),
      );
      return proxyFailure(response, this.#endpoint.url);
    } catch (error) {
      if (isTransportFailure(error)) return error;
      // The request itself says what is wrong.
      return undefined;
    }
  }

  async #throughInstance(
    request: ApiRequest,
    failure: ConnectionError,
  ): Promise<ApiResponse> {
    const address = this.#choose();
    if (address === undefined) throw failure;
    const endpoint = this.#instance(address);
    try {
      const response = await endpoint.request(request);
      this.#remembered.address = address;
      this.#answeredBy = endpoint;
      return response;
    } catch (error) {
      this.#failed.add(address);
      if (this.#remembered.address === address) {
        this.#remembered.address = undefined;
      }
      if (!isTransportFailure(error)) throw error;
      throw new ConnectionError(
        failure.reason,
        `${failure.message}; and by its own address ${error.message}`,
        { cause: error },
      );
    }
  }

  #choose(): string | undefined {
    const open = this.#addresses.filter(address => !this.#failed.has(address));
    const { address } = this.#remembered;
    return address !== undefined && open.includes(address) ? address : open[0];
  }
}

function isTransportFailure(error: unknown): error is ConnectionError {
  return (
    error instanceof ConnectionError && transportReasons.includes(error.reason)
  );
}

/** An API server marks each of its answers for its audit log; a 503 without the mark is a proxy's. */
function proxyFailure(
  { status, headers }: ApiResponse,
  url: string,
): ConnectionError | undefined {
  if (!proxyStatuses.includes(status) || headers['audit-id'] !== undefined) {
    return undefined;
  }
  return new ConnectionError(
    status === 504 ? 'timeout' : 'server-error',
    `GET ${url}: HTTP ${status}, from a proxy before the API server`,
  );
}
