/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ObservationState,
  STALE_INTERVALS,
} from 'backstage-plugin-kubernetes-ha-common';
import { ErrorKind, reasonOf } from '../../api/reasonOf';
import type { Part } from './PageStates';

/** What keeps a page from being up to date, the first to be removed first. */
const kinds = [
  'signed-out',
  'offline',
  'unreachable',
  'foreign',
  'failed',
  'silent',
  'not-collected',
] as const;

/** What keeps a page from being up to date, and what that means for it. */
export interface Obstacle {
  kind: (typeof kinds)[number];
  /** The error, where it says more than its kind. */
  error?: Error;
  /** Since when what is shown is the newest that could be had, milliseconds since the epoch; undefined when nothing could be had at all. */
  sinceMs?: number;
  /** Whether there is something to show meanwhile. */
  hasData: boolean;
}

/** Kinds that concern every part of a page alike: told once, above it, whether or not there is old data. */
const common: readonly ErrorKind[] = ['signed-out', 'unreachable', 'foreign'];

/**
 * The one obstacle to tell of, or none: the first of {@link kinds}, with the
 * oldest data that stands on the page.
 */
export function obstacleOf(
  parts: readonly Part[],
  now: { ms: number; isOnline: boolean },
  observation?: ObservationState,
): Obstacle | undefined {
  const found = parts.flatMap(part => ofPart(part, now) ?? []);
  if (observation?.state === 'stale') {
    const { observedAt } = observation;
    found.push({
      kind: 'not-collected',
      sinceMs: observedAt ? Date.parse(observedAt) : undefined,
      hasData: observedAt !== undefined,
    });
  }
  if (found.length === 0) return undefined;
  const [first] = [...found].sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
  const alike = found.filter(({ kind }) => kind === first.kind);
  const known = alike.flatMap(({ sinceMs }) => sinceMs ?? []);
  return {
    ...first,
    error: alike.find(each => each.error)?.error,
    sinceMs: known.length > 0 ? Math.min(...known) : undefined,
    hasData: parts.some(({ loadedAt }) => loadedAt !== undefined),
  };
}

/** Whether an error hinders every part of a page, so that it is told above the page and not in the place of one. */
export function isCommon(error: Error): boolean {
  return common.includes(reasonOf(error).kind);
}

function ofPart(
  { error, loadedAt, intervalSeconds }: Part,
  now: { ms: number; isOnline: boolean },
): Obstacle | undefined {
  const hasData = loadedAt !== undefined;
  if (error) {
    const { kind, message, isOurs } = reasonOf(error);
    const saysMore = message !== '' && (isOurs || kind !== 'signed-out');
    if (!hasData && !common.includes(kind)) return undefined;
    return {
      kind: obstacleKind(kind),
      ...(saysMore && { error }),
      sinceMs: loadedAt,
      hasData,
    };
  }
  // Silence is as telling as an error: a request may hang, a machine may have slept.
  const isSilent =
    hasData &&
    intervalSeconds !== undefined &&
    now.ms - loadedAt > STALE_INTERVALS * intervalSeconds * 1000;
  return isSilent
    ? {
        kind: now.isOnline ? 'silent' : 'offline',
        sinceMs: loadedAt,
        hasData,
      }
    : undefined;

  function obstacleKind(kind: ErrorKind): Obstacle['kind'] {
    if (kind === 'unreachable' && !now.isOnline) return 'offline';
    if (kind === 'forbidden' || kind === 'not-found') return 'failed';
    return kind;
  }
}
