/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ResponseError } from '@backstage/errors';
import type { ClusterConnectionGuide, ConnectionTest } from '../connect/guide';
import type { ConnectStepId } from '../connect/connectStepIds';
import type { Scorecard } from '../scoring/scorecard';
import type { ClusterSnapshot, SectionName } from '../snapshot/clusterSnapshot';
import type { ClusterSignals } from './clusterSignals';
import type {
  ClusterQuery,
  FleetFilter,
  FleetFix,
  FleetGroup,
  FleetGrouping,
} from './fleetTypes';
import { message } from '../messages/message';
import { refusal } from './refusal';
import type {
  CheckDescription,
  ClusterSummary,
  Finding,
  FleetSummary,
  HistoryQuery,
  IncidentList,
  IncidentQuery,
  KubernetesHaApi,
  MeasurementPoint,
  MeasurementQuery,
  Page,
  PageQuery,
  RequestOptions,
  ScoreHistory,
  SnapshotRef,
} from './types';

/** What the client needs of its surroundings: in the portal the APIs of these names, in a backend the discovery service and `fetch`. @public */
export interface KubernetesHaClientOptions {
  fetchApi: { fetch: typeof fetch };
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** How long a request may take before it fails. Default: 30 000. */
  deadlineMs?: number;
}

/** Longer than any answer takes, shorter than people wait (proposal). */
const DEADLINE_MS = 30_000;

/** The name that aborted requests have in browsers and Node.js when their time is over. */
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** How an answer is asked for and read. */
interface Format {
  type: string;
  read: (response: Response) => Promise<any>;
}

const asJson: Format = {
  type: 'application/json',
  read: response => response.json(),
};

const asText: Format = {
  type: 'text/csv',
  read: response => response.text(),
};

type Query = Readonly<
  Record<string, string | number | readonly string[] | undefined>
>;

/**
 * The API of the backend over HTTP.
 *
 * Errors: `ResponseError` of `@backstage/errors`, with the sentence of the
 * backend as its message, the class of the error in `cause.name` and the reason
 * as data in `cause.why`. A request that is not answered in time ends in a
 * `TimeoutError`, one whose signal was aborted in the reason of that signal.
 * @public
 */
export class KubernetesHaClient implements KubernetesHaApi {
  readonly #options: KubernetesHaClientOptions;

  constructor(options: KubernetesHaClientOptions) {
    this.#options = options;
  }

  getFleet(request?: RequestOptions): Promise<FleetSummary> {
    return this.#get(['fleet'], {}, request);
  }

  listClusters(
    query: ClusterQuery = {},
    request?: RequestOptions,
  ): Promise<Page<ClusterSummary>> {
    return this.#get(['clusters'], { ...query }, request);
  }

  getClustersCsv(
    query: Parameters<KubernetesHaApi['getClustersCsv']>[0] = {},
    request?: RequestOptions,
  ): Promise<string> {
    return this.#get(['clusters.csv'], { ...query }, request, asText);
  }

  listFleetGroups(
    by: FleetGrouping,
    query: FleetFilter & PageQuery = {},
    request?: RequestOptions,
  ): Promise<Page<FleetGroup>> {
    return this.#get(['fleet', 'groups'], { by, ...query }, request);
  }

  listFleetFixes(
    query: FleetFilter & PageQuery = {},
    request?: RequestOptions,
  ): Promise<Page<FleetFix>> {
    return this.#get(['fleet', 'fixes'], { ...query }, request);
  }

  getCluster(name: string, request?: RequestOptions): Promise<ClusterSummary> {
    return this.#get(['clusters', name], {}, request);
  }

  getScorecard(
    name: string,
    options: { at?: string } = {},
    request?: RequestOptions,
  ): Promise<Scorecard> {
    return this.#get(['clusters', name, 'scorecard'], options, request);
  }

  getCurrentSnapshot(
    name: string,
    request?: RequestOptions,
  ): Promise<ClusterSnapshot> {
    return this.#get(['clusters', name, 'snapshot'], {}, request);
  }

  getSignals<K extends SectionName>(
    name: string,
    sections: readonly K[],
    request?: RequestOptions,
  ): Promise<ClusterSignals<K>> {
    return this.#get(
      ['clusters', name, 'signals'],
      { section: sections },
      request,
    );
  }

  getConnection(
    name: string,
    request?: RequestOptions,
  ): Promise<ClusterConnectionGuide> {
    return this.#get(['clusters', name, 'connection'], {}, request);
  }

  testConnection(
    name: string,
    step: ConnectStepId,
    request?: RequestOptions,
  ): Promise<ConnectionTest> {
    const path = ['clusters', name, 'connection', 'tests', step];
    return this.#request('POST', path, {}, request);
  }

  listSnapshots(
    name: string,
    options: { offset?: number; limit?: number } = {},
    request?: RequestOptions,
  ): Promise<Page<SnapshotRef>> {
    return this.#get(['clusters', name, 'snapshots'], options, request);
  }

  getSnapshot(
    name: string,
    hash: string,
    request?: RequestOptions,
  ): Promise<ClusterSnapshot> {
    return this.#get(['clusters', name, 'snapshots', hash], {}, request);
  }

  listFindings(
    name: string,
    options: Parameters<KubernetesHaApi['listFindings']>[1] = {},
    request?: RequestOptions,
  ): Promise<Page<Finding>> {
    return this.#get(['clusters', name, 'findings'], { ...options }, request);
  }

  getHistory(
    name: string,
    query: HistoryQuery = {},
    request?: RequestOptions,
  ): Promise<ScoreHistory> {
    return this.#get(['clusters', name, 'history'], { ...query }, request);
  }

  listIncidents(
    name: string,
    query: IncidentQuery = {},
    request?: RequestOptions,
  ): Promise<IncidentList> {
    return this.#get(['clusters', name, 'incidents'], { ...query }, request);
  }

  getMeasurements(
    name: string,
    query: MeasurementQuery = {},
    request?: RequestOptions,
  ): Promise<MeasurementPoint[]> {
    return this.#get(['clusters', name, 'measurements'], { ...query }, request);
  }

  listChecks(request?: RequestOptions): Promise<CheckDescription[]> {
    return this.#get(['checks'], {}, request);
  }

  #get<T>(
    path: readonly string[],
    query: Query,
    request?: RequestOptions,
    format?: Format,
  ): Promise<T> {
    return this.#request('GET', path, query, request, format);
  }

  async #request<T>(
    method: 'GET' | 'POST',
    path: readonly string[],
    query: Query,
    { signal, language }: RequestOptions = {},
    format: Format = asJson,
  ): Promise<T> {
    signal?.throwIfAborted();
    const { deadlineMs = DEADLINE_MS } = this.#options;
    const headers = {
      Accept: format.type,
      ...(language && { 'Accept-Language': language }),
    };
    const resource = `v1/${path.map(encodeURIComponent).join('/')}`;
    const abort = new AbortController();
    const end = () => abort.abort(signal?.reason);
    signal?.addEventListener('abort', end);
    const timer = setTimeout(
      () =>
        abort.abort(
          refusal(
            TimeoutError,
            message('error.no-answer', {
              resource,
              seconds: deadlineMs / 1000,
            }),
          ),
        ),
      deadlineMs,
    );
    // Raced and not only aborted: finding the address or signing in may hang before there is a request to abort.
    const ended = new Promise<never>((_, reject) => {
      abort.signal.addEventListener('abort', () => reject(abort.signal.reason));
    });
    try {
      const answer = this.#ask<T>(
        method,
        resource,
        query,
        { headers, signal: abort.signal },
        format,
      );
      return await Promise.race([answer, ended]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    }
  }

  async #ask<T>(
    method: 'GET' | 'POST',
    resource: string,
    query: Query,
    init: { headers: Record<string, string>; signal: AbortSignal },
    format: Format,
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
      { method, ...init },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return format.read(response);
  }
}
