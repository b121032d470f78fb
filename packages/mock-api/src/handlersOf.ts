/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  clusterSignals,
  connectStepIds,
  describeChecks,
  fleetQueryRefusal,
  groupFleet,
  HistoryResolution,
  kubernetesHaClusterReadPermission,
  message,
  readFleetQuery,
  sectionNames,
} from 'backstage-plugin-kubernetes-ha-common';
import type { HttpHandler } from 'msw';
import type { FixtureCluster } from './fixtures/fleet';
import { csvOf, fixesOver, listOf, totalsOf } from './fleet';
import { errorAnswer, http, languageOf } from './http';
import { MockCluster } from './MockCluster';
import type { MomentsQuery } from './momentsOf';

/** A page of a list, of the size that openapi.yaml gives by default. */
function pageOf<T>(items: T[], { url }: { url: string }, size = 100) {
  const { searchParams } = new URL(url);
  const offset = Number(searchParams.get('offset') ?? 0);
  const limit = Number(searchParams.get('limit') ?? size);
  return {
    items: items.slice(offset, offset + limit),
    totalItems: items.length,
  };
}

/** Values of a repeated key, in the type of what is allowed; undefined without any. */
function chosen<T extends string>(
  values: readonly string[],
  allowed: readonly T[],
): T[] | undefined {
  const found = allowed.filter(value => values.includes(value));
  return found.length > 0 ? found : undefined;
}

/** The range that a query asks for. */
function rangeQuery(query: { get(name: 'from' | 'to'): string | null }) {
  return {
    from: query.get('from') ?? undefined,
    to: query.get('to') ?? undefined,
  };
}

/** The part of the measurements that a query asks for. */
function momentsQuery(query: {
  get(name: 'from' | 'to'): string | null;
  get(name: 'resolution'): HistoryResolution | null;
}): MomentsQuery {
  return {
    ...rangeQuery(query),
    resolution: query.get('resolution') ?? 'raw',
  };
}

/**
 * The HTTP API of the backend over these clusters. Requests are taken to be as
 * openapi.yaml describes them, to which a test of the backend holds the client;
 * another test there holds these answers to those of the real router.
 */
export function handlersOf(fleet: readonly FixtureCluster[]): HttpHandler[] {
  const clusters = fleet.map(fixture => new MockCluster(fixture));
  const find = (name: string) =>
    clusters.find(cluster => cluster.name === name);
  const missing = (request: Request, name: string) =>
    errorAnswer(
      404,
      'NotFoundError',
      message('error.cluster-not-found', {
        cluster: name,
        permission: kubernetesHaClusterReadPermission.name,
      }),
      languageOf(request),
    );
  /** The refusal of a query of the fleet that is not accepted. */
  const refused = (request: Request) => {
    const { searchParams } = new URL(request.url);
    const why = fleetQueryRefusal(name => searchParams.getAll(name));
    return why && errorAnswer(400, 'InputError', why, languageOf(request));
  };

  /** The clusters that the query of a request finds, in its order. */
  const found = ({ url }: { url: string }) => {
    const { searchParams } = new URL(url);
    return listOf(
      clusters,
      readFleetQuery(name => searchParams.getAll(name)).query,
    );
  };

  return [
    http.get('/v1/fleet', ({ response }) =>
      response(200).json(totalsOf(clusters)),
    ),
    http.get('/v1/checks', ({ response }) =>
      response(200).json(describeChecks()),
    ),
    http.get('/v1/clusters', ({ request, response }) => {
      const refusal = refused(request);
      return refusal
        ? response('default').json(...refusal)
        : response(200).json(pageOf(found(request), request));
    }),
    http.get('/v1/clusters.csv', ({ request, response }) => {
      const refusal = refused(request);
      return refusal
        ? response('default').json(...refusal)
        : response(200).text(csvOf(found(request), languageOf(request)), {
            headers: { 'Content-Type': 'text/csv; charset=utf-8' },
          });
    }),
    http.get('/v1/fleet/groups', ({ request, query, response }) => {
      const refusal = refused(request);
      return refusal
        ? response('default').json(...refusal)
        : response(200).json(
            pageOf(groupFleet(found(request), query.get('by')), request),
          );
    }),
    http.get('/v1/fleet/fixes', ({ request, response }) => {
      const refusal = refused(request);
      return refusal
        ? response('default').json(...refusal)
        : response(200).json(
            pageOf(fixesOver(clusters, found(request)), request, 20),
          );
    }),
    http.get('/v1/clusters/{name}', ({ params, request, response }) => {
      const cluster = find(params.name);
      return cluster
        ? response(200).json(cluster.inDetail())
        : response('default').json(...missing(request, params.name));
    }),
    http.get(
      '/v1/clusters/{name}/scorecard',
      ({ params, query, request, response }) => {
        const cluster = find(params.name);
        const at = query.get('at');
        return cluster
          ? response(200).json(
              cluster.scorecard(at ? Date.parse(at) : undefined),
            )
          : response('default').json(...missing(request, params.name));
      },
    ),
    http.get(
      '/v1/clusters/{name}/snapshot',
      ({ params, request, response }) => {
        const cluster = find(params.name);
        return cluster
          ? response(200).json(cluster.snapshot())
          : response('default').json(...missing(request, params.name));
      },
    ),
    http.get(
      '/v1/clusters/{name}/signals',
      ({ params, query, request, response }) => {
        const cluster = find(params.name);
        if (!cluster) {
          return response('default').json(...missing(request, params.name));
        }
        const sections = chosen(query.getAll('section'), sectionNames) ?? [];
        return response(200).json(clusterSignals(cluster.snapshot(), sections));
      },
    ),
    http.get(
      '/v1/clusters/{name}/connection',
      ({ params, request, response }) => {
        const cluster = find(params.name);
        return cluster
          ? response(200).json(cluster.connection())
          : response('default').json(...missing(request, params.name));
      },
    ),
    http.post(
      '/v1/clusters/{name}/connection/tests/{step}',
      ({ params, request, response }) => {
        const step = connectStepIds.find(id => id === params.step);
        const cluster = find(params.name);
        return cluster && step
          ? response(200).json(cluster.connectionTest(step))
          : response('default').json(...missing(request, params.name));
      },
    ),
    http.get(
      '/v1/clusters/{name}/snapshots',
      ({ params, request, response }) => {
        const cluster = find(params.name);
        return cluster
          ? response(200).json(pageOf(cluster.snapshots(), request))
          : response('default').json(...missing(request, params.name));
      },
    ),
    http.get(
      '/v1/clusters/{name}/snapshots/{hash}',
      ({ params, request, response }) => {
        const { name, hash } = params;
        const cluster = find(name);
        if (!cluster)
          return response('default').json(...missing(request, name));
        const snapshot = cluster.storedSnapshot(hash);
        return snapshot
          ? response(200).json(snapshot)
          : response('default').json(
              ...errorAnswer(
                404,
                'NotFoundError',
                message('error.snapshot-not-found', { cluster: name, hash }),
                languageOf(request),
              ),
            );
      },
    ),
    http.get(
      '/v1/clusters/{name}/findings',
      ({ params, query, request, response }) => {
        const cluster = find(params.name);
        if (!cluster) {
          return response('default').json(...missing(request, params.name));
        }
        const checks = query.getAll('check');
        const findings = cluster
          .findings(query.get('state') ?? 'open')
          .filter(
            ({ checkId }) => checks.length === 0 || checks.includes(checkId),
          );
        return response(200).json(pageOf(findings, request));
      },
    ),
    http.get(
      '/v1/clusters/{name}/history',
      ({ params, query, request, response }) => {
        const cluster = find(params.name);
        return cluster
          ? response(200).json(
              cluster.history({
                ...rangeQuery(query),
                stepSeconds: Number(query.get('stepSeconds')) || undefined,
              }),
            )
          : response('default').json(...missing(request, params.name));
      },
    ),
    http.get(
      '/v1/clusters/{name}/incidents',
      ({ params, query, request, response }) => {
        const cluster = find(params.name);
        const limit = Number(query.get('limit') ?? 100);
        return cluster
          ? response(200).json(cluster.incidents(rangeQuery(query), limit))
          : response('default').json(...missing(request, params.name));
      },
    ),
    http.get(
      '/v1/clusters/{name}/measurements',
      ({ params, query, request, response }) => {
        const cluster = find(params.name);
        return cluster
          ? response(200).json(cluster.measurements(momentsQuery(query)))
          : response('default').json(...missing(request, params.name));
      },
    ),
  ];
}
