/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Profiler, Session } from 'node:inspector';

/**
 * Counts the blocks of JavaScript that a piece of work runs through, in every
 * script of its thread (libraries as well), as V8 counts them for coverage. It is the same
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

  /** Errors: the counter did not count, so a bound on its steps would hold for anything. */
  async count(work: () => unknown | Promise<unknown>): Promise<number> {
    // Taking the counts sets them to zero.
    this.#take();
    knownStep();
    await work();
    const functions = this.#take().flatMap(script => script.functions);
    const known = functions.find(
      ({ functionName }) => functionName === knownStep.name,
    );
    if (known?.ranges[0].count !== 1) {
      throw new Error('A step was made and not counted.');
    }
    return functions
      .flatMap(({ ranges }) => ranges)
      .reduce((steps, { count }) => steps + count, 0);
  }

  #take(): Profiler.ScriptCoverage[] {
    let coverage: Profiler.ScriptCoverage[] | undefined;
    // Answered before it returns: the session is of this thread.
    this.#session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error) throw error;
      coverage = taken.result;
    });
    if (!coverage) throw new Error('The inspector did not answer at once.');
    return coverage;
  }

  #post(method: string, parameters: object = {}): void {
    this.#session.post(method, parameters, error => {
      if (error) throw error;
    });
  }
}

/** Made once in each count, to see that it is counted. */
function knownStep(): void {}
