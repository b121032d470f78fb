/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Worker } from 'node:worker_threads';
import { isError } from '@backstage/errors';
import { ConnectionError } from '../../../contracts';
import type { InventoryList, ListSection, Row } from '../lists';
import { InvalidDocumentError } from '../../../protobuf/invalidDocument';
import {
  DecodeReply,
  DecodeRequest,
  pageDecoderFile,
  pageDecoderRole,
} from './pageDecoderWorker';
import type { PageMeta, PageRows } from './readPage';
import { StringPool } from './stringPool';

/** Far more than a page of 500 needs as protobuf; a JSON page of 64 MiB fits as well. */
const HEAP_LIMIT_MB = 512;
/** What a page leaves behind dies with it: a small nursery is enough. (measured: docs/benchmarks.md) */
const YOUNG_LIMIT_MB = 16;

interface Job {
  section: ListSection;
  body: Buffer;
  onMeta(meta: PageMeta): void;
  resolve(page: { rows: string; objects: number }): void;
  reject(error: Error): void;
}

/**
 * Decodes and projects pages of lists in a thread of its own, so that the
 * event loop goes on. One for all clusters of a backend: the work is short,
 * in order, and at most a small share of one core. The thread starts with the
 * first page, does not keep the process alive while idle, and is started anew
 * should it ever end. It is given one page at a time: the one that ends it is
 * known, and the pages of other clusters, still here, go to the next thread.
 */
export class PageDecoder {
  #worker: Worker | undefined;
  #current: Job | undefined;
  readonly #waiting: Job[] = [];
  readonly #strings = new StringPool();
  readonly #heapLimitMb: number;

  constructor(heapLimitMb: number = HEAP_LIMIT_MB) {
    this.#heapLimitMb = heapLimitMb;
  }

  /**
   * `body` is handed over where possible: it must not be used afterwards.
   *
   * Errors: {@link InvalidDocumentError}; `ConnectionError` with `too-large`
   * when the page does not fit in the memory of the thread.
   */
  async decode<S extends ListSection>(
    list: InventoryList<S>,
    body: Buffer,
    onMeta: (meta: PageMeta) => void,
  ): Promise<PageRows<S>> {
    const page = await this.#run(list.section, body, onMeta);
    const rows: Row<S>[] = JSON.parse(page.rows);
    this.#strings.share(rows, list.repeated);
    return { rows, objects: page.objects };
  }

  /** Ends the thread; pages under way and waiting fail. Idempotent. */
  async close(): Promise<void> {
    const worker = this.#worker;
    const closed = new Error('the decoding thread was closed');
    for (const { reject } of this.#waiting.splice(0)) reject(closed);
    if (!worker) return;
    this.#lost(worker, closed);
    await worker.terminate();
  }

  #run(
    section: ListSection,
    body: Buffer,
    onMeta: (meta: PageMeta) => void,
  ): Promise<{ rows: string; objects: number }> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ section, body, onMeta, resolve, reject });
      this.#next();
    });
  }

  /** Gives the thread its next page, when it has none. */
  #next(): void {
    if (this.#current) return;
    const job = this.#waiting.shift();
    if (!job) {
      this.#worker?.unref();
      return;
    }
    this.#current = job;
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    const request: DecodeRequest = {
      section: job.section,
      body: owned(job.body),
    };
    worker.postMessage(request, [request.body.buffer]);
  }

  #start(): Worker {
    const worker = new Worker(pageDecoderFile, {
      workerData: pageDecoderRole,
      resourceLimits: {
        maxOldGenerationSizeMb: this.#heapLimitMb,
        maxYoungGenerationSizeMb: YOUNG_LIMIT_MB,
      },
      ...sourceLoader(pageDecoderFile),
    });
    worker.on('message', (reply: DecodeReply) => this.#settle(worker, reply));
    worker.on('error', error => this.#lost(worker, this.#failureOf(error)));
    worker.on('exit', code =>
      this.#lost(worker, new Error(`the decoding thread ended (${code})`)),
    );
    return worker;
  }

  #settle(worker: Worker, reply: DecodeReply): void {
    // The last words of a thread that was given up belong to no page.
    if (this.#worker !== worker || !this.#current) return;
    const job = this.#current;
    if ('meta' in reply) {
      job.onMeta(reply.meta);
      return;
    }
    this.#current = undefined;
    if ('invalid' in reply) job.reject(new InvalidDocumentError(reply.invalid));
    else job.resolve({ rows: reply.rows, objects: reply.objects });
    this.#next();
  }

  #lost(worker: Worker, error: Error): void {
    // Its exit comes after its error, when another thread may be at work already.
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#current?.reject(error);
    this.#current = undefined;
    this.#next();
  }

  /** By its shape: what a thread throws is no Error of every realm. */
  #failureOf(error: unknown): Error {
    if (!isError(error)) {
      return new Error('the decoding thread failed', { cause: error });
    }
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? new ConnectionError(
          'too-large',
          `a page needs more than ${this.#heapLimitMb} MB to decode`,
          { cause: error },
        )
      : error;
  }
}

/** Bytes with a buffer of their own, which alone may change threads. */
function owned(body: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = body;
  return buffer instanceof ArrayBuffer &&
    byteOffset === 0 &&
    buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : Uint8Array.from(body);
}

/**
 * In a checkout this package is TypeScript, and whoever runs it (the CLI, jest,
 * tsx) translates it in ways that a new thread does not always inherit: there
 * the thread gets tsx, a devDependency. The Backstage CLI's own translation
 * will not do: on Node 24 the process crashes when a thread that loaded its
 * native compiler ends.
 */
function sourceLoader(file: string): { execArgv?: string[] } {
  if (!file.endsWith('.ts')) return {};
  return { execArgv: ['--require', require.resolve('tsx/cjs')] };
}
