/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { finished, type Readable } from 'node:stream';
import { SpentMemory } from './spentMemory';

/** How a body is read: see {@link readBody}. */
export interface ReadingOptions {
  onSize(bytes: number): void;
  onChunk?(chunk: Uint8Array): void;
  memory?(): ArrayBuffer;
  /** Whether it surely came by HTTP/1. Default: false. */
  http1?: boolean;
}

/**
 * All bytes of a body, or none where they are handed to `onChunk` as they come.
 * Without an iterator: a metrics page or a list comes in hundreds of pieces, and
 * two promises for each cost more than what is done with it. With `memory` they
 * are copied into that as they come. With `http1` the memory of a piece is freed
 * once it was read: `onChunk` copies what it keeps.
 *
 * Errors: those of the stream, and whatever `onSize` (told how many bytes there
 * are by now, before they are kept) and `onChunk` throw; they end the stream,
 * and with it the socket.
 */
export function readBody(
  stream: Readable,
  { onSize, onChunk, memory, http1 = false }: ReadingOptions,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const spent = http1 ? new SpentMemory() : undefined;
    const body = bodyFor(onChunk, memory, spent);
    let size = 0;
    let failure: unknown;
    stream.on('data', (chunk: Buffer) => {
      // What was under way when it was given up.
      if (failure !== undefined) return;
      try {
        size += chunk.length;
        onSize(size);
        body.push(chunk);
      } catch (error) {
        failure = error;
        reject(error);
        stream.destroy();
      }
    });
    // A stream that is destroyed may fail once more, which nobody waits for.
    stream.on('error', () => {});
    finished(stream, error => {
      if (error) reject(error);
      else resolve(body.whole());
    });
  });
}

/** What becomes of the pieces. */
interface Body {
  push(piece: Uint8Array): void;
  /** After the last one. */
  whole(): Buffer;
}

function bodyFor(
  onChunk: ((chunk: Uint8Array) => void) | undefined,
  memory: (() => ArrayBuffer) | undefined,
  spent: SpentMemory | undefined,
): Body {
  if (onChunk) return new HandedOver(onChunk, spent);
  return memory ? new GivenMemory(memory(), spent) : new Pieces(spent);
}

class HandedOver implements Body {
  readonly #onChunk: (chunk: Uint8Array) => void;
  readonly #spent: SpentMemory | undefined;

  constructor(
    onChunk: (chunk: Uint8Array) => void,
    spent: SpentMemory | undefined,
  ) {
    this.#onChunk = onChunk;
    this.#spent = spent;
  }

  push(piece: Uint8Array): void {
    this.#onChunk(piece);
    this.#spent?.add(piece);
  }

  whole(): Buffer {
    return Buffer.alloc(0);
  }
}

/** Held until the last one has come. */
class Pieces implements Body {
  readonly #pieces: Uint8Array[] = [];
  readonly #spent: SpentMemory | undefined;

  constructor(spent: SpentMemory | undefined) {
    this.#spent = spent;
  }

  push(piece: Uint8Array): void {
    this.#pieces.push(piece);
  }

  whole(): Buffer {
    const whole = Buffer.concat(this.#pieces);
    for (const piece of this.#pieces) this.#spent?.add(piece);
    return whole;
  }
}

/** Copied into memory that was handed in, or into more where that is too small. */
class GivenMemory implements Body {
  #buffer: ArrayBuffer;
  #size = 0;
  readonly #spent: SpentMemory | undefined;

  constructor(buffer: ArrayBuffer, spent: SpentMemory | undefined) {
    this.#buffer = buffer;
    this.#spent = spent;
  }

  push(piece: Uint8Array): void {
    const size = this.#size + piece.length;
    if (size > this.#buffer.byteLength) {
      const larger = new ArrayBuffer(2 * size);
      new Uint8Array(larger).set(new Uint8Array(this.#buffer, 0, this.#size));
      this.#buffer = larger;
    }
    new Uint8Array(this.#buffer, this.#size).set(piece);
    this.#size = size;
    this.#spent?.add(piece);
  }

  whole(): Buffer {
    return Buffer.from(this.#buffer, 0, this.#size);
  }
}
