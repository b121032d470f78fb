/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Counted } from './stepThreadWorker';

/**
 * Counts the steps of reading in a thread of its own: counting looks at every
 * function that a thread knows, and the process of a test runner knows those of
 * all tests before.
 */
export class StepThread {
  readonly #worker = new Worker(path.join(__dirname, 'stepThreadWorker.ts'), {
    execArgv: ['--require', require.resolve('tsx/cjs')],
  });

  /** Blocks of code that are run. One at a time. Errors: what the thread failed on. */
  async count(work: Counted): Promise<number> {
    this.#worker.postMessage(work);
    const [steps]: unknown[] = await once(this.#worker, 'message');
    if (typeof steps !== 'number') throw new Error('no steps were counted');
    return steps;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
