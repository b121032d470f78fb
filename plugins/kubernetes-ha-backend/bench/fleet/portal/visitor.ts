/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** How long each kind of request took, in milliseconds. */
export type Latencies = Record<
  'log-in' | 'fleet page' | 'cluster page',
  number[]
>;

/** Between two visits. */
const PAUSE_MS = 1_000;
/** A request that takes longer counts as that long. */
const GIVE_UP_MS = 30_000;

/** What the fleet page asks for. */
const fleetPaths = ['/v1/fleet', '/v1/clusters?limit=100'];
/** What a cluster page opens with. */
const clusterPaths = ['', '/scorecard', '/signals', '/findings'];

/** Somebody who logs in and looks at the fleet and at a cluster, again and again. */
export class Visitor {
  readonly latencies: Latencies = {
    'log-in': [],
    'fleet page': [],
    'cluster page': [],
  };
  /** What was refused or took too long, the newest last. */
  readonly failures: Error[] = [];
  readonly #url: string;
  readonly #names: readonly string[];
  #visits = 0;

  constructor(url: string, names: readonly string[]) {
    this.#url = url;
    this.#names = names;
  }

  /** Visits until `signal` ends; what fails is noted. */
  async visitUntil(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#visit();
      } catch (error) {
        this.failures.push(
          error instanceof Error ? error : new Error(String(error)),
        );
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** One visit; each time of another cluster. */
  async #visit(): Promise<void> {
    const token = await this.#timed('log-in', () => this.logIn());
    const name = this.#names[(this.#visits++ * 37) % this.#names.length];
    await this.#timed('fleet page', () => this.#ask(token, fleetPaths));
    await this.#timed('cluster page', () =>
      this.#ask(
        token,
        clusterPaths.map(path => `/v1/clusters/${name}${path}`),
      ),
    );
  }

  /** Logs in as the guest and answers the token. */
  async logIn(): Promise<string> {
    const address = `${this.#url}/api/auth/guest/refresh`;
    const answer = await fetch(address, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    const body: { backstageIdentity?: { token?: string } } =
      await answer.json();
    const token = body.backstageIdentity?.token;
    if (!answer.ok || !token) {
      throw new Error(`${address} answered ${answer.status} and no token.`);
    }
    return token;
  }

  /** JSON of a path of the plugin's API. */
  async get<T>(token: string, path: string): Promise<T> {
    const address = `${this.#url}/api/kubernetes-ha${path}`;
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
    const body: T = await answer.json();
    return body;
  }

  async #ask(token: string, paths: readonly string[]): Promise<void> {
    await Promise.all(paths.map(path => this.get(token, path)));
  }

  async #timed<T>(kind: keyof Latencies, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.latencies[kind].push(performance.now() - started);
    }
  }
}
