/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Worker } from 'node:worker_threads';
import { ConnectionError } from 'backstage-plugin-kubernetes-ha-node';
import type { InventoryList, ListSection, Row } from '../lists';
import { InvalidDocumentError } from '../protobuf/invalidDocument';
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
  onMeta(meta: PageMeta): void;
  resolve(rows: string, objects: number): void;
  reject(error: Error): void;
}

/**
 * Decodes and projects pages of lists in a thread of its own, so that the
 * event loop goes on. One for all clusters of a backend: the work is short,
 * in order, and at most a small share of one core. The thread starts with the
 * first page, does not keep the process alive while idle, and is started anew
 * should it ever end.
 */
export class PageDecoder {
  #worker: Worker | undefined;
  #nextId = 0;
  readonly #jobs = new Map<number, Job>();
  readonly #strings = new StringPool();

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

  /** Ends the thread; pages under way fail. Idempotent. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#lost(worker, new Error('the decoding thread was closed'));
    await worker.terminate();
  }

  #run(
    section: ListSection,
    body: Buffer,
    onMeta: (meta: PageMeta) => void,
  ): Promise<{ rows: string; objects: number }> {
    const worker = (this.#worker ??= this.#start());
    const id = this.#nextId++;
    const request: DecodeRequest = { id, section, body: owned(body) };
    return new Promise((resolve, reject) => {
      this.#jobs.set(id, {
        onMeta,
        resolve: (rows, objects) => resolve({ rows, objects }),
        reject,
      });
      worker.ref();
      worker.postMessage(request, [request.body.buffer]);
    });
  }

  #start(): Worker {
    const worker = new Worker(pageDecoderFile, {
      workerData: pageDecoderRole,
      resourceLimits: {
        maxOldGenerationSizeMb: HEAP_LIMIT_MB,
        maxYoungGenerationSizeMb: YOUNG_LIMIT_MB,
      },
      ...sourceLoader(pageDecoderFile),
    });
    worker.on('message', (reply: DecodeReply) => this.#settle(worker, reply));
    worker.on('error', error => this.#lost(worker, failureOf(error)));
    worker.on('exit', code =>
      this.#lost(worker, new Error(`the decoding thread ended (${code})`)),
    );
    return worker;
  }

  #settle(worker: Worker, reply: DecodeReply): void {
    const job = this.#jobs.get(reply.id);
    if (!job) return;
    if ('meta' in reply) {
      job.onMeta(reply.meta);
      return;
    }
    this.#jobs.delete(reply.id);
    if (this.#jobs.size === 0) worker.unref();
    if ('invalid' in reply) job.reject(new InvalidDocumentError(reply.invalid));
    else job.resolve(reply.rows, reply.objects);
  }

  #lost(worker: Worker, error: Error): void {
    // Its exit comes after its error, when another thread may be at work already.
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const jobs = [...this.#jobs.values()];
    this.#jobs.clear();
    for (const job of jobs) job.reject(error);
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

function failureOf(error: unknown): Error {
  if (!(error instanceof Error)) {
    return new Error('the decoding thread failed', { cause: error });
  }
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ConnectionError(
        'too-large',
        `a page needs more than ${HEAP_LIMIT_MB} MB to decode`,
        { cause: error },
      )
    : error;
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
