/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import {
  ClusterSummary,
  Language,
  Message,
  MessageCode,
  say,
  Steps,
} from 'backstage-plugin-kubernetes-ha-common';
import { stringify } from 'csv-stringify/sync';

type Value = string | number | null | undefined;

/** How the words of one language are written: those of closed lists by list and value. */
interface Words {
  word: (list: string, value: string) => string;
  say: (message: Message) => string;
}

/** The columns of the fleet as a table: the code of the heading, and what a cluster shows in it. */
const columns: readonly [
  heading: MessageCode,
  value: (cluster: ClusterSummary, words: Words) => Value,
][] = [
  ['csv.cluster', ({ name }) => name],
  ['csv.title', ({ title }) => title],
  ['csv.tier', ({ tier }, { word }) => word('tier', tier)],
  ['csv.owner', ({ owner }) => owner],
  ['csv.platform', ({ platform }, { word }) => word('platform', platform)],
  ['csv.grade', ({ grade }) => grade],
  ['csv.score', ({ score }) => score],
  ['csv.score-last-week', ({ lastWeek }) => lastWeek?.score],
  ['csv.grade-last-week', ({ lastWeek }) => lastWeek?.grade],
  [
    'csv.provisional',
    ({ provisional }, { word }) => word('answer', provisional ? 'yes' : 'no'),
  ],
  ['csv.best-grade', ({ possible }) => possible?.best.grade],
  ['csv.worst-grade', ({ possible }) => possible?.worst.grade],
  [
    'csv.verdict',
    ({ headline }, { word }) => headline && word('verdict', headline.verdict),
  ],
  [
    'csv.layer',
    ({ headline }, { word }) => headline && word('layer', headline.layer),
  ],
  [
    'csv.severity',
    ({ headline }, { word }) => headline && word('severity', headline.severity),
  ],
  [
    'csv.check',
    ({ headline }, { say: words }) =>
      headline && words(titleOf(headline.checkId)),
  ],
  ['csv.check-id', ({ headline }) => headline?.checkId],
  [
    'csv.observed',
    ({ headline }, { say: words }) => headline && words(headline.observed),
  ],
  ['csv.broken', ({ causes }) => causes?.broken],
  ['csv.weak', ({ causes }) => causes?.weak],
  ['csv.not-visible', ({ causes }) => causes?.['not-visible']],
  ['csv.failing', ({ openFindings }) => openFindings.fail],
  ['csv.warning', ({ openFindings }) => openFindings.warn],
  ['csv.unknown', ({ openFindings }) => openFindings.unknown],
  ['csv.seen', ({ coverage }) => coverage.known],
  ['csv.applicable', ({ coverage }) => coverage.applicable],
  [
    'csv.state',
    ({ observation }, { word }) => word('observation', observation.state),
  ],
  ['csv.observed-at', ({ observation }) => observation.observedAt],
  ['csv.kubernetes-version', ({ kubernetesVersion }) => kubernetesVersion],
  ['csv.etcd-version', ({ etcdVersion }) => etcdVersion],
  ['csv.nodes', ({ nodes }) => nodes],
  ['csv.zones', ({ zones }) => zones],
];

/** Of an adopter's check, which has no title here, the id. */
function titleOf(checkId: string): Message {
  return { code: `${checkId}.title`, params: {}, text: checkId };
}

/** Clusters that are written in one piece. (proposal) */
const PIECE = 50;

/**
 * Clusters as CSV with a line of headings (RFC 4180: CR LF, quotes where
 * needed), headings and words in one language, numbers and times (ISO 8601) in
 * none, in slices. What a spreadsheet would run as a formula gets an apostrophe
 * before it: titles, owners and what a cluster reports may be anybody's.
 */
export function fleetCsv(
  clusters: readonly ClusterSummary[],
  language: Language,
): Promise<string> {
  return inSlices(csvSteps(clusters, language));
}

function* csvSteps(
  clusters: readonly ClusterSummary[],
  language: Language,
): Steps<string> {
  const words: Words = {
    word: (list, value) =>
      say({ code: `${list}.${value}`, params: {}, text: value }, language),
    say: message => say(message, language),
  };
  let text = toCsv([
    columns.map(([heading]) => say({ code: heading, params: {} }, language)),
  ]);
  for (let first = 0; first < clusters.length; first += PIECE) {
    yield;
    text += toCsv(
      clusters
        .slice(first, first + PIECE)
        .map(cluster => columns.map(([, value]) => value(cluster, words))),
    );
  }
  return text;
}

function toCsv(rows: readonly unknown[][]): string {
  return stringify([...rows], {
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
