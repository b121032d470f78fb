/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type {
  CheckResult,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';

/**
 * Checks that compare looks, or wait for the cluster to have counted enough:
 * soon after a start they are unknown as inconclusive, and pass some looks or
 * minutes later, whatever a test does meanwhile.
 */
export const needsTime: readonly string[] = [
  // Comparisons of the watch cache come every few minutes.
  'apiserver-cache-consistency',
  // Increases of counters between two looks.
  'apiserver-apf-rejections',
  'apiserver-terminated-requests',
  'lb-errors',
  'lb-flapping',
  // Changes and growth over minutes.
  'etcd-db-growth',
  'etcd-leader-changes',
  'leader-flapping',
  // A quantile needs 100 observations.
  'etcd-commit-p99',
  'etcd-fsync-p99',
];

/** Checks of how quick the disk is: that of the machine the test runs on, and of what else it does. */
const needsQuickDisk: readonly string[] = [
  'apiserver-etcd-path',
  'etcd-commit-p99',
  'etcd-fsync-p99',
];

/** Checks of where elections put the leaders: each start decides anew. */
const byChance: readonly string[] = ['leader-colocation'];

/** Whether a result only waits for time to pass: not enough was seen yet, or no earlier look is there to compare with. */
export function waitsForTime({ checkId, status, reason }: CheckResult) {
  return (
    needsTime.includes(checkId) &&
    status === 'unknown' &&
    (reason === 'inconclusive' || reason === 'not-collected')
  );
}

/** What a check says, in a form in which two looks can be compared: one that waits for time counts as passing. */
export function statement(result: CheckResult): string {
  const { checkId, status, reason } = result;
  const depends =
    waitsForTime(result) ||
    (needsQuickDisk.includes(checkId) && ['warn', 'fail'].includes(status)) ||
    (byChance.includes(checkId) && status === 'warn');
  if (depends) return 'pass';
  return reason ? `${status} (${reason})` : status;
}

/** What every check says, by its id. */
export function statements(card: Scorecard): Record<string, string> {
  return Object.fromEntries(
    card.results.map(result => [result.checkId, statement(result)]),
  );
}
