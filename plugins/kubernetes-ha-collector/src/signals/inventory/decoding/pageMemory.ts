/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { PAGE_MEMORY_BYTES, PAGE_MEMORIES } from '../bounds';

/**
 * Memory for pages, used again and again: a page is megabytes, and new ones
 * for each page make the garbage collector go through the whole heap every
 * few of them. It travels to the decoding thread and back. (measured:
 * docs/benchmarks.md)
 */
export class PageMemory {
  readonly #free: ArrayBuffer[] = [];
  readonly #own = new WeakSet<ArrayBufferLike>();

  /** What is not given back is left to the garbage collector. */
  take(): ArrayBuffer {
    const buffer = this.#free.pop() ?? new ArrayBuffer(PAGE_MEMORY_BYTES);
    this.#own.add(buffer);
    return buffer;
  }

  /** Whether it was handed out here and nobody else looks at it. */
  has(buffer: ArrayBufferLike): boolean {
    return this.#own.has(buffer);
  }

  give(buffer: ArrayBuffer): void {
    if (buffer.byteLength !== PAGE_MEMORY_BYTES) return;
    if (this.#free.length < PAGE_MEMORIES) this.#free.push(buffer);
  }
}
