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
import { inventoryLists, ListSection } from '../lists';
import { InvalidDocumentError } from '../../../protobuf/invalidDocument';
import { WireReader } from '../../../protobuf/wireReader';
import { PageMeta, readPage } from './readPage';

// The entry of the decoding thread, and a plain module for the main thread,
// which thereby is built and found where the rest of the package is: as
// TypeScript in a checkout, as JavaScript in an installed package.

/** Told to the thread, so that no other worker which loads this file starts to serve. */
export const pageDecoderRole = 'kubernetes-ha-page-decoder';

/** This file, as it is run. */
export const pageDecoderFile = __filename;

/** A page to decode. The next one follows when this one is answered. */
export interface DecodeRequest {
  section: ListSection;
  body: Uint8Array;
}

/** For each request one `meta` at most, then `rows` or `invalid`. */
export type DecodeReply =
  | { meta: PageMeta }
  /** JSON text of the rows: the cheapest way between threads, much cheaper than cloning objects. */
  | { rows: string; objects: number }
  | { invalid: string };

function serve(port: MessagePort): void {
  const reader = new WireReader();
  const reply = (message: DecodeReply) => port.postMessage(message);
  port.on('message', ({ section, body }: DecodeRequest) => {
    try {
      const { rows, objects } = readPage(
        reader,
        inventoryLists[section],
        Buffer.from(body.buffer, body.byteOffset, body.byteLength),
        meta => reply({ meta }),
      );
      reply({ rows: JSON.stringify(rows), objects });
    } catch (error) {
      // Anything else is a bug: it ends the thread, and the main thread hears of it.
      if (!(error instanceof InvalidDocumentError)) throw error;
      reply({ invalid: error.message });
    } finally {
      release(body.buffer);
    }
  });
}

/** Gives the memory of a page back at once, not with some later garbage collection: `transfer` is of Node 22 and later. */
function release(buffer: ArrayBufferLike): void {
  if ('transfer' in buffer && typeof buffer.transfer === 'function') {
    buffer.transfer(0);
  }
}

if (!isMainThread && parentPort && workerData === pageDecoderRole) {
  serve(parentPort);
}
