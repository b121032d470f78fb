/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { INTERNED_BYTES, INTERNED_VALUES } from './bounds';

/** What a label says in one series. */
export interface LabelValue {
  /** As on the page, escapes and all; empty for none. */
  text: string;
  /** Its place among the values that are kept, 0 for none; missing for one that is not kept. */
  id?: number;
}

/** A label that a series has not: to Prometheus the same as an empty one. */
export const NO_VALUE: LabelValue = { text: '', id: 0 };

/**
 * The values of one label as bytes and as text: the tens of thousands of lines
 * of a histogram have the same few, of which no text is made again.
 */
export class LabelValues {
  readonly #kept: { bytes: Buffer; value: LabelValue }[] = [];
  /** Where the last one was found: it often stands on the next line, too. */
  #last = 0;

  /** The value that stands between `start` and `end`. */
  at(bytes: Buffer, start: number, end: number): LabelValue {
    if (start === end) return NO_VALUE;
    const kept = this.#kept;
    for (let step = 0; step < kept.length; step++) {
      const at = (this.#last + step) % kept.length;
      const { bytes: known } = kept[at];
      if (known.length === end - start && matches(bytes, start, known)) {
        this.#last = at;
        return kept[at].value;
      }
    }
    const text = bytes.toString('utf8', start, end);
    // Bytes that are no text become the same text: those are told apart by that.
    const isKept =
      kept.length < INTERNED_VALUES &&
      end - start <= INTERNED_BYTES &&
      isAscii(bytes, start, end);
    if (!isKept) return { text };
    const value = { text, id: kept.length + 1 };
    kept.push({ bytes: Buffer.from(bytes.subarray(start, end)), value });
    return value;
  }
}

/** Whether these bytes stand at `start`. Compares from the end: names of one program differ there. */
export function matches(bytes: Buffer, start: number, name: Buffer): boolean {
  for (let i = name.length - 1; i >= 0; i--) {
    if (bytes[start + i] !== name[i]) return false;
  }
  return true;
}

function isAscii(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[at] > 0x7f) return false;
  }
  return true;
}
