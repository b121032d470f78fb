/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ResponseError } from '@backstage/errors';
import type { Scorecard } from '../scoring/scorecard';
import type { ClusterSnapshot, SectionName } from '../snapshot/clusterSnapshot';
import type { ClusterSignals } from './clusterSignals';
import type {
  CheckDescription,
  ClusterQuery,
  ClusterSummary,
  Finding,
  FleetSummary,
  HistoryPoint,
  MeasurementPoint,
  KubernetesHaApi,
  Page,
  SnapshotRef,
} from './types';

/** What the client needs of its surroundings: in the portal the APIs of these names, in a backend the discovery service and `fetch`. @public */
export interface KubernetesHaClientOptions {
  fetchApi: { fetch: typeof fetch };
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** How long a question may take before it is given up, 30 000 unless told. */
  deadlineMs?: number;
}

/** Longer than any answer takes, shorter than people wait (proposal). */
const DEADLINE_MS = 30_000;

/** The name that aborted requests have in browsers and Node.js when their time is over. */
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor(resource: string, deadlineMs: number) {
    super(
      `No answer to ${resource} within ${
        deadlineMs / 1000
      } s. Check that the backend runs and can be reached, then ask again.`,
    );
  }
}

type Query = Readonly<
  Record<string, string | number | readonly string[] | undefined>
>;

/**
 * The API of the backend over HTTP.
 *
 * Errors: `ResponseError` of `@backstage/errors`, with the sentence of the
 * backend as its message and the class of the error in `cause.name`. A
 * question that is not answered in time ends in a `TimeoutError`.
 * @public
 */
export class KubernetesHaClient implements KubernetesHaApi {
  readonly #options: KubernetesHaClientOptions;

  constructor(options: KubernetesHaClientOptions) {
    this.#options = options;
  }

  getFleet(): Promise<FleetSummary> {
    return this.#get(['fleet']);
  }

  listClusters(query: ClusterQuery = {}): Promise<Page<ClusterSummary>> {
    return this.#get(['clusters'], { ...query });
  }

  getCluster(name: string): Promise<ClusterSummary> {
    return this.#get(['clusters', name]);
  }

  getScorecard(
    name: string,
    options: { at?: string } = {},
  ): Promise<Scorecard> {
    return this.#get(['clusters', name, 'scorecard'], options);
  }

  getCurrentSnapshot(name: string): Promise<ClusterSnapshot> {
    return this.#get(['clusters', name, 'snapshot']);
  }

  getSignals<K extends SectionName>(
    name: string,
    sections: readonly K[],
  ): Promise<ClusterSignals<K>> {
    return this.#get(['clusters', name, 'signals'], { section: sections });
  }

  listSnapshots(
    name: string,
    options: { offset?: number; limit?: number } = {},
  ): Promise<Page<SnapshotRef>> {
    return this.#get(['clusters', name, 'snapshots'], options);
  }

  getSnapshot(name: string, hash: string): Promise<ClusterSnapshot> {
    return this.#get(['clusters', name, 'snapshots', hash]);
  }

  listFindings(
    name: string,
    options: Parameters<KubernetesHaApi['listFindings']>[1] = {},
  ): Promise<Page<Finding>> {
    return this.#get(['clusters', name, 'findings'], options);
  }

  getHistory(
    name: string,
    options: Parameters<KubernetesHaApi['getHistory']>[1] = {},
  ): Promise<HistoryPoint[]> {
    return this.#get(['clusters', name, 'history'], options);
  }

  getMeasurements(
    name: string,
    options: Parameters<KubernetesHaApi['getMeasurements']>[1] = {},
  ): Promise<MeasurementPoint[]> {
    return this.#get(['clusters', name, 'measurements'], options);
  }

  listChecks(): Promise<CheckDescription[]> {
    return this.#get(['checks']);
  }

  async #get<T>(path: readonly string[], query: Query = {}): Promise<T> {
    const { deadlineMs = DEADLINE_MS } = this.#options;
    const resource = `v1/${path.map(encodeURIComponent).join('/')}`;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Raced and not only aborted: finding the address or signing in may hang before there is a request to abort.
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new TimeoutError(resource, deadlineMs));
        abort.abort();
      }, deadlineMs);
    });
    try {
      const answer = this.#ask<T>(resource, query, abort.signal);
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #ask<T>(
    resource: string,
    query: Query,
    signal: AbortSignal,
  ): Promise<T> {
    const baseUrl = await this.#options.discoveryApi.getBaseUrl(
      'kubernetes-ha',
    );
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      // Lists are repeated keys, as OpenAPI's form style has them.
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined) search.append(key, String(one));
      }
    }
    const suffix = search.size > 0 ? `?${search}` : '';
    const response = await this.#options.fetchApi.fetch(
      `${baseUrl}/${resource}${suffix}`,
      { headers: { Accept: 'application/json' }, signal },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
