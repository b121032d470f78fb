/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { PAGE_SIZE } from './bounds';
import { KnownMarks, MARK_WORDS } from './decoding/objectIdentifier';
import type { DecodedPage } from './decoding/pageDecoder';
import type { ListSection, Row } from './lists';

/** The objects of a list as it was read: which each was, and which rows it made. */
export interface KnownObjects extends KnownMarks {
  /** Of each object, and of the end: where its rows begin. */
  starts: Uint32Array;
  /** Of each object: about the characters of its rows as JSON text. */
  weights: Uint32Array;
}

/** A list as it was read before, with its rows. */
export interface ReadBefore<S extends ListSection> {
  objects: KnownObjects;
  rows: readonly Row<S>[];
}

/** Objects of the reading before among which those of a page are looked for: some that were deleted or added before it move them. */
const BEHIND = PAGE_SIZE;
const AHEAD = 2 * PAGE_SIZE;

const nothingKnown: KnownMarks = {
  marks: new Uint32Array(),
  resourceVersion: '',
};

/**
 * A list while its pages come. An object that has not changed since the reading
 * before gives the very rows of that reading: they are neither decoded nor held
 * in memory a second time.
 */
export class GrowingList<S extends ListSection> {
  /** All rows so far, in the order of their objects. */
  readonly rows: Row<S>[] = [];
  readonly #before: ReadBefore<S> | undefined;
  readonly #marks: Uint32Array[] = [];
  readonly #starts = [0];
  readonly #weights: number[] = [];
  /** Nothing once a page came without. */
  #version: string | undefined = '';
  /** Where the list is among the objects of the reading before. */
  #at = 0;
  /** Where those began that were handed out last. */
  #from = 0;

  constructor(before: ReadBefore<S> | undefined) {
    this.#before = before;
  }

  /** Among which the next page looks for its objects. */
  nextKnown(): KnownMarks {
    if (!this.#before) return nothingKnown;
    const { marks, resourceVersion } = this.#before.objects;
    this.#from = Math.max(0, this.#at - BEHIND);
    return {
      marks: marks.slice(
        this.#from * MARK_WORDS,
        (this.#at + AHEAD) * MARK_WORDS,
      ),
      resourceVersion,
    };
  }

  /** Takes the next page. Answers what it weighs, with the rows that were known. */
  add(
    page: DecodedPage<S>,
    resourceVersion: string | undefined,
  ): { objects: number; characters: number } {
    const { objects, identified } = page;
    if (!identified || !resourceVersion) this.#version = undefined;
    else if (this.#version !== undefined) this.#version = resourceVersion;
    if (!identified) {
      for (const row of page.rows) this.rows.push(row);
      return page;
    }
    this.#marks.push(identified.marks);
    const made = identified.sources.filter(source => source < 0).length;
    const weightEach = Math.ceil(page.characters / Math.max(1, made));
    let { characters } = page;
    let next = 0;
    let last: number | undefined;
    for (const source of identified.sources) {
      if (source < 0) {
        const end = next + (-1 - source);
        while (next < end) this.rows.push(page.rows[next++]);
        this.#end(weightEach);
      } else {
        last = this.#from + source;
        characters += this.#addKnown(last);
      }
    }
    this.#at = last === undefined ? this.#at + objects : last + 1;
    return { objects, characters };
  }

  /** The objects read; nothing when not all of them were identified. */
  get objects(): KnownObjects | undefined {
    if (!this.#version) return undefined;
    const marks = new Uint32Array(this.#weights.length * MARK_WORDS);
    let at = 0;
    for (const some of this.#marks) {
      marks.set(some, at);
      at += some.length;
    }
    return {
      marks,
      resourceVersion: this.#version,
      starts: Uint32Array.from(this.#starts),
      weights: Uint32Array.from(this.#weights),
    };
  }

  /** Answers what its rows weigh. */
  #addKnown(object: number): number {
    if (!this.#before) throw new Error('an object is known of no reading');
    const { objects, rows } = this.#before;
    const { starts, weights } = objects;
    for (let row = starts[object]; row < starts[object + 1]; row++) {
      this.rows.push(rows[row]);
    }
    this.#end(weights[object]);
    return weights[object];
  }

  /** After the rows of an object. */
  #end(weight: number): void {
    this.#weights.push(weight);
    this.#starts.push(this.rows.length);
  }
}
