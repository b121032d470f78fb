/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SeenIdentity } from 'backstage-plugin-kubernetes-ha-collector';

/**
 * Time in which a cluster that did not answer last time has to say who it is;
 * its sources are given up with it. One GET takes milliseconds where anything
 * answers. (proposal)
 */
const SILENT_MS = 8_000;

/** Reasons that say that nobody was there. Anything else is an answer. */
const silentReasons: ReadonlySet<string> = new Set([
  'timeout',
  'refused',
  'unreachable',
  'tls',
]);

/**
 * A short deadline for a cluster that was silent: so long as it stays silent it
 * costs seconds, and once it answers it has the whole time of a collection.
 */
export class Patience {
  /** Ends with the collection's own signal, or when a silent cluster stays silent. */
  readonly signal: AbortSignal;
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(signal: AbortSignal, wasSilent: boolean) {
    if (!wasSilent) {
      this.signal = signal;
      return;
    }
    const silence = new AbortController();
    this.signal = AbortSignal.any([signal, silence.signal]);
    this.#timer = setTimeout(
      () => silence.abort(new Error(`nothing answered within ${SILENT_MS} ms`)),
      SILENT_MS,
    );
  }

  /** Hands the identity through; an answer ends the short deadline. */
  async until(identity: Promise<SeenIdentity>): Promise<SeenIdentity> {
    const seen = await identity;
    if (!seen.refusal || !silentReasons.has(seen.refusal.reason)) this.end();
    return seen;
  }

  /** Ends the short deadline. Idempotent. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
