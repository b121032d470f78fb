/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  CheckResult,
  CheckStatus,
  Language,
  layers,
  say,
  severities,
} from 'backstage-plugin-kubernetes-ha-common';
import { printable } from './printable';

/** A result that is not passing, in the words of a language. */
export interface WordedFinding {
  checkId: string;
  title: string;
  layer: string;
  status: CheckStatus;
  severity: string;
  /** Of an unknown: why. */
  reason?: string;
  observed: string;
  required?: string;
  fix?: string;
  subjects: readonly string[];
}

/** The worst first. */
const worst: readonly CheckStatus[] = ['fail', 'warn', 'unknown'];

/** What fails, warns or is unknown: the worst status first, then the most severe, then along the chain of layers. */
export function inOrderOfConcern(
  results: readonly CheckResult[],
): CheckResult[] {
  return results
    .filter(({ status }) => worst.includes(status))
    .sort(
      (a, b) =>
        worst.indexOf(a.status) - worst.indexOf(b.status) ||
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        layers.indexOf(a.layer) - layers.indexOf(b.layer),
    );
}

/** The sentences of a result, as the portal says them. */
export function worded(result: CheckResult, language: Language): WordedFinding {
  const { checkId, layer, status, severity, reason } = result;
  const { observed, required, unblocks } = result;
  return {
    checkId,
    title: titleOf(checkId, language),
    layer,
    status,
    severity,
    ...(reason && { reason }),
    observed: printable(say(observed, language)),
    ...(required && { required: printable(say(required, language)) }),
    ...(unblocks && { fix: printable(say(unblocks, language)) }),
    subjects: (result.subjects ?? []).map(printable),
  };
}

/** The title of a check, as the portal shows it. */
export function titleOf(checkId: string, language: Language): string {
  return say({ code: `${checkId}.title`, params: {} }, language);
}

/** A word of one of the closed lists: a layer, status, severity or reason. */
export function wordOf(
  list: 'layer' | 'status' | 'severity' | 'reason',
  value: string,
  language: Language,
): string {
  return say({ code: `${list}.${value}`, params: {} }, language);
}
