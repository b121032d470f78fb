/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { boundMessage, exceeded } from '../bounds/exceeded';
import { LINE_BYTES, NUMBER_BYTES, SERIES } from './bounds';
import { BegunLine, LastLabel } from './begunLine';
import { LabelValue, LabelValues, matches, NO_VALUE } from './labelValues';
import { Series, SeriesByValues } from './seriesByValues';

/**
 * Sample names to keep, exactly as they stand on the page (a histogram's
 * buckets are `…_bucket`), each with the labels to keep. All other labels are
 * summed over.
 */
export type FamilyAllowList = Readonly<Record<string, readonly string[]>>;

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const COMMA = 0x2c;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

interface Family {
  name: Buffer;
  /** Wanted labels in alphabetical order. */
  labels: readonly Label[];
  /** What the labels say in the line that is read: written over by the next one. */
  seen: LabelValue[];
  series: SeriesByValues;
}

interface Label {
  bytes: Buffer;
  values: LabelValues;
}

/**
 * Reads Prometheus text (0.0.4) and OpenMetrics pages byte by byte: names are
 * compared as bytes, and text is made only of what no line before had. About twelve
 * times as fast as a parser that builds every series (reference: 20 MB in
 * 36 ms against 446 ms).
 *
 * - A line that is not a sample (comment, blank, malformed) is passed over.
 * - Values of labels stay escaped as on the page (`\\`, `\"`, `\n`); a wanted
 *   label that is missing or empty is left out of the key, as Prometheus
 *   treats both alike.
 * - Timestamps and exemplars are ignored.
 * - A key whose sum is NaN or infinite is left out: JSON cannot carry it, and
 *   a sum without it would be wrong.
 * - A last line without its line feed is ignored: it may be cut within a number.
 *
 * Errors: `ConnectionError` with `too-large` for a line and `too-many` for
 * series beyond their bounds.
 *
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/,
 * https://prometheus.io/docs/specs/om/open_metrics_spec/
 */
export class MetricsScanner {
  readonly #families: Family[] = [];
  readonly #begun = new BegunLine<Family>();
  readonly #last: LastLabel = { start: 0, index: -1, before: NO_VALUE };
  #rest: Buffer = Buffer.alloc(0);
  #series = 0;

  constructor(families: FamilyAllowList) {
    for (const [name, labels] of Object.entries(families)) {
      const sorted = [...labels].sort((a, b) => (a < b ? -1 : 1));
      this.#families.push({
        name: Buffer.from(name),
        labels: sorted.map(label => ({
          bytes: Buffer.from(label),
          values: new LabelValues(),
        })),
        seen: sorted.map(() => NO_VALUE),
        series: new SeriesByValues(name, sorted),
      });
    }
  }

  /** Takes the next bytes of the page. */
  push(chunk: Uint8Array): void {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this.#rest.length > 0) {
      const end = bytes.indexOf(NEWLINE);
      // Before it is joined: a line without an end would be copied with each chunk.
      checkLine(this.#rest.length + (end === -1 ? bytes.length : end));
      if (end === -1) {
        this.#rest = Buffer.concat([this.#rest, bytes]);
        return;
      }
      const line = Buffer.concat([this.#rest, bytes.subarray(0, end)]);
      this.#rest = Buffer.alloc(0);
      this.#line(line, 0, line.length);
      bytes = bytes.subarray(end + 1);
    }
    let start = 0;
    for (;;) {
      const end = bytes.indexOf(NEWLINE, start);
      checkLine((end === -1 ? bytes.length : end) - start);
      if (end === -1) break;
      this.#line(bytes, start, end);
      start = end + 1;
    }
    // A copy: the chunk's memory may be used again by whoever gave it.
    if (start < bytes.length) this.#rest = Buffer.from(bytes.subarray(start));
  }

  /** What was seen so far, in the order of the allow-list. */
  finish(): Record<string, number> {
    const result: Record<string, number> = {};
    for (const family of this.#families) {
      for (const { key, value } of family.series.all()) {
        if (Number.isFinite(value)) result[key] = value;
      }
    }
    return result;
  }

  #line(bytes: Buffer, from: number, end: number): void {
    let at = skipBlanks(bytes, from, end);
    if (at === end || bytes[at] === HASH) return;
    const family = this.#find(bytes, at, end);
    if (!family) return;

    const start = at;
    at = skipBlanks(bytes, at + family.name.length, end);
    const { seen } = family;
    seen.fill(NO_VALUE);
    if (bytes[at] === OPEN && at < end) {
      const begun = this.#begun.at(family, bytes, start, end);
      if (begun) copyTo(seen, begun.seen);
      const last = this.#last;
      at = readLabels(
        bytes,
        begun ? start + begun.length : at + 1,
        end,
        family,
        seen,
        last,
      );
      if (at === -1) return;
      if (!begun) this.#begun.keep(family, bytes, start, seen, last);
    }
    const value = readValue(bytes, at, end);
    if (value === undefined) return;
    const sum = family.series.get(seen) ?? this.#add(family, seen);
    sum.value += value;
  }

  #add(family: Family, seen: readonly LabelValue[]): Series {
    this.#series += 1;
    if (this.#series > SERIES) {
      throw exceeded(
        'too-many',
        boundMessage('bound.metrics-page', {
          observed: 'more',
          bound: SERIES,
          unit: 'series',
        }),
      );
    }
    return family.series.add(seen);
  }

  /** By what stands where the name ends: most lines are turned away by two bytes of each family. */
  #find(bytes: Buffer, start: number, end: number): Family | undefined {
    for (const family of this.#families) {
      const { name } = family;
      const after = start + name.length;
      if (
        after < end &&
        bytes[after - 1] === name[name.length - 1] &&
        isNameEnd(bytes[after]) &&
        matches(bytes, start, name)
      ) {
        return family;
      }
    }
    return undefined;
  }
}

function copyTo(to: LabelValue[], from: readonly LabelValue[]): void {
  for (let label = 0; label < from.length; label++) to[label] = from[label];
}

function checkLine(bytes: number): void {
  if (bytes <= LINE_BYTES) return;
  throw exceeded(
    'too-large',
    boundMessage('bound.metrics-line', {
      observed: 'more',
      bound: LINE_BYTES,
      unit: 'bytes',
    }),
  );
}

/** Fills `seen` with the wanted labels, and `last` with where the last one stands; answers where the closing brace ends, or -1 for a malformed line. */
function readLabels(
  bytes: Buffer,
  start: number,
  end: number,
  family: Family,
  seen: LabelValue[],
  last: LastLabel,
): number {
  let at = start;
  last.start = start;
  for (;;) {
    while (at < end && (isBlank(bytes[at]) || bytes[at] === COMMA)) at++;
    if (at >= end) return -1;
    if (bytes[at] === CLOSE) return at + 1;
    last.start = at;
    last.index = -1;

    // Names outside [a-zA-Z0-9_] are quoted (Prometheus 3, UTF-8 names).
    const quoted = bytes[at] === QUOTE;
    const nameStart = quoted ? at + 1 : at;
    let nameEnd: number;
    if (quoted) {
      nameEnd = endOfQuoted(bytes, nameStart, end);
      if (nameEnd === -1) return -1;
      at = nameEnd + 1;
    } else {
      while (at < end && bytes[at] !== EQUALS && !isBlank(bytes[at])) at++;
      nameEnd = at;
    }
    at = skipBlanks(bytes, at, end);
    if (bytes[at] !== EQUALS || at >= end) return -1;
    at = skipBlanks(bytes, at + 1, end);
    if (bytes[at] !== QUOTE || at >= end) return -1;
    const valueStart = at + 1;
    const valueEnd = endOfQuoted(bytes, valueStart, end);
    if (valueEnd === -1) return -1;
    for (let index = 0; index < family.labels.length; index++) {
      const { bytes: name, values } = family.labels[index];
      if (
        name.length === nameEnd - nameStart &&
        matches(bytes, nameStart, name)
      ) {
        last.index = index;
        last.before = seen[index];
        seen[index] = values.at(bytes, valueStart, valueEnd);
      }
    }
    at = valueEnd + 1;
  }
}

/** Index of the closing quote, or -1. */
function endOfQuoted(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at;
  }
  return -1;
}

function readValue(
  bytes: Buffer,
  from: number,
  end: number,
): number | undefined {
  const start = skipBlanks(bytes, from, end);
  let at = start;
  let integer = 0;
  while (at < end && bytes[at] >= 0x30 && bytes[at] <= 0x39) {
    integer = integer * 10 + (bytes[at] - 0x30);
    at++;
  }
  const digits = at - start;
  while (at < end && !isBlank(bytes[at])) at++;
  if (at === start || at - start > NUMBER_BYTES) return undefined;
  // Up to 15 digits a double is exact, and most counters end here.
  if (digits === at - start && digits <= 15) return integer;
  return numberOf(bytes.toString('latin1', start, at));
}

function numberOf(text: string): number | undefined {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^[+-]?inf(inity)?$/i.test(text)) {
    return text.startsWith('-') ? -Infinity : Infinity;
  }
  return /^nan$/i.test(text) ? NaN : undefined;
}

function skipBlanks(bytes: Buffer, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(bytes[at])) at++;
  return at;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN;
}

function isNameEnd(byte: number): boolean {
  return byte === OPEN || isBlank(byte);
}
