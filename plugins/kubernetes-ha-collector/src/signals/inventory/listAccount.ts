/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { boundMessage, exceeded, ExceededReason } from '../../bounds/exceeded';
import { LIST_BYTES, LIST_OBJECTS, LIST_PAGES, LIST_ROW_BYTES } from './bounds';

/** What one list has cost so far, held against its bounds. */
export class ListAccount {
  readonly #kind: string;
  #pages = 0;
  #bytes = 0;
  #objects = 0;
  #rowBytes = 0;

  constructor(kind: string) {
    this.#kind = kind;
  }

  /** A page that has come. Errors: `ConnectionError` with `too-large` or `too-many`. */
  countPage(bytes: number): void {
    this.#pages += 1;
    this.#bytes += bytes;
    this.#hold('too-many', this.#pages, LIST_PAGES, 'pages');
    this.#hold('too-large', this.#bytes, LIST_BYTES, 'bytes');
  }

  /** The rows of a page. `characters`: of the rows as JSON. Errors: as {@link ListAccount.countPage}. */
  countRows(page: { objects: number; characters: number }): void {
    this.#objects += page.objects;
    this.#rowBytes += page.characters;
    this.#hold('too-many', this.#objects, LIST_OBJECTS, 'objects');
    this.#hold('too-large', this.#rowBytes, LIST_ROW_BYTES, 'kept bytes');
  }

  #hold(
    reason: ExceededReason,
    observed: number,
    bound: number,
    unit: 'pages' | 'bytes' | 'objects' | 'kept bytes',
  ): void {
    if (observed <= bound) return;
    const kind = this.#kind;
    throw exceeded(
      reason,
      boundMessage('bound.list', { kind, observed, bound, unit }),
    );
  }
}
