/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { finished, type Readable } from 'node:stream';

/**
 * All bytes of a body, or none where they are handed to `onChunk` as they come.
 * Without an iterator: a metrics page or a list comes in hundreds of pieces, and
 * two promises for each cost more than what is done with it.
 *
 * Errors: those of the stream, and whatever `onSize` (told how many bytes there
 * are by now, before they are kept) and `onChunk` throw; they end the stream,
 * and with it the socket.
 */
export function readBody(
  stream: Readable,
  {
    onSize,
    onChunk,
  }: {
    onSize(bytes: number): void;
    onChunk?(chunk: Uint8Array): void;
  },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let failure: unknown;
    stream.on('data', (chunk: Buffer) => {
      // What was under way when it was given up.
      if (failure !== undefined) return;
      try {
        size += chunk.length;
        onSize(size);
        if (onChunk) onChunk(chunk);
        else chunks.push(chunk);
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
      // Nothing is kept of what was handed on.
      else resolve(Buffer.concat(chunks, onChunk ? 0 : size));
    });
  });
}
