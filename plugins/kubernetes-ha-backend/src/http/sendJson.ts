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
 */
export async function sendJson(res: Response, value: unknown): Promise<void> {
  res.type('json');
  try {
    await pipeline(Readable.from(chunks(value)), res);
  } catch (error) {
    // A reader that went away needs no answer.
    if (!res.destroyed) throw error;
  }
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
