/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  SectionValues,
  Steps,
} from 'backstage-plugin-kubernetes-ha-common';
import { ConnectionError } from '../../../contracts';
import { inSlices } from '../../../eventLoop/inSlices';
import {
  PAGE_MS,
  SLOW_CLUSTER_MS,
  THREAD_HEAP_MB,
  USUAL_PAGE_MS,
} from '../bounds';
import type { ConfigMapSection } from '../configMaps';
import type { InventoryList, ListSection, Row } from '../lists';
import { Decoded, DecodingThread, Job, ThreadLimits } from './decodingThread';
import type { DecodeRequest } from './pageDecoderWorker';
import type { KnownMarks } from './objectIdentifier';
import { PageMemory } from './pageMemory';
import type { PageMeta, PageRows } from './readPage';
import { unpackRows } from './packedRows';
import { StringPool } from './stringPool';

/** Whose document it is, and how long anybody waits for it. @public */
export interface DecodeTurn {
  /** Clusters take turns. */
  cluster: string;
  /** Of the collection: when it ends, what has not begun never does. */
  signal: AbortSignal;
}

/** A page, decoded, and what its rows weigh. @public */
export interface DecodedPage<S extends ListSection> extends PageRows<S> {
  /** Of the rows as JSON text. */
  characters: number;
}

const anybody: DecodeTurn = {
  cluster: '',
  signal: new AbortController().signal,
};

/**
 * Decodes and projects what clusters send in threads, so that the event loop
 * goes on. One for all clusters of a process: the work is short, clusters take
 * turns, and it is at most a small share of one core. A cluster whose pages
 * are slow is served by a second thread for a while: it waits for itself.
 * @public
 */
export class PageDecoder {
  readonly #usual: DecodingThread;
  readonly #slow: DecodingThread;
  /** Clusters that had a slow page, and until when they go the slow way. */
  readonly #slowUntil = new Map<string, number>();
  readonly #strings = new StringPool();
  readonly #memory = new PageMemory();

  constructor(limits: Partial<ThreadLimits> = {}) {
    const all = { heapMb: THREAD_HEAP_MB, pageMs: PAGE_MS, ...limits };
    const onMemory = (buffer: ArrayBuffer) => this.#memory.give(buffer);
    this.#usual = new DecodingThread(all, onMemory);
    this.#slow = new DecodingThread(all, onMemory);
  }

  /** Memory to read a page into that is decoded here: see `ApiRequest.memory`. */
  memory(): ArrayBuffer {
    return this.#memory.take();
  }

  /**
   * `body` is handed over where possible: it must not be used afterwards. With
   * `known`, objects that were read before, those are not decoded: the page says
   * which.
   *
   * Errors: {@link InvalidDocumentError}; `ConnectionError` with `too-large`
   * or `too-slow` when the page goes beyond a bound, with `timeout` when the
   * collection has ended.
   */
  async decode<S extends ListSection>(
    list: InventoryList<S>,
    body: Buffer,
    onMeta: (meta: PageMeta) => void,
    turn: DecodeTurn = anybody,
    known?: KnownMarks,
  ): Promise<DecodedPage<S>> {
    const page = await this.#run(
      { page: list.section, ...this.#handed(body), ...(known && { known }) },
      onMeta,
      turn,
    );
    if (!('pieces' in page)) throw new Error('a page was answered otherwise');
    const { pieces, ...rest } = page;
    const rows = await inSlices(this.#rowsOf(list, pieces));
    const characters = pieces.reduce((sum, { length }) => sum + length, 0);
    return { rows, ...rest, characters };
  }

  /** A ConfigMap's section from its JSON. Errors: as {@link PageDecoder.decode}. */
  async configMap<S extends ConfigMapSection>(
    section: S,
    body: Buffer,
    turn: DecodeTurn = anybody,
  ): Promise<SectionValues[S]> {
    const answer = await this.#run(
      { configMap: section, ...this.#handed(body) },
      () => {},
      turn,
    );
    if (!('value' in answer)) throw new Error('no ConfigMap was answered');
    const value: SectionValues[S] = JSON.parse(answer.value);
    return value;
  }

  /** Ends the threads; pages under way and waiting fail. Idempotent. */
  async close(): Promise<void> {
    await Promise.all([this.#usual.close(), this.#slow.close()]);
  }

  /** Bytes with memory of their own, which alone may change threads. */
  #handed(body: Buffer): Pick<DecodeRequest, 'body' | 'comesBack'> {
    const { buffer, byteOffset, byteLength } = body;
    if (this.#memory.has(buffer)) return { body, comesBack: true };
    const isOwn =
      buffer instanceof ArrayBuffer &&
      byteOffset === 0 &&
      buffer.byteLength === byteLength;
    return { body: isOwn ? new Uint8Array(buffer) : Uint8Array.from(body) };
  }

  *#rowsOf<S extends ListSection>(
    list: InventoryList<S>,
    pieces: readonly string[],
  ): Steps<Row<S>[]> {
    const all: Row<S>[] = [];
    for (const piece of pieces) {
      for (const row of unpackRows(list, piece, this.#strings)) all.push(row);
      yield;
    }
    return all;
  }

  #run(
    request: DecodeRequest,
    onMeta: (meta: PageMeta) => void,
    { cluster, signal }: DecodeTurn,
  ): Promise<Decoded> {
    const thread = this.#threadOf(cluster);
    return new Promise((resolve, reject) => {
      const job: Job = {
        cluster,
        request,
        onMeta,
        resolve: (decoded, milliseconds) => {
          signal.removeEventListener('abort', onAbort);
          if (milliseconds > USUAL_PAGE_MS) this.#markSlow(cluster);
          resolve(decoded);
        },
        reject: error => {
          signal.removeEventListener('abort', onAbort);
          // What ended a thread has kept the others waiting too.
          if (error instanceof ConnectionError) this.#markSlow(cluster);
          reject(error);
        },
      };
      const onAbort = () => {
        thread.drop(job);
        reject(
          new ConnectionError('timeout', 'not read before the deadline', {
            cause: signal.reason,
          }),
        );
      };
      if (signal.aborted) {
        onAbort();
        return;
      }
      signal.addEventListener('abort', onAbort, { once: true });
      thread.add(job);
    });
  }

  #threadOf(cluster: string): DecodingThread {
    const until = this.#slowUntil.get(cluster);
    if (until === undefined) return this.#usual;
    if (until > performance.now()) return this.#slow;
    this.#slowUntil.delete(cluster);
    return this.#usual;
  }

  #markSlow(cluster: string): void {
    this.#slowUntil.set(cluster, performance.now() + SLOW_CLUSTER_MS);
  }
}
