/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Worker } from 'node:worker_threads';
import { isError } from '@backstage/errors';
import { boundMessage, exceeded } from '../../../bounds/exceeded';
import { ConnectionError } from '../../../contracts';
import { InvalidDocumentError } from '../../../protobuf/invalidDocument';
import { sourceLoader } from '../../../threads/sourceLoader';
import { THREAD_START_MS } from '../bounds';
import { FairQueue } from './fairQueue';
import {
  DecodeReply,
  DecodeRequest,
  pageDecoderFile,
  pageDecoderRole,
} from './pageDecoderWorker';
import type { PageMeta } from './readPage';

/** What a page leaves behind dies with it: a small nursery is enough. (measured: docs/benchmarks.md) */
const YOUNG_LIMIT_MB = 16;

/** The end of a job that went well. */
export type Decoded = Exclude<
  DecodeReply,
  | 'ready'
  | { meta: PageMeta }
  | { memory: ArrayBuffer }
  | { invalid: string }
  | { refused: string }
>;

/** One document on its way through a thread. */
export interface Job {
  /** The cluster whose turn it takes. */
  cluster: string;
  /** Its body belongs to the thread from now on. */
  request: DecodeRequest;
  onMeta(meta: PageMeta): void;
  resolve(decoded: Decoded, milliseconds: number): void;
  reject(error: Error): void;
}

/** Bounds of a thread. @public */
export interface ThreadLimits {
  heapMb: number;
  /** For one page. */
  pageMs: number;
}

/**
 * A worker that is given one document at a time: the one that ends it (by its
 * memory, by its time, by a bug) is known, and the others, still here, go to
 * the next worker. Clusters take turns. It starts with the first document and
 * does not keep the process alive while idle.
 */
export class DecodingThread {
  #worker: Worker | undefined;
  #current: Job | undefined;
  #ready = false;
  #startedMs = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting = new FairQueue<Job>();
  readonly #limits: ThreadLimits;
  readonly #onMemory: (buffer: ArrayBuffer) => void;

  /** `onMemory` is told of the memory of a body that has come back. */
  constructor(limits: ThreadLimits, onMemory: (buffer: ArrayBuffer) => void) {
    this.#limits = limits;
    this.#onMemory = onMemory;
  }

  add(job: Job): void {
    this.#waiting.add(job.cluster, job);
    this.#next();
  }

  /** A job whose answer nobody waits for: one that has not begun never does. */
  drop(job: Job): void {
    this.#waiting.drop(job.cluster, job);
  }

  /** Ends the worker; what is under way and what waits fails. Idempotent. */
  async close(): Promise<void> {
    const worker = this.#worker;
    const closed = new Error('the decoding thread was closed');
    for (const { reject } of this.#waiting.clear()) reject(closed);
    if (!worker) return;
    this.#lost(worker, closed);
    await worker.terminate();
  }

  /** Gives the worker its next document, when it has none. */
  #next(): void {
    if (this.#current) return;
    const job = this.#waiting.next();
    if (!job) {
      this.#worker?.unref();
      return;
    }
    this.#current = job;
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    worker.postMessage(job.request, [job.request.body.buffer as ArrayBuffer]);
    this.#startedMs = performance.now();
    this.#limitTo(this.#ready ? this.#limits.pageMs : THREAD_START_MS);
  }

  #start(): Worker {
    this.#ready = false;
    const worker = new Worker(pageDecoderFile, {
      workerData: pageDecoderRole,
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.heapMb,
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

  #limitTo(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tooSlow(milliseconds), milliseconds);
    this.#timer.unref();
  }

  #tooSlow(bound: number): void {
    const worker = this.#worker;
    if (!worker) return;
    this.#lost(
      worker,
      exceeded(
        'too-slow',
        boundMessage('bound.decoding', { observed: 'more', bound, unit: 'ms' }),
      ),
    );
    // Its end is not waited for: the next page has a worker of its own.
    void worker.terminate();
  }

  #settle(worker: Worker, reply: DecodeReply): void {
    // The last words of a worker that was given up belong to no page.
    if (this.#worker !== worker) return;
    if (reply === 'ready') {
      this.#ready = true;
      this.#startedMs = performance.now();
      if (this.#current) this.#limitTo(this.#limits.pageMs);
      return;
    }
    if (typeof reply === 'object' && 'memory' in reply) {
      this.#onMemory(reply.memory);
      return;
    }
    const job = this.#current;
    if (!job) return;
    if ('meta' in reply) {
      job.onMeta(reply.meta);
      return;
    }
    clearTimeout(this.#timer);
    this.#current = undefined;
    if ('invalid' in reply) job.reject(new InvalidDocumentError(reply.invalid));
    else if ('refused' in reply) {
      const { refused: reason, detail, why } = reply;
      job.reject(new ConnectionError(reason, detail, { why }));
    } else job.resolve(reply, performance.now() - this.#startedMs);
    this.#next();
  }

  #lost(worker: Worker, error: Error): void {
    // Its exit comes after its error, when another worker may be at work already.
    if (this.#worker !== worker) return;
    clearTimeout(this.#timer);
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
      ? exceeded(
          'too-large',
          boundMessage('bound.decoding-memory', {
            megabytes: this.#limits.heapMb,
          }),
        )
      : error;
  }
}
