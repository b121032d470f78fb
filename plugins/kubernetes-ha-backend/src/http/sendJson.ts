/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { jsonPieces } from 'backstage-plugin-kubernetes-ha-common';
import type { Response } from 'express';

/** Characters that are written at once. */
const CHUNK_LENGTH = 32_768;

/**
 * Answers with JSON that may be large: it is written bit by bit as fast as the
 * reader takes it, so that other requests are served meanwhile.
 *
 * Errors: what making the JSON throws; before the first chunk is sent it becomes
 * an answer like any other error, after that the connection is cut, so that half
 * an answer is never taken for a whole one. A reader that goes away is no error.
 */
export async function sendJson(res: Response, value: unknown): Promise<void> {
  const rest = chunks(value);
  // Before anything is sent: an error here can still be answered.
  const first = rest.next();
  res.type('json');
  try {
    await pipeline(
      Readable.from(
        (function* all() {
          if (!first.done) yield first.value;
          yield* rest;
        })(),
      ),
      res,
    );
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
}

/** The reader closed its connection before the answer was through. */
function isReaderGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ERR_STREAM_PREMATURE_CLOSE' ||
      error.code === 'ECONNRESET' ||
      error.code === 'EPIPE')
  );
}

function* chunks(value: unknown): Generator<string> {
  let chunk = '';
  for (const piece of jsonPieces(value)) {
    chunk += piece;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}
