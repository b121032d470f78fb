/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  byVerdict,
  CheckResult,
  CheckStatus,
  Language,
  say,
  Verdict,
} from 'backstage-plugin-kubernetes-ha-common';
import { printable } from './printable';

/** A result that is not passing, in the words of a language. */
export interface WordedFinding {
  checkId: string;
  title: string;
  layer: string;
  status: CheckStatus;
  verdict?: Verdict;
  severity: string;
  /** Of an unknown: why. */
  reason?: string;
  observed: string;
  required?: string;
  fix?: string;
  subjects: readonly string[];
}

/** What fails, warns or is unknown, the most urgent first. */
export function inOrderOfConcern(
  results: readonly CheckResult[],
): CheckResult[] {
  return results.filter(({ verdict }) => verdict).sort(byVerdict);
}

/** The sentences of a result, as the portal says them. */
export function worded(result: CheckResult, language: Language): WordedFinding {
  const { checkId, layer, status, verdict, severity, reason } = result;
  const { observed, required, fix } = result;
  return {
    checkId,
    title: titleOf(checkId, language),
    layer,
    status,
    ...(verdict && { verdict }),
    severity,
    ...(reason && { reason }),
    observed: printable(say(observed, language)),
    ...(required && { required: printable(say(required, language)) }),
    ...(fix && { fix: printable(say(fix, language)) }),
    subjects: (result.subjects ?? []).map(printable),
  };
}

/** The title of a check, as the portal shows it. */
export function titleOf(checkId: string, language: Language): string {
  return say({ code: `${checkId}.title`, params: {} }, language);
}

/** A word of one of the closed lists: a layer, status, severity, reason or verdict. */
export function wordOf(
  list: 'layer' | 'status' | 'severity' | 'reason' | 'verdict',
  value: string,
  language: Language,
): string {
  return say({ code: `${list}.${value}`, params: {} }, language);
}

/** As the first word of a line. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
