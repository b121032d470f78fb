/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { isError } from '@backstage/errors';
import { deviations } from 'backstage-plugin-kubernetes-ha-common';
import type { z } from 'zod/v4';
import {
  RecordingHeader,
  recordingHeaderSchema,
  RecordingTick,
  recordingTickSchema,
} from './format';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Far more than an hour of a large cluster; a file that unpacks to more is not a recording. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

const REMEDY =
  'Make the recording again (npm run lab -- record), or take it from version control.';

/** A file that is not a recording, or a broken one: says which file and line, and what to do. */
export class RecordingFileError extends Error {
  constructor(file: string, what: string, options?: ErrorOptions) {
    super(`Recording ${file}: ${what}. ${REMEDY}`, options);
    this.name = 'RecordingFileError';
  }
}

/** Writes a whole recording in one step: a reader sees the old file or the new one, never half. Answers its size in bytes. @public */
export async function writeRecording(
  file: string,
  header: RecordingHeader,
  ticks: readonly RecordingTick[],
): Promise<number> {
  const text = [header, ...ticks].map(line => JSON.stringify(line)).join('\n');
  const packed = await compress(Buffer.from(`${text}\n`), {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // Collections repeat each other: the window must hold several of them.
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_QUALITY]: 9,
    },
  });
  const next = `${file}.${randomUUID()}.next`;
  try {
    await writeFile(next, packed);
    await rename(next, file);
  } finally {
    await rm(next, { force: true });
  }
  return packed.length;
}

/** The lines of a recording, checked for their form; the sections in them are not yet. Errors: {@link RecordingFileError}. */
export async function readRecording(
  file: string,
): Promise<{ header: RecordingHeader; ticks: RecordingTick[] }> {
  const lines = (await unpacked(file)).split('\n').filter(line => line !== '');
  const header = parsedLine(file, 1, lines[0] ?? '', recordingHeaderSchema);
  const ticks = lines
    .slice(1)
    .map((line, i) => parsedLine(file, i + 2, line, recordingTickSchema));
  if (ticks.length === 0) {
    throw new RecordingFileError(file, 'it has no collection');
  }
  ticks.forEach(({ atMs }, i) => {
    if (i > 0 && atMs < ticks[i - 1].atMs) {
      throw new RecordingFileError(
        file,
        `line ${i + 2} is earlier (${atMs} ms) than the line before it (${
          ticks[i - 1].atMs
        } ms)`,
      );
    }
  });
  return { header, ticks };
}

async function unpacked(file: string): Promise<string> {
  let packed: Buffer;
  try {
    packed = await readFile(file);
  } catch (error) {
    throw new RecordingFileError(file, `cannot be read: ${sentence(error)}`, {
      cause: error,
    });
  }
  try {
    const text = await decompress(packed, {
      maxOutputLength: MAX_UNPACKED_BYTES,
    });
    return text.toString('utf8');
  } catch (error) {
    throw new RecordingFileError(
      file,
      `is not a whole brotli-compressed file: ${sentence(error)}`,
      { cause: error },
    );
  }
}

function parsedLine<S extends z.ZodType>(
  file: string,
  line: number,
  text: string,
  schema: S,
): z.infer<S> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new RecordingFileError(
      file,
      `line ${line} is not JSON: ${sentence(error)}`,
      { cause: error },
    );
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new RecordingFileError(
    file,
    `line ${line} is not what was expected: ${deviations(parsed.error)}`,
  );
}

function sentence(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
