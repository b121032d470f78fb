/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Smaller pieces weigh little. (proposal) */
const LEAST_BYTES = 2 * 1024;

/**
 * Frees the memory of an HTTP/1 answer's pieces once they have been read. What sockets
 * are read into counts as pressure from outside of the heap: left to the garbage
 * collector, all of the heap is marked for every 64 MB of answers. (measured:
 * docs/benchmarks.md)
 *
 * A piece can be a part of what the parser of the answer still reads. Its memory
 * goes when a piece has come that lies in other memory: the parser reads one
 * after the other. That of the last piece is left. Of HTTP/2 pieces of several
 * answers lie in one memory, whose readers take their own time.
 */
export class SpentMemory {
  #last: ArrayBufferLike | undefined;

  /** A piece that was read, in the order in which they came. Nobody may look at it after the next one. */
  add({ buffer, byteLength }: Uint8Array): void {
    if (this.#last && this.#last !== buffer) {
      freeMemory(this.#last);
      this.#last = undefined;
    }
    if (byteLength >= LEAST_BYTES && isOwn(byteLength, buffer)) {
      this.#last = buffer;
    }
  }
}

/**
 * Whether nobody else's bytes lie in the memory of a piece of this length: the
 * pool that Node makes small buffers from gives less than half of itself to one.
 * Source: https://nodejs.org/api/buffer.html#class-property-bufferpoolsize
 */
function isOwn(byteLength: number, buffer: ArrayBufferLike): boolean {
  return 2 * byteLength > buffer.byteLength;
}

/** Gives memory back at once, not with some later garbage collection: nobody can look at it any more. */
export function freeMemory(buffer: ArrayBufferLike): void {
  // Of Node 22 and later, which the types that are used here do not know.
  if ('transfer' in buffer && typeof buffer.transfer === 'function') {
    buffer.transfer(0);
  }
}
