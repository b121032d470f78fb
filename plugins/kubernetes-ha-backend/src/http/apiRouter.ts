/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type {
  CheckDescription,
  ClusterConnectionGuide,
  ClusterQuery,
  ClusterSignals,
  ClusterSnapshot,
  ClusterSummary,
  ConnectionTest,
  Finding,
  FleetFilter,
  FleetFix,
  FleetGroup,
  FleetGrouping,
  FleetSummary,
  HistoryResolution,
  IncidentList,
  MeasurementPoint,
  Page,
  Scorecard,
  ScoreHistory,
  SectionName,
  SnapshotRef,
} from 'backstage-plugin-kubernetes-ha-common';
import type { TestableStep } from 'backstage-plugin-kubernetes-ha-collector';
import { parse } from 'yaml';

/** A page of a list, as a query; the description of the API fills in what is left out. */
type PageQuery = { offset: number; limit: number };
type ByName = { name: string };

/**
 * The routes with what they take and give, in the types of the contract
 * (KubernetesHaApi), so that the compiler holds each router to it.
 */
export type Endpoints = {
  '#get|/v1/fleet': { response: FleetSummary };
  '#get|/v1/clusters': { query: ClusterQuery; response: Page<ClusterSummary> };
  '#get|/v1/clusters.csv': {
    query: Omit<ClusterQuery, 'offset' | 'limit'>;
    response: string;
  };
  '#get|/v1/fleet/groups': {
    query: FleetFilter & PageQuery & { by: FleetGrouping };
    response: Page<FleetGroup>;
  };
  '#get|/v1/fleet/fixes': {
    query: FleetFilter & PageQuery;
    response: Page<FleetFix>;
  };
  '#get|/v1/clusters/{name}': { path: ByName; response: ClusterSummary };
  '#get|/v1/clusters/{name}/scorecard': {
    path: ByName;
    query: { at?: string };
    response: Scorecard;
  };
  '#get|/v1/clusters/{name}/snapshot': {
    path: ByName;
    response: ClusterSnapshot;
  };
  '#get|/v1/clusters/{name}/signals': {
    path: ByName;
    query: { section?: SectionName[] };
    response: ClusterSignals;
  };
  '#get|/v1/clusters/{name}/connection': {
    path: ByName;
    response: ClusterConnectionGuide;
  };
  '#post|/v1/clusters/{name}/connection/tests/{step}': {
    path: ByName & { step: TestableStep };
    response: ConnectionTest;
  };
  '#get|/v1/clusters/{name}/snapshots': {
    path: ByName;
    query: PageQuery;
    response: Page<SnapshotRef>;
  };
  '#get|/v1/clusters/{name}/snapshots/{hash}': {
    path: ByName & { hash: string };
    response: ClusterSnapshot;
  };
  '#get|/v1/clusters/{name}/findings': {
    path: ByName;
    query: PageQuery & {
      state: 'open' | 'resolved' | 'all';
      check?: string[];
    };
    response: Page<Finding>;
  };
  '#get|/v1/clusters/{name}/history': {
    path: ByName;
    query: { from?: string; to?: string; stepSeconds?: number };
    response: ScoreHistory;
  };
  '#get|/v1/clusters/{name}/incidents': {
    path: ByName;
    query: { from?: string; to?: string; limit: number };
    response: IncidentList;
  };
  '#get|/v1/clusters/{name}/measurements': {
    path: ByName;
    query: { from?: string; to?: string; resolution: HistoryResolution };
    response: MeasurementPoint[];
  };
  '#get|/v1/checks': { response: CheckDescription[] };
};

/** Where the description of the API is, from source and from a published package alike. */
export const openApiFile = resolvePackagePath(
  'backstage-plugin-kubernetes-ha-backend',
  'src/http/openapi.yaml',
);

/** The description of the API, read anew. */
export function openApiDocument(): unknown {
  return parse(readFileSync(openApiFile, 'utf8'));
}

/** A router that answers only requests that are as openapi.yaml describes them: InputError otherwise. */
export function createApiRouter(document: unknown) {
  return createValidatedOpenApiRouterFromGeneratedEndpointMap<Endpoints>(
    document as Parameters<
      typeof createValidatedOpenApiRouterFromGeneratedEndpointMap
    >[0],
  );
}

/** See {@link createApiRouter}. */
export type ApiRouter = ReturnType<typeof createApiRouter>;
