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
  KubernetesHaApi,
  Page,
  SnapshotRef,
} from './types';

/** What the client needs of its surroundings: in the portal the APIs of these names, in a backend the discovery service and `fetch`. @public */
export interface KubernetesHaClientOptions {
  fetchApi: { fetch: typeof fetch };
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
}

type Query = Readonly<
  Record<string, string | number | readonly string[] | undefined>
>;

/**
 * The API of the backend over HTTP.
 *
 * Errors: `ResponseError` of `@backstage/errors`, with the sentence of the
 * backend as its message and the class of the error in `cause.name`.
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

  listChecks(): Promise<CheckDescription[]> {
    return this.#get(['checks']);
  }

  async #get<T>(path: readonly string[], query: Query = {}): Promise<T> {
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
      `${baseUrl}/v1/${path.map(encodeURIComponent).join('/')}${suffix}`,
      { headers: { Accept: 'application/json' } },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
