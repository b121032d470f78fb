/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** More domains than these are mostly empty: each node is one, and a template has a few pods. */
const DENSE = 64;

/** How many there are in each domain. */
export interface DomainCounts {
  /** In all domains. */
  readonly total: number;
  in(domain: number): number;
  add(domain: number, by: 1 | -1): void;
  /** In the domain that has fewest, of those that count (all where it is not said), and how many those are. */
  least(counting?: Uint8Array): { count: number; domains: number };
}

class DenseCounts implements DomainCounts {
  total = 0;
  readonly #counts: Int32Array;

  constructor(domains: number) {
    this.#counts = new Int32Array(domains);
  }

  in(domain: number): number {
    return this.#counts[domain];
  }

  add(domain: number, by: 1 | -1): void {
    this.#counts[domain] += by;
    this.total += by;
  }

  least(counting?: Uint8Array): { count: number; domains: number } {
    let count = Number.MAX_SAFE_INTEGER;
    let domains = 0;
    this.#counts.forEach((here, domain) => {
      if (counting && !counting[domain]) return;
      domains += 1;
      count = Math.min(count, here);
    });
    return { count, domains };
  }
}

class SparseCounts implements DomainCounts {
  total = 0;
  readonly #domains: number;
  readonly #counts = new Map<number, number>();

  constructor(domains: number) {
    this.#domains = domains;
  }

  in(domain: number): number {
    return this.#counts.get(domain) ?? 0;
  }

  add(domain: number, by: 1 | -1): void {
    const count = this.in(domain) + by;
    if (count === 0) this.#counts.delete(domain);
    else this.#counts.set(domain, count);
    this.total += by;
  }

  least(counting?: Uint8Array): { count: number; domains: number } {
    const domains = counting
      ? counting.reduce((sum, counts) => sum + counts, 0)
      : this.#domains;
    let filled = 0;
    let count = Number.MAX_SAFE_INTEGER;
    for (const [domain, here] of this.#counts) {
      if (counting && !counting[domain]) continue;
      filled += 1;
      count = Math.min(count, here);
    }
    return { count: filled < domains ? 0 : count, domains };
  }
}

/** Counts for so many domains, none yet. */
export function domainCounts(domains: number): DomainCounts {
  return domains <= DENSE
    ? new DenseCounts(domains)
    : new SparseCounts(domains);
}
