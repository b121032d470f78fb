/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  MessagePort,
  isMainThread,
  parentPort,
  workerData,
} from 'node:worker_threads';
import { ConnectionError } from '../../../contracts';
import type {
  Message,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import { ConfigMapSection, readConfigMap } from '../configMaps';
import { inventoryLists, ListSection } from '../lists';
import { InvalidDocumentError } from '../../../protobuf/invalidDocument';
import { WireReader } from '../../../protobuf/wireReader';
import { freeMemory } from '../../../transport/spentMemory';
import type { IdentifiedObjects, KnownMarks } from './objectIdentifier';
import { PageMeta, readPage } from './readPage';
import { packRows } from './packedRows';

// The entry of the decoding thread, and a plain module for the main thread,
// which thereby is built and found where the rest of the package is: as
// TypeScript in a checkout, as JavaScript in an installed package.

/** Told to the thread, so that no other worker which loads this file starts to serve. */
export const pageDecoderRole = 'kubernetes-ha-page-decoder';

/** This file, as it is run. */
export const pageDecoderFile = __filename;

/**
 * A document to decode. The next one follows when this one is answered. `known`:
 * objects that need not be decoded; without it none is told apart.
 */
export type DecodeRequest = {
  body: Uint8Array;
  /** Its memory is sent back for the next one. */
  comesBack?: boolean;
} & (
  | { page: ListSection; known?: KnownMarks }
  | { configMap: ConfigMapSection }
);

/** `ready` once; then for each request one `meta` at most, then an end, and the memory where it comes back. */
export type DecodeReply =
  | 'ready'
  | { meta: PageMeta }
  /** After the end, the memory that the body was in. */
  | { memory: ArrayBuffer }
  /** Some rows each, packed. */
  | { pieces: string[]; objects: number; identified?: IdentifiedObjects }
  /** JSON text of a ConfigMap's section. */
  | { value: string }
  | { invalid: string }
  | { refused: UnknownReason; detail: string; why?: Message };

function serve(port: MessagePort): void {
  const reader = new WireReader();
  const reply = (message: DecodeReply) => port.postMessage(message);
  port.on('message', (request: DecodeRequest) => {
    const { buffer, byteOffset, byteLength } = request.body;
    try {
      reply(
        answerOf(
          request,
          Buffer.from(buffer, byteOffset, byteLength),
          reader,
          reply,
        ),
      );
    } catch (error) {
      reply(refusalOf(error));
    } finally {
      if (request.comesBack && buffer instanceof ArrayBuffer) {
        port.postMessage({ memory: buffer } satisfies DecodeReply, [buffer]);
      } else freeMemory(buffer);
    }
  });
  reply('ready');
}

function answerOf(
  request: DecodeRequest,
  body: Buffer,
  reader: WireReader,
  reply: (message: DecodeReply) => void,
): DecodeReply {
  if ('configMap' in request) {
    return { value: JSON.stringify(readConfigMap(request.configMap, body)) };
  }
  const list = inventoryLists[request.page];
  const { rows, ...page } = readPage(
    reader,
    list,
    body,
    meta => reply({ meta }),
    request.known,
  );
  return { pieces: packRows(list, rows), ...page };
}

/** Anything else is a bug: it ends the thread, and the main thread hears of it. */
function refusalOf(error: unknown): DecodeReply {
  if (error instanceof InvalidDocumentError) return { invalid: error.message };
  if (error instanceof ConnectionError) {
    const { reason, message: detail, why } = error;
    return { refused: reason, detail, ...(why && { why }) };
  }
  throw error;
}

if (!isMainThread && parentPort && workerData === pageDecoderRole) {
  serve(parentPort);
}
