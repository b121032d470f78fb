/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { ApiEndpoint, ClusterConnection } from '../contracts';

/** What one request counts for at most: a list page takes a tenth of it, and what takes longer is waiting, not reading. (proposal) */
const LONGEST_MS = 2_000;

/**
 * Measures for how long an API server was read through a connection: the time
 * in which at least one request was under way that then succeeded. Waiting for
 * what failed is no burden on anybody, and must not put off the next try.
 */
export class ReadingCost {
  readonly #windows: [startMs: number, endMs: number][] = [];

  /** The connection, its endpoint measured. */
  measured(connection: ClusterConnection): ClusterConnection {
    const { api } = connection;
    return {
      kind: connection.kind,
      api: this.#measuredEndpoint(api),
      instance: connection.instance?.bind(connection),
      kubelet: connection.kubelet?.bind(connection),
      certificates: connection.certificates?.bind(connection),
      close: () => connection.close(),
    };
  }

  /** Milliseconds up to now. */
  get totalMs(): number {
    let total = 0;
    let until = -Infinity;
    for (const [start, end] of [...this.#windows].sort(([a], [b]) => a - b)) {
      total += Math.max(0, end - Math.max(start, until));
      until = Math.max(until, end);
    }
    return total;
  }

  #measuredEndpoint(endpoint: ApiEndpoint): ApiEndpoint {
    const windows = this.#windows;
    return {
      get url() {
        return endpoint.url;
      },
      get insteadOf() {
        return endpoint.insteadOf;
      },
      async request(request) {
        const startMs = performance.now();
        const response = await endpoint.request(request);
        if (response.status >= 200 && response.status < 300) {
          const endMs = performance.now();
          windows.push([Math.max(startMs, endMs - LONGEST_MS), endMs]);
        }
        return response;
      },
    };
  }
}
