/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterQuery,
  FleetGrouping,
  fleetGroupings,
  isFilteredQuery,
  Page,
  readFleetQuery,
  RefusedParameter,
} from 'backstage-plugin-kubernetes-ha-common';

/** Clusters a page: what a table draws without effort, 10 pages for 500 clusters. */
export const PAGE_SIZE = 50;

/** Changes a page of the fix list: each names its clusters. */
export const FIXES_PAGE_SIZE = 20;

/** Names of the filters in the page's address, in the order on screen. */
export const filterNames = [
  'verdict',
  'tier',
  'owner',
  'grade',
  'layer',
  'platform',
] as const;

/** See {@link filterNames}. */
export type FilterName = (typeof filterNames)[number];

/** What the page shows of the clusters that the filters find. */
export const fleetViews = ['clusters', 'fixes'] as const;

/** What an address of the fleet stands for. */
export interface FleetAddress {
  /** Filters and order, as the API takes them. */
  query: ClusterQuery;
  view: (typeof fleetViews)[number];
  group?: FleetGrouping;
  /** From 1. */
  page: number;
  /** What is written in it that does not exist, and is left out. */
  refused: RefusedParameter[];
}

/** Reads an address; `owners` are those of the fleet, once they are known. */
export function readAddress(
  valuesOf: (name: string) => readonly string[],
  owners?: readonly string[],
): FleetAddress {
  const { query, refused } = readFleetQuery(valuesOf, owners);
  const one = <T extends string>(
    name: string,
    expected: readonly T[],
  ): T | undefined => {
    const [value] = valuesOf(name);
    const found = expected.find(known => known === value);
    if (value !== undefined && !found) refused.push({ name, value, expected });
    return found;
  };
  const [page = '1'] = valuesOf('page');
  const isPage = /^[1-9]\d{0,4}$/.test(page);
  if (!isPage) {
    refused.push({ name: 'page', value: page, expected: ['1', '2', '…'] });
  }
  return {
    query,
    view: one('view', fleetViews) ?? 'clusters',
    group: one('group', fleetGroupings),
    page: isPage ? Number(page) : 1,
    refused,
  };
}

/** The part of a list that a page shows. */
export function partOf(page: number, size: number) {
  return { offset: (page - 1) * size, limit: size };
}

/** How many pages an answer has, 1 at least; undefined before there is one. */
export function pagesOf(answer: Page<unknown>, size: number): number;
export function pagesOf(
  answer: Page<unknown> | undefined,
  size: number,
): number | undefined;
export function pagesOf(
  answer: Page<unknown> | undefined,
  size: number,
): number | undefined {
  return answer && Math.max(1, Math.ceil(answer.totalItems / size));
}

/** Changes of the address that take every filter out of it. */
export const withoutFilters: Readonly<Record<string, undefined>> =
  Object.fromEntries(
    [...filterNames, 'search', 'page'].map(name => [name, undefined]),
  );

/** Whether the address leaves any cluster out. */
export function isFiltered({ query }: FleetAddress): boolean {
  return isFilteredQuery(query);
}
