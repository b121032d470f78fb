/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isListenedTo } from './testServer';

/** A real HAProxy on loopback. Ends only what it started. */
export class TestHaproxy {
  readonly #folder: string;
  #process: ChildProcess;

  private constructor(folder: string, process: ChildProcess) {
    this.#folder = folder;
    this.#process = process;
  }

  /**
   * Starts it and waits until it listens on `port`.
   * Errors: Error with the way to install it when it is missing.
   */
  static async start(
    configuration: string,
    port: number,
  ): Promise<TestHaproxy> {
    const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-haproxy-'));
    writeFileSync(join(folder, 'haproxy.cfg'), configuration);
    const haproxy = new TestHaproxy(folder, launch(folder));
    await haproxy.#listening(port);
    return haproxy;
  }

  /** Ends the process and starts a new one: its counters begin anew. */
  async restart(port: number): Promise<void> {
    await this.#end();
    this.#process = launch(this.#folder);
    await this.#listening(port);
  }

  async stop(): Promise<void> {
    await this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return;
    }
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await gone;
  }

  async #listening(port: number): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      if (this.#process.exitCode !== null) {
        throw new Error(`haproxy ended with code ${this.#process.exitCode}`);
      }
      if (await isListenedTo(port)) return;
      await delay(25);
    }
    throw new Error(`haproxy does not listen on ${port} after 5 s`);
  }
}

function launch(folder: string): ChildProcess {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
  ];
  const binary = folders
    .map(path => join(path, 'haproxy'))
    .find(path => existsSync(path));
  if (!binary) {
    throw new Error(
      'haproxy was not found. Install it (Debian: apt-get install haproxy; macOS: brew install haproxy) and run these tests again.',
    );
  }
  // -db: in the foreground, so that it is our child.
  return spawn(binary, ['-db', '-f', join(folder, 'haproxy.cfg')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
