/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSnapshot,
  countByVerdict,
  failureDomains,
  inReadingOrder,
  limitingLink,
  NodeInfo,
  Scorecard,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import type { AssessmentSummary } from './storedAssessment';

/** What a fleet row shows of a judgement, taken out of it. Pure. */
export function summarise(
  scorecard: Scorecard,
  snapshot: ClusterSnapshot,
): AssessmentSummary {
  const { version, nodes, etcd } = snapshot.sections;
  const { possible, headline, causes } = scorecard;
  const limitedBy = limitingLink(scorecard, scorecard.limitedBy?.checkIds[0]);
  const first = limitingLink(scorecard, headline?.checkIds[0]);
  const etcdVersion =
    etcd.state === 'observed' ? oldestEtcdVersion(etcd.value) : undefined;
  return {
    ...(limitedBy && { limitedBy }),
    ...(headline &&
      first && { headline: { ...first, verdict: headline.verdict } }),
    ...(causes && { causes: countByVerdict(causes) }),
    ...(possible && { possible }),
    layers: scorecard.layers.map(({ layer, score, status, provisional }) => ({
      layer,
      score,
      status,
      provisional,
    })),
    coverage: scorecard.coverage,
    unknownByReason: unknownByReason(scorecard),
    ...(version.state === 'observed' && {
      kubernetesVersion: version.value.gitVersion,
    }),
    ...(etcdVersion && { etcdVersion }),
    ...(nodes.state === 'observed' && {
      nodes: nodes.value.length,
      zones: zonesOf(nodes.value),
    }),
  };
}

function zonesOf(nodes: readonly NodeInfo[]): number {
  const domains = failureDomains(nodes);
  return new Set(nodes.flatMap(node => domains.of(node) ?? [])).size;
}

/** While members differ (an upgrade), the oldest decides what the cluster can do. */
function oldestEtcdVersion(
  etcd: Extract<
    ClusterSnapshot['sections']['etcd'],
    { state: 'observed' }
  >['value'],
): string | undefined {
  const versions = etcd.members.flatMap(({ status }) =>
    status.state === 'observed' ? status.value.version : [],
  );
  return inReadingOrder(versions, version => version)[0];
}

function unknownByReason(
  scorecard: Scorecard,
): AssessmentSummary['unknownByReason'] {
  const counts: Partial<Record<UnknownReason, number>> = {};
  for (const { status, severity, reason } of scorecard.results) {
    if (status !== 'unknown' || !reason) continue;
    if (severity !== 'critical' && severity !== 'high') continue;
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}
