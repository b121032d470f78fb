/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliDecompress,
  brotliDecompressSync,
  constants,
} from 'node:zlib';
import { jsonPieces, Steps } from 'backstage-plugin-kubernetes-ha-common';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** How a value is packed into bytes. */
export type Encoding = 'json' | 'json+br';

/** A value as it lies in the database. */
export interface Packed {
  encoding: Encoding;
  body: Buffer;
  /** Length of the JSON before it was compressed. */
  jsonBytes: number;
}

/** A packed value as it is read back. */
export type Stored = Pick<Packed, 'body'> & { encoding: string };

/** Below this many bytes of JSON, compressing costs more than it saves (measured: a section of a control plane is 2–8 kB). */
const COMPRESS_FROM_BYTES = 16_384;

/** Packs a JSON value. It is written in slices, and compressed in the thread pool: neither holds the event loop. */
export async function pack(value: unknown): Promise<Packed> {
  return packJson(await inSlices(textSteps(value)));
}

/** {@link pack} of a value whose JSON is there already. */
export async function packJson(json: string): Promise<Packed> {
  const text = Buffer.from(json, 'utf8');
  if (text.length < COMPRESS_FROM_BYTES)
    return { encoding: 'json', body: text, jsonBytes: text.length };
  const body = await compress(text, {
    // 1 of 11: 4 would take a tenth less room and two to three times as long.
    // (measured on 80 kB of Leases and 100 kB of text)
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 1,
      // Without them it makes ready for text of any length: megabytes of tables for a few kilobytes.
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      [constants.BROTLI_PARAM_LGWIN]: windowBits(text.length),
    },
  });
  return { encoding: 'json+br', body, jsonBytes: text.length };
}

/** Of the smallest window in which the whole text lies, as far as there is one. */
function windowBits(length: number): number {
  const bits = Math.ceil(Math.log2(length + 16));
  return Math.min(
    constants.BROTLI_DEFAULT_WINDOW,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, bits),
  );
}

function* textSteps(value: unknown): Steps<string> {
  const pieces: string[] = [];
  for (const piece of jsonPieces(value)) {
    pieces.push(piece);
    yield;
  }
  return pieces.join('');
}

/** Unpacks what {@link pack} made. Errors: Error naming an encoding that this version does not know. */
export async function unpack(packed: Stored): Promise<unknown> {
  return (await unpackWithSize(packed)).value;
}

/** {@link unpack}, and how long its JSON is. */
export async function unpackWithSize(
  packed: Stored,
): Promise<{ value: unknown; jsonBytes: number }> {
  const text = await textOf(packed);
  return { value: JSON.parse(text.toString('utf8')), jsonBytes: text.length };
}

/** {@link unpack} at once, on the main thread: for what is known to be short. */
export function unpackNow({ encoding, body }: Stored): unknown {
  const text = isCompressed(encoding) ? brotliDecompressSync(body) : body;
  return JSON.parse(text.toString('utf8'));
}

async function textOf({ encoding, body }: Stored): Promise<Buffer> {
  return isCompressed(encoding) ? decompress(body) : body;
}

function isCompressed(encoding: string): boolean {
  switch (encoding) {
    case 'json':
      return false;
    case 'json+br':
      return true;
    default:
      throw new Error(
        `A stored value is packed as "${encoding}". Expected: json or json+br. It was written by a newer version: run that version, or remove the row.`,
      );
  }
}
