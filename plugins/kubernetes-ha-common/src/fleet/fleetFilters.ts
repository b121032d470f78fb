/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { layers } from '../checks/layers';
import { verdicts } from '../checks/verdict';
import { grades } from '../scoring/scorecard';
import { platforms, tiers } from '../snapshot/clusterKinds';
import type { ClusterQuery } from '../api/fleetTypes';
import { clusterOrders, directions } from './fleetOrder';

/** The verdict of the headline of a cluster; `none` where everything passes. @public */
export const clusterVerdicts = [...verdicts, 'none'] as const;

/** See {@link clusterVerdicts}. @public */
export type ClusterVerdict = (typeof clusterVerdicts)[number];

/** Value of the filter by owner for clusters without an owner. @public */
export const NO_OWNER = 'none';

/** The values that the filters of a fleet accept; owners are whoever owns a cluster. @public */
export const fleetFilters = {
  verdict: clusterVerdicts,
  tier: tiers,
  grade: [...grades, 'none'],
  layer: layers,
  platform: platforms,
} as const;

/** A parameter of a query that is not accepted. @public */
export interface RefusedParameter {
  name: string;
  value: string;
  /** The accepted values. */
  expected: readonly string[];
}

/**
 * The query of a fleet that the parameters of an address make, and those that
 * are not accepted: the same for the page and the API. `owners` are those
 * who own a cluster; without them any owner is accepted. Pure.
 * @public
 */
export function readFleetQuery(
  valuesOf: (name: string) => readonly string[],
  owners?: readonly string[],
): { query: ClusterQuery; refused: RefusedParameter[] } {
  const refused: RefusedParameter[] = [];
  /** The accepted values of a parameter; nothing without any. */
  const read = <T extends string>(
    name: string,
    expected: readonly T[],
  ): T[] | undefined => {
    const given = [...new Set(valuesOf(name))];
    const accepted = expected.filter(value => given.includes(value));
    refused.push(
      ...given
        .filter(value => !expected.some(known => known === value))
        .map(value => ({ name, value, expected })),
    );
    return accepted.length > 0 ? accepted : undefined;
  };
  const owner = owners
    ? read('owner', [...owners, NO_OWNER])
    : valuesOf('owner').filter(Boolean);
  const query: ClusterQuery = {
    search: valuesOf('search').find(text => text !== ''),
    verdict: read('verdict', fleetFilters.verdict),
    tier: read('tier', fleetFilters.tier),
    owner: owner?.length ? owner : undefined,
    grade: read('grade', fleetFilters.grade),
    layer: read('layer', fleetFilters.layer),
    platform: read('platform', fleetFilters.platform),
    order: read('order', clusterOrders)?.[0],
    direction: read('direction', directions)?.[0],
  };
  return { query, refused };
}

/** Whether a query filters clusters. Pure. @public */
export function isFilteredQuery(query: ClusterQuery): boolean {
  const { search, verdict, tier, owner, grade, layer, platform } = query;
  return [search, verdict, tier, owner, grade, layer, platform].some(
    value => value !== undefined && value.length > 0,
  );
}
