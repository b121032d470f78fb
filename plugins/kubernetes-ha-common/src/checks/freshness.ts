/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../messages';
import { detailFrom } from '../snapshot/detailFrom';
import {
  SectionName,
  sectionNames,
  Sections,
  sectionSchemas,
} from '../snapshot/clusterSnapshot';
import { schemaParts } from '../snapshot/schemaParts';
import { isSignalSchema } from '../snapshot/signal';
import type { ObservedSignal, Signal } from '../snapshot/signal';

/**
 * How many of its intervals a signal may be old before it is not trusted any
 * more (proposal: two lost looks are a hiccup, three are silence).
 * @public
 */
export const STALE_INTERVALS = 3;

/** Seconds between the observation and `nowMs`; never negative. @public */
export function ageSeconds(observedAt: string, nowMs: number): number {
  return Math.max(0, (nowMs - Date.parse(observedAt)) / 1000);
}

/**
 * Whether a time lies further ahead of `nowMs` than a signal is trusted for: a
 * clock was wrong, then or now, and how old it is cannot be known.
 * @public
 */
export function isFromFuture(
  {
    observedAt,
    intervalSeconds,
  }: Pick<ObservedSignal<unknown>, 'observedAt' | 'intervalSeconds'>,
  nowMs: number,
): boolean {
  const aheadSeconds = (Date.parse(observedAt) - nowMs) / 1000;
  return aheadSeconds > STALE_INTERVALS * intervalSeconds;
}

/** Until when a signal is trusted, in milliseconds since the epoch. @internal */
export function lastTrustedMs({
  observedAt,
  intervalSeconds,
}: Pick<ObservedSignal<unknown>, 'observedAt' | 'intervalSeconds'>): number {
  return Date.parse(observedAt) + STALE_INTERVALS * intervalSeconds * 1000;
}

/** Turns an observed signal that is too old, or of the future, into an unknown one. @public */
export function freshOrUnknown<T>(signal: Signal<T>, nowMs: number): Signal<T> {
  if (signal.state !== 'observed') return signal;
  const age = ageSeconds(signal.observedAt, nowMs);
  const limit = STALE_INTERVALS * signal.intervalSeconds;
  const ahead = isFromFuture(signal, nowMs);
  if (age <= limit && !ahead) return signal;
  return {
    state: 'unknown',
    reason: 'stale',
    ...detailFrom(
      ahead
        ? message('detail.observed-in-future', {
            observedAt: signal.observedAt,
          })
        : message('detail.stale-signal', {
            ageSeconds: Math.round(age),
            limitSeconds: limit,
          }),
    ),
    source: signal.source,
    via: signal.via,
    observedAt: signal.observedAt,
  };
}

/** Sections whose schemas hold signals of their own. The others, pods above all, are not walked. */
const holdsSignals: ReadonlySet<SectionName> = new Set(
  sectionNames.filter(name =>
    [...schemaParts(sectionSchemas[name])].some(isSignalSchema),
  ),
);

/** As of their last moment: checks and measurements of a snapshot look at the same. */
const judged = new WeakMap<Sections, { nowMs: number; fresh: Sections }>();

/**
 * All sections with stale signals turned unknown, at any depth: an instance in
 * a fresh list may itself hold a signal that was not renewed.
 * @public
 */
export function freshSections(sections: Sections, nowMs: number): Sections {
  const known = judged.get(sections);
  if (known?.nowMs === nowMs) return known.fresh;
  const fresh = judgeSections(sections, nowMs);
  judged.set(sections, { nowMs, fresh });
  return fresh;
}

function judgeSections(sections: Sections, nowMs: number): Sections {
  return Object.fromEntries(
    sectionNames.map(name => {
      const signal: Signal<unknown> = freshOrUnknown<unknown>(
        sections[name],
        nowMs,
      );
      return [
        name,
        signal.state === 'observed' ? freshWithin(name, signal, nowMs) : signal,
      ];
    }),
  ) as Sections;
}

/** A section with the stale signals in it turned unknown; the same object when nothing in it is stale. @internal */
export function freshWithin(
  name: SectionName,
  signal: ObservedSignal<unknown>,
  nowMs: number,
): ObservedSignal<unknown> {
  if (!holdsSignals.has(name)) return signal;
  const value = freshInside(signal.value, nowMs);
  return value === signal.value ? signal : { ...signal, value };
}

/** The same value with the signals in it judged; the same object when nothing in it is stale. */
function freshInside(value: unknown, nowMs: number): unknown {
  if (Array.isArray(value)) return freshElements(value, nowMs);
  if (!isRecord(value)) return value;
  // A signal holds no further signals.
  if (isObserved(value)) return freshOrUnknown(value, nowMs);
  // Hardly ever is anything stale: nothing is copied before it is, and no list is made of the keys.
  let copy: Record<string, unknown> | undefined;
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    const held = value[key];
    const fresh = freshInside(held, nowMs);
    if (fresh === held) continue;
    copy ??= { ...value };
    copy[key] = fresh;
  }
  return copy ?? value;
}

function freshElements(values: unknown[], nowMs: number): unknown[] {
  let copy: unknown[] | undefined;
  for (let at = 0; at < values.length; at++) {
    const fresh = freshInside(values[at], nowMs);
    if (fresh === values[at]) continue;
    copy ??= [...values];
    copy[at] = fresh;
  }
  return copy ?? values;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isObserved(
  value: Record<string, unknown>,
): value is Record<string, unknown> & ObservedSignal<unknown> {
  return (
    value.state === 'observed' &&
    typeof value.observedAt === 'string' &&
    typeof value.intervalSeconds === 'number'
  );
}
