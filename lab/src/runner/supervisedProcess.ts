/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { runProbe } from './probe';
import type { Unit } from './unit';

const firstDelayMs = 500;
const longestDelayMs = 20_000;
/** After this long a process counts as healthy and its back-off starts anew. */
const resetAfterMs = 60_000;
/**
 * A file of the unit's name in here holds its liveness probe back, so that a
 * process frozen by a fault stays frozen instead of being replaced.
 */
export const heldProbesFolder = '/run/lab-held-probes';
const largestLogBytes = 20 * 1024 * 1024;

/** The end of a process. */
export interface ProcessEnd {
  exitCode: number;
  startedAt: string;
  finishedAt: string;
}

/** What is known of a unit's process. */
export interface ProcessState {
  pid?: number;
  startedAt?: string;
  /** Counted since this runner started. */
  restarts: number;
  lastEnd?: ProcessEnd;
  /** The startup probe has passed, or there is none. */
  started: boolean;
  /** The readiness probe passes, or there is none. */
  ready: boolean;
}

/**
 * Keeps one unit's process alive: starts it again when it ends, with growing
 * delay, and kills it when its liveness probe fails too often. Delays are
 * shorter than a kubelet's (10 s to 5 min), so that tests see a restart soon.
 */
export class SupervisedProcess {
  readonly unit: Unit;
  readonly #logFolder: string;
  readonly #log: (line: string) => void;
  readonly #onChange: () => void;
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #stopping = false;
  #delayMs = firstDelayMs;
  #restartTimer: NodeJS.Timeout | undefined;
  #stopProbes: (() => void)[] = [];
  state: ProcessState = { restarts: 0, started: false, ready: false };

  constructor(
    unit: Unit,
    logFolder: string,
    log: (line: string) => void,
    onChange: () => void,
  ) {
    this.unit = unit;
    this.#logFolder = logFolder;
    this.#log = log;
    this.#onChange = onChange;
  }

  start(): void {
    const { unit } = this;
    const path = join(this.#logFolder, `${unit.name}.log`);
    const log = openSync(path, 'a');
    if (statSync(path).size > largestLogBytes) {
      truncateSync(path);
    }
    const startedAt = new Date().toISOString();
    const [command, ...args] = unit.argv;
    const child = spawn(command, args, {
      stdio: ['ignore', log, log],
      env: { ...process.env, ...unit.env },
      cwd: '/',
      // A process group of its own, so that what it starts is ended with it.
      detached: true,
    });
    closeSync(log);
    this.#child = child;
    this.state = {
      ...this.state,
      pid: child.pid,
      startedAt,
      started: !unit.startup,
      ready: !unit.readiness && !unit.startup,
    };
    this.#ended = new Promise(resolve => {
      const end = (exitCode: number) => {
        this.#onEnd(exitCode, startedAt);
        resolve();
      };
      child.once('error', error => {
        this.#log(`${unit.name}: ${error.message}`);
        end(127);
      });
      child.once('exit', (code, signal) =>
        end(code ?? 128 + (signal ? constants.signals[signal] : 0)),
      );
    });
    this.#startProbes();
    this.#onChange();
  }

  /** Ends the process for good, first gently. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restartTimer);
    if (!this.#child) {
      return;
    }
    this.#signal(this.unit.stopSignal);
    const timer = setTimeout(
      () => this.#signal('SIGKILL'),
      this.unit.stopGraceSeconds * 1000,
    );
    await this.#ended;
    clearTimeout(timer);
  }

  #startProbes(): void {
    const { startup } = this.unit;
    if (!startup) {
      this.#startSteadyProbes();
      return;
    }
    // Asked every second and without the initial delay, so that a lab is ready soon; given up as late as a kubelet would.
    const allowed =
      startup.initialDelaySeconds +
      startup.failureThreshold * startup.periodSeconds;
    const stop = runProbe(
      { ...startup, initialDelaySeconds: 0, periodSeconds: 1 },
      (ok, failures) => {
        if (ok) {
          stop();
          this.state = {
            ...this.state,
            started: true,
            ready: !this.unit.readiness,
          };
          this.#onChange();
          this.#startSteadyProbes();
        } else if (failures >= allowed) {
          this.#killUnwell('startup');
        }
      },
    );
    this.#stopProbes.push(stop);
  }

  #startSteadyProbes(): void {
    const { liveness, readiness } = this.unit;
    if (liveness) {
      this.#stopProbes.push(
        runProbe(liveness, (ok, failures) => {
          const held = existsSync(join(heldProbesFolder, this.unit.name));
          if (!ok && failures >= liveness.failureThreshold && !held) {
            this.#killUnwell('liveness');
          }
        }),
      );
    }
    if (readiness) {
      this.#stopProbes.push(
        runProbe(readiness, (ok, failures) => {
          const ready = ok || failures < readiness.failureThreshold;
          // Until it has been well once, one good answer counts; afterwards only failures in a row.
          const next = this.state.ready ? ready : ok;
          if (next !== this.state.ready) {
            this.state = { ...this.state, ready: next };
            this.#onChange();
          }
        }),
      );
    }
  }

  #killUnwell(probe: string): void {
    this.#log(`${this.unit.name}: ${probe} probe failed, killing it`);
    this.#stopProbes.splice(0).forEach(stop => stop());
    this.#signal('SIGKILL');
  }

  #onEnd(exitCode: number, startedAt: string): void {
    this.#child = undefined;
    this.#stopProbes.splice(0).forEach(stop => stop());
    const finishedAt = new Date().toISOString();
    this.state = {
      restarts: this.state.restarts,
      lastEnd: { exitCode, startedAt, finishedAt },
      started: false,
      ready: false,
    };
    this.#onChange();
    if (this.#stopping) {
      return;
    }
    if (Date.parse(finishedAt) - Date.parse(startedAt) > resetAfterMs) {
      this.#delayMs = firstDelayMs;
    }
    this.#log(
      `${this.unit.name} ended with code ${exitCode}; starting it again in ${
        this.#delayMs
      } ms`,
    );
    this.#restartTimer = setTimeout(() => {
      this.state = { ...this.state, restarts: this.state.restarts + 1 };
      this.start();
    }, this.#delayMs);
    this.#delayMs = Math.min(this.#delayMs * 2, longestDelayMs);
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    if (pid === undefined) {
      return;
    }
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
        throw error;
      }
    }
  }
}
