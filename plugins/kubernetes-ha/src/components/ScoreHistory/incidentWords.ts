/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Incident, Language } from 'backstage-plugin-kubernetes-ha-common';
import type { Wording } from '../../hooks/useWording';
import { wordNames } from '../../hooks/wordNames';
import { causeTitle } from '../FindingsPanel/causeTitle';

/** Checks that are named of an incident. */
const NAMED = 3;

/** What an incident is about: the machines, the source, or the check itself. */
export function incidentTitle(
  incident: Incident,
  { t, titleOf }: Pick<Wording, 't' | 'titleOf'>,
): string {
  return incident.kind === 'check'
    ? titleOf(incident.findings[0].checkId)
    : causeTitle(incident, t);
}

/** What followed from an incident: the titles of its checks, the first of them; nothing where they are its title. */
export function incidentParts(
  { kind, findings }: Incident,
  { t, titleOf }: Pick<Wording, 't' | 'titleOf'>,
): string {
  if (kind === 'check') return '';
  const titles = [...new Set(findings.map(({ checkId }) => titleOf(checkId)))];
  return wordNames(titles, titles.length, t, NAMED);
}

/** How long an incident lasted, or has lasted until now. */
export function incidentSeconds(
  { startedAt, endedAt }: Incident,
  nowMs: number,
): number {
  const endMs = endedAt ? Date.parse(endedAt) : nowMs;
  return Math.max(0, (endMs - Date.parse(startedAt)) / 1000);
}

/** `cp-b 10:02–10:06, 4 min: etcd member health, API server readiness`. */
export function incidentSentence(
  incident: Incident,
  nowMs: number,
  wording: Wording,
): string {
  const { t, duration, language } = wording;
  const endMs = incident.endedAt ? Date.parse(incident.endedAt) : nowMs;
  const from = wordClock(Date.parse(incident.startedAt), nowMs, language);
  const parts = incidentParts(incident, wording);
  const sentence = t(
    incident.endedAt ? 'incidents.sentence' : 'incidents.sentenceOpen',
    {
      title: incidentTitle(incident, wording),
      from,
      to: wordClock(endMs, Date.parse(incident.startedAt), language),
      duration: duration(incidentSeconds(incident, nowMs)),
    },
  );
  return parts ? `${sentence}: ${parts}` : sentence;
}

/** A time of day, and the day where it is another one than that of `nearMs`. */
function wordClock(ms: number, nearMs: number, language: Language): string {
  const clock = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const isSameDay =
    new Date(ms).toDateString() === new Date(nearMs).toDateString();
  return new Intl.DateTimeFormat(
    language === 'zh' ? 'zh-CN' : 'en-GB',
    isSameDay ? clock : { day: 'numeric', month: 'short', ...clock },
  ).format(ms);
}
