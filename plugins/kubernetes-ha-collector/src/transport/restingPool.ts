/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Dispatcher, Pool } from 'undici';

/**
 * An undici pool that is there while somebody asks. A pool that nobody uses takes
 * 20 kB, most of it a queue with 2,048 empty places, and each of hundreds of
 * clusters has one for its endpoint and for each API server. (measured)
 *
 * `connect` is the connector of all of them: it knows the sessions.
 */
export class RestingPool extends Dispatcher {
  readonly #origin: string;
  readonly #options: Pool.Options;
  readonly #restMs: number;
  #pool: Pool | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `restMs`: so long after its last request a pool without any goes. */
  constructor(
    origin: string,
    options: Pool.Options & Required<Pick<Pool.Options, 'connect'>>,
    restMs: number,
  ) {
    super();
    this.#origin = origin;
    this.#options = options;
    this.#restMs = restMs;
  }

  /** Whether there is a pool now. */
  get isAwake(): boolean {
    return this.#pool !== undefined;
  }

  dispatch(
    options: Dispatcher.DispatchOptions,
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    return this.#awake().dispatch(options, handler);
  }

  /** Lets requests under way end. */
  async close(): Promise<void> {
    await this.#end()?.close();
  }

  /** Ends requests under way. */
  async destroy(): Promise<void> {
    await this.#end()?.destroy();
  }

  #awake(): Pool {
    // A closed pool answers each request with the error that says so.
    this.#pool ??= new Pool(this.#origin, this.#options);
    if (this.#isClosed) void this.#pool.close().catch(() => {});
    else if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#rest(), this.#restMs).unref();
    return this.#pool;
  }

  #rest(): void {
    const { size, queued } = this.#pool?.stats ?? { size: 0, queued: 0 };
    if (size + queued > 0) {
      this.#timer?.refresh();
      return;
    }
    this.#timer = undefined;
    const pool = this.#pool;
    this.#pool = undefined;
    // Nobody waits for it, and a socket that fails while it is closed is closed.
    void pool?.close().catch(() => {});
  }

  #end(): Pool | undefined {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#pool;
  }
}
