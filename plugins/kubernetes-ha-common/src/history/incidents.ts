/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckStatus, Layer, Severity } from '../checks/layers';
import { severities } from '../checks/layers';
import { Verdict, verdicts } from '../checks/verdict';
import { compareIds } from '../scoring/headline';
import type { UnknownReason } from '../snapshot/signal';
import { CauseSummary, KEPT_MACHINES } from './causeSummary';

const NOT_COLLECTED: UnknownReason = 'not-collected';

/** A finding from its beginning to its end, and what it follows from. @public */
export interface FindingSpan {
  /** That of the finding. */
  id: string;
  checkId: string;
  layer: Layer;
  severity: Severity;
  status: Exclude<CheckStatus, 'pass' | 'not-applicable'>;
  /** ISO 8601 UTC. */
  firstSeen: string;
  /** Missing while it is open. */
  resolvedAt?: string;
  cause: CauseSummary;
}

/** Findings with one cause, from the first to the last of them. @public */
export interface Incident {
  /** The id of its first finding. */
  id: string;
  kind: CauseSummary['kind'];
  /** The most urgent of its findings. */
  verdict: Verdict;
  /** ISO 8601 UTC. */
  startedAt: string;
  /** Missing while any of it is open. */
  endedAt?: string;
  /** Of `machines`. */
  machines?: CauseSummary['machines'];
  /** Of `source`. */
  source?: CauseSummary['source'];
  /** The most urgent first. */
  findings: readonly Omit<FindingSpan, 'cause'>[];
}

/** What came first of an incident, and until when any of it lasts. */
interface OpenIncident {
  spans: FindingSpan[];
  keys: Set<string>;
  endMs: number;
}

/**
 * Joins findings of any order whose causes have a machine or a source in common
 * and whose times touch; the newest incident first, of those that began together
 * the most urgent. A cause of a single check is an incident for each of its
 * findings. What was not collected yet is left out. Pure.
 * @public
 */
export function incidentsOf(findings: readonly FindingSpan[]): Incident[] {
  const inOrder = findings.filter(isEvent).sort(byBeginning);
  let incidents: OpenIncident[] = [];
  for (const span of inOrder) {
    const keys = keysOf(span);
    const beginMs = Date.parse(span.firstSeen);
    const same = incidents.filter(
      incident =>
        incident.endMs >= beginMs && keys.some(key => incident.keys.has(key)),
    );
    // One that names two machines joins what has been an incident of each.
    const joined: OpenIncident = {
      spans: [...same.flatMap(({ spans }) => spans), span],
      keys: new Set([...same.flatMap(({ keys: its }) => [...its]), ...keys]),
      endMs: Math.max(endMsOf(span), ...same.map(({ endMs }) => endMs)),
    };
    incidents = incidents.filter(incident => !same.includes(incident));
    incidents.push(joined);
  }
  return incidents
    .map(({ spans }) => incidentOf(spans))
    .sort(
      (a, b) =>
        compareIds(b.startedAt, a.startedAt) ||
        verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
        compareIds(a.id, b.id),
    );
}

/** Before the first collection of a cluster everything is unknown: nothing has happened. */
function isEvent({ cause }: FindingSpan): boolean {
  return cause.source?.reason !== NOT_COLLECTED;
}

function byBeginning(a: FindingSpan, b: FindingSpan): number {
  return compareIds(a.firstSeen, b.firstSeen) || compareIds(a.id, b.id);
}

/** What two findings of one incident have in common. */
function keysOf({ id, cause }: FindingSpan): string[] {
  if (cause.machines) return cause.machines.names.map(name => `m ${name}`);
  // For a timeout now and a refusal then it is the same source that is not seen.
  if (cause.source) return [`s ${cause.source.name}`];
  return [`f ${id}`];
}

function endMsOf({ resolvedAt }: FindingSpan): number {
  return resolvedAt === undefined ? Infinity : Date.parse(resolvedAt);
}

function incidentOf(inOrder: readonly FindingSpan[]): Incident {
  const spans = [...inOrder].sort(byBeginning);
  const [first] = spans;
  const urgent = [...spans].sort(byUrgency);
  const machines = machinesOf(spans);
  const { source } = first.cause;
  const isOpen = spans.some(({ resolvedAt }) => resolvedAt === undefined);
  const ends = spans.flatMap(({ resolvedAt }) => resolvedAt ?? []).sort();
  return {
    id: first.id,
    kind: first.cause.kind,
    verdict: urgent[0].cause.verdict,
    startedAt: first.firstSeen,
    ...(!isOpen && { endedAt: ends.at(-1) }),
    ...(machines && { machines }),
    ...(source && { source }),
    findings: urgent.map(({ cause: _, ...finding }) => finding),
  };
}

function byUrgency(a: FindingSpan, b: FindingSpan): number {
  return (
    verdicts.indexOf(a.cause.verdict) - verdicts.indexOf(b.cause.verdict) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    byBeginning(a, b)
  );
}

/** All that fell together; where causes name only some of very many, the largest number. */
function machinesOf(
  spans: readonly FindingSpan[],
): CauseSummary['machines'] | undefined {
  const kept = spans.flatMap(({ cause }) => cause.machines ?? []);
  if (kept.length === 0) return undefined;
  const names = [...new Set(kept.flatMap(({ names: some }) => some))].sort();
  return {
    count: Math.max(names.length, ...kept.map(({ count }) => count)),
    names: names.slice(0, KEPT_MACHINES),
  };
}
