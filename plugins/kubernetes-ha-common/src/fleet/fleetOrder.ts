/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { severities } from '../checks/layers';
import { verdicts } from '../checks/verdict';
import type { ClusterSummary } from '../api/types';
import type { Coverage } from '../scoring/scorecard';
import { tiers } from '../snapshot/clusterKinds';

/** What a list of clusters can be ordered by. `worst-first`: what is broken now, then what is weak, then what is not visible; see {@link fleetOrder}. @public */
export const clusterOrders = [
  'worst-first',
  'name',
  'score',
  'broken',
  'visibility',
  'observed',
  'owner',
  'tier',
] as const;

/** See {@link clusterOrders}. @public */
export type ClusterOrder = (typeof clusterOrders)[number];

/** See {@link fleetOrder}. @public */
export const directions = ['ascending', 'descending'] as const;

/** See {@link directions}. @public */
export type Direction = (typeof directions)[number];

/** What of a cluster decides about its place. @public */
export type OrderedCluster = Pick<
  ClusterSummary,
  | 'name'
  | 'tier'
  | 'owner'
  | 'score'
  | 'limitedBy'
  | 'headline'
  | 'causes'
  | 'coverage'
> & { observation: Pick<ClusterSummary['observation'], 'observedAt'> };

type Key = string | number | undefined;

/**
 * Compares two clusters of a fleet; a total order, for names are unique.
 *
 * `worst-first` is by verdict of the headline, tier, severity of the headline,
 * score and name. Every other order compares one value, and all of these where
 * that is equal. A missing value is less than any other. Texts compare by
 * code point, as databases do, so that a page looks the same wherever it was
 * sorted. Pure.
 * @public
 */
export function fleetOrder(
  order: ClusterOrder = 'worst-first',
  direction: Direction = 'ascending',
): (a: OrderedCluster, b: OrderedCluster) => number {
  const isReversed = direction === 'descending';
  if (order === 'worst-first') {
    return isReversed ? (a, b) => worstFirst(b, a) : worstFirst;
  }
  return (a, b) => {
    const [first, second] = isReversed ? [b, a] : [a, b];
    return (
      compare(keyOf(first, order), keyOf(second, order)) || worstFirst(a, b)
    );
  };
}

/** Checks seen of those that apply, in hundredths of a per cent, rounded down; undefined where none applies. @public */
export function visibilityOf({
  known,
  applicable,
}: Pick<Coverage, 'known' | 'applicable'>): number | undefined {
  return applicable > 0 ? Math.floor((known * 10_000) / applicable) : undefined;
}

function worstFirst(a: OrderedCluster, b: OrderedCluster): number {
  return (
    verdictRank(a) - verdictRank(b) ||
    tiers.indexOf(a.tier) - tiers.indexOf(b.tier) ||
    severityRank(a) - severityRank(b) ||
    compare(a.score ?? undefined, b.score ?? undefined) ||
    compare(a.name, b.name)
  );
}

/** Without a score, or in a scorecard of an earlier version that something limits: as if nothing were visible. */
export function verdictRank({
  headline,
  limitedBy,
  score,
}: Pick<OrderedCluster, 'headline' | 'limitedBy' | 'score'>): number {
  if (headline) return verdicts.indexOf(headline.verdict);
  return score === null || limitedBy
    ? verdicts.indexOf('not-visible')
    : verdicts.length;
}

function severityRank({ headline }: OrderedCluster): number {
  return headline ? severities.indexOf(headline.severity) : severities.length;
}

function keyOf(
  cluster: OrderedCluster,
  order: Exclude<ClusterOrder, 'worst-first'>,
): Key {
  switch (order) {
    case 'name':
      return cluster.name;
    case 'score':
      return cluster.score ?? undefined;
    case 'broken':
      return cluster.causes?.broken;
    case 'visibility':
      return visibilityOf(cluster.coverage);
    case 'observed':
      return cluster.observation.observedAt;
    case 'owner':
      return cluster.owner;
    case 'tier':
      return tiers.indexOf(cluster.tier);
    default:
      return unreachable(order);
  }
}

function compare(a: Key, b: Key): number {
  if (a === undefined || b === undefined) {
    return Number(a !== undefined) - Number(b !== undefined);
  }
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareCodePoints(String(a), String(b));
}

/** JavaScript compares UTF-16 units, in which an emoji stands before some letters. */
export function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const at = left.findIndex((letter, index) => letter !== right[index]);
  if (at === -1) return left.length - right.length;
  return (left[at].codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

function unreachable(value: never): never {
  throw new Error(`Unexpected order ${String(value)}`);
}
