/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterQuery,
  grades,
  layers,
  Page,
  platforms,
  tiers,
} from 'backstage-plugin-kubernetes-ha-common';

/** Rows on a page: what a table draws without effort, 10 pages for 500 clusters. */
export const PAGE_SIZE = 50;

/** The values that each filter knows; owners come from the fleet itself. */
export const filterValues = {
  tier: tiers,
  grade: [...grades, 'none'],
  layer: [...layers],
  platform: platforms,
} as const;

/** Names of the filters in the page's address. */
export const filterNames = [
  'tier',
  'owner',
  'grade',
  'layer',
  'platform',
] as const;

/** See {@link filterNames}. */
export type FilterName = (typeof filterNames)[number];

/** The question to the backend that an address stands for; values it does not know are left out. */
export function queryOf(
  getAll: (name: string) => readonly string[],
): ClusterQuery {
  const known = <T extends string>(
    name: string,
    values: readonly T[],
  ): T[] | undefined => {
    const found = values.filter(value => getAll(name).includes(value));
    return found.length > 0 ? found : undefined;
  };
  const owner = getAll('owner');
  const search = getAll('search')[0];
  return {
    ...(search && { search }),
    tier: known('tier', filterValues.tier),
    owner: owner.length > 0 ? [...owner] : undefined,
    grade: known('grade', filterValues.grade),
    layer: known('layer', filterValues.layer),
    platform: known('platform', filterValues.platform),
    order: 'worst-first',
    offset: (pageOf(getAll) - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
}

/** The page number of an address, from 1. */
export function pageOf(getAll: (name: string) => readonly string[]): number {
  const page = Number(getAll('page')[0] ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/** How many pages an answer has, 1 at least; undefined before there is one. */
export function pagesOf(answer: Page<unknown>): number;
export function pagesOf(answer?: Page<unknown>): number | undefined;
export function pagesOf(answer?: Page<unknown>): number | undefined {
  return answer && Math.max(1, Math.ceil(answer.totalItems / PAGE_SIZE));
}

/** Whether the query leaves any cluster out. */
export function isFiltered(query: ClusterQuery): boolean {
  return Boolean(
    query.search ||
      query.tier ||
      query.owner ||
      query.grade ||
      query.layer ||
      query.platform,
  );
}
