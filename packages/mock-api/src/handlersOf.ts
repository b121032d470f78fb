/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  clusterSignals,
  describeChecks,
  grades,
  HistoryResolution,
  layers,
  platforms,
  sectionNames,
  tiers,
} from 'backstage-plugin-kubernetes-ha-common';
import type { HttpHandler } from 'msw';
import type { FixtureCluster } from './fixtures/fleet';
import { listOf, totalsOf } from './fleet';
import { errorAnswer, http } from './http';
import { MockCluster } from './MockCluster';
import type { MomentsQuery } from './momentsOf';

/** A page of a list, of the size that openapi.yaml gives by default. */
function pageOf<T>(items: T[], { url }: { url: string }) {
  const { searchParams } = new URL(url);
  const offset = Number(searchParams.get('offset') ?? 0);
  const limit = Number(searchParams.get('limit') ?? 100);
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

/** The part of history that a query asks for. */
function momentsQuery(
  query: {
    get(name: 'from' | 'to'): string | null;
    get(name: 'resolution'): HistoryResolution | null;
  },
  resolution: HistoryResolution,
): MomentsQuery {
  return {
    from: query.get('from') ?? undefined,
    to: query.get('to') ?? undefined,
    resolution: query.get('resolution') ?? resolution,
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
  const missing = (name: string) =>
    errorAnswer(
      404,
      'NotFoundError',
      `There is no cluster "${name}". Expected one of: ${clusters
        .map(cluster => cluster.name)
        .join(', ')}.`,
    );

  return [
    http.get('/v1/fleet', ({ response }) =>
      response(200).json(totalsOf(clusters)),
    ),
    http.get('/v1/checks', ({ response }) =>
      response(200).json(describeChecks()),
    ),
    http.get('/v1/clusters', ({ query, request, response }) => {
      const owner = query.getAll('owner');
      const found = listOf(clusters, {
        search: query.get('search') ?? undefined,
        tier: chosen(query.getAll('tier'), tiers),
        owner: owner.length > 0 ? owner : undefined,
        grade: chosen(query.getAll('grade'), [...grades, 'none']),
        layer: chosen(query.getAll('layer'), layers),
        platform: chosen(query.getAll('platform'), platforms),
        order: query.get('order') ?? undefined,
      });
      return response(200).json(pageOf(found, request));
    }),
    http.get('/v1/clusters/{name}', ({ params, response }) => {
      const cluster = find(params.name);
      return cluster
        ? response(200).json(cluster.summary())
        : response('default').json(...missing(params.name));
    }),
    http.get('/v1/clusters/{name}/scorecard', ({ params, query, response }) => {
      const cluster = find(params.name);
      const at = query.get('at');
      return cluster
        ? response(200).json(cluster.scorecard(at ? Date.parse(at) : undefined))
        : response('default').json(...missing(params.name));
    }),
    http.get('/v1/clusters/{name}/snapshot', ({ params, response }) => {
      const cluster = find(params.name);
      return cluster
        ? response(200).json(cluster.snapshot())
        : response('default').json(...missing(params.name));
    }),
    http.get('/v1/clusters/{name}/signals', ({ params, query, response }) => {
      const cluster = find(params.name);
      if (!cluster) {
        return response('default').json(...missing(params.name));
      }
      const sections = chosen(query.getAll('section'), sectionNames) ?? [];
      return response(200).json(clusterSignals(cluster.snapshot(), sections));
    }),
    http.get(
      '/v1/clusters/{name}/snapshots',
      ({ params, request, response }) => {
        const cluster = find(params.name);
        return cluster
          ? response(200).json(pageOf(cluster.snapshots(), request))
          : response('default').json(...missing(params.name));
      },
    ),
    http.get('/v1/clusters/{name}/snapshots/{hash}', ({ params, response }) => {
      const { name, hash } = params;
      const snapshot = find(name)?.storedSnapshot(hash);
      return snapshot
        ? response(200).json(snapshot)
        : response('default').json(
            ...errorAnswer(
              404,
              'NotFoundError',
              `Cluster "${name}" has no stored snapshot ${hash}.`,
            ),
          );
    }),
    http.get(
      '/v1/clusters/{name}/findings',
      ({ params, query, request, response }) => {
        const cluster = find(params.name);
        if (!cluster) {
          return response('default').json(...missing(params.name));
        }
        // The fleet is so young that nothing of it is resolved yet.
        const found =
          query.get('state') === 'resolved' ? [] : cluster.findings();
        return response(200).json(pageOf(found, request));
      },
    ),
    http.get('/v1/clusters/{name}/history', ({ params, query, response }) => {
      const cluster = find(params.name);
      return cluster
        ? response(200).json(cluster.history(momentsQuery(query, 'hour')))
        : response('default').json(...missing(params.name));
    }),
    http.get(
      '/v1/clusters/{name}/measurements',
      ({ params, query, response }) => {
        const cluster = find(params.name);
        return cluster
          ? response(200).json(cluster.measurements(momentsQuery(query, 'raw')))
          : response('default').json(...missing(params.name));
      },
    ),
  ];
}
