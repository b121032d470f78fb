/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Profiler, Session } from 'node:inspector';

/**
 * Counts the blocks of JavaScript that a piece of work runs through, in every
 * script (libraries as well), as V8 counts them for coverage. It is the same
 * on every machine, where times are not. Not counted are regular expressions,
 * what the engine does itself, and functions that ran before the counter was
 * made: they were compiled without counters.
 */
export class StepCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#post('Profiler.enable');
    this.#post('Profiler.startPreciseCoverage', {
      callCount: true,
      detailed: true,
    });
  }

  async count(work: () => unknown | Promise<unknown>): Promise<number> {
    // Taking the counts sets them to zero.
    this.#take();
    await work();
    let steps = 0;
    for (const script of this.#take()) {
      for (const { ranges } of script.functions) {
        for (const { count } of ranges) steps += count;
      }
    }
    return steps;
  }

  close(): void {
    this.#session.disconnect();
  }

  #take(): Profiler.ScriptCoverage[] {
    let coverage: Profiler.ScriptCoverage[] = [];
    // Answered before it returns: the session is of this thread.
    this.#session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw error;
      coverage = taken.result;
    });
    return coverage;
  }

  #post(method: string, parameters: object = {}): void {
    this.#session.post(method, parameters, error => {
      if (error) throw error;
    });
  }
}
