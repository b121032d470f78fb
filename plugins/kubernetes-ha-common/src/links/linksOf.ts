/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Finding } from '../api/types';
import { fillLink, LinkTemplate, placeholdersOf } from './linkTemplate';

/** A link of a finding, whole. @public */
export interface FindingLink {
  title: string;
  /** The machine or member that it is about, where the finding names several. */
  subject?: string;
  url: string;
}

/** What happened before is what explains it. (proposal) */
const BEFORE_MS = 15 * 60_000;

/** Of a lost zone there are hundreds; so many are linked to. */
const SUBJECTS = 5;

/**
 * The configured links of a finding, in their order: those of its layer and its
 * check, one for each machine or member it names where the address needs one. `nowMs` ends the time range of what is still open. Pure.
 * @public
 */
export function linksOf(
  finding: Pick<
    Finding,
    'cluster' | 'checkId' | 'layer' | 'firstSeen' | 'resolvedAt' | 'result'
  >,
  templates: readonly LinkTemplate[],
  nowMs: number,
): FindingLink[] {
  const { cluster, checkId, layer, firstSeen, resolvedAt, result } = finding;
  const fromMs = Date.parse(firstSeen) - BEFORE_MS;
  const toMs = Math.max(fromMs, resolvedAt ? Date.parse(resolvedAt) : nowMs);
  const common = {
    cluster,
    checkId,
    layer,
    from: String(fromMs),
    to: String(toMs),
    fromIso: new Date(fromMs).toISOString(),
    toIso: new Date(toMs).toISOString(),
  };
  // `apiserver/cp-b` of a load balancer is the server cp-b.
  const subjects = (result.subjects ?? [])
    .slice(0, SUBJECTS)
    .map(subject => subject.slice(subject.lastIndexOf('/') + 1));
  return templates
    .filter(
      ({ layers, checks }) =>
        (!layers || layers.includes(layer)) &&
        (!checks || checks.includes(checkId)),
    )
    .flatMap(({ title, url }) => {
      const needsSubject = placeholdersOf(url).some(
        name => name === 'node' || name === 'member',
      );
      const named = needsSubject ? [...new Set(subjects)] : [undefined];
      return named.flatMap((subject): FindingLink[] => {
        const filled = fillLink(url, {
          ...common,
          ...(subject && { node: subject, member: subject }),
        });
        if (!filled) return [];
        return [
          {
            title,
            ...(subject && named.length > 1 && { subject }),
            url: filled,
          },
        ];
      });
    });
}
