/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  SomeSections,
  assess,
  checks,
  ClusterFacts,
  joinSnapshot,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import { setTimeout as delay } from 'node:timers/promises';
import {
  collectBothGroups,
  type Collector,
} from 'backstage-plugin-kubernetes-ha-collector';
import { silentLogger } from './silentLogger';

/** Seconds between two looks in these tests. */
export const INTERVAL_SECONDS = 10;

/** One look: the judgement, and which look it was. */
export interface Look {
  card: Scorecard;
  /** Looks since the observer started. */
  number: number;
}

/**
 * Looks at a cluster every ten seconds with the collectors and checks of the
 * product, and keeps the newest signals as the signal store does. Only the
 * scheduler and the database are left out, which have tests of their own.
 */
export class Observer {
  readonly #collector: Collector;
  readonly #cluster: ClusterFacts;
  readonly #never = new AbortController();
  #signals: SomeSections = {};
  #number = 0;
  #nextAt = 0;
  readonly #onClose: () => Promise<void>;

  constructor(
    collector: Collector,
    cluster: ClusterFacts,
    onClose: () => Promise<void>,
  ) {
    this.#collector = collector;
    this.#cluster = cluster;
    this.#onClose = onClose;
  }

  /** Waits for the next tick, collects everything once and judges it. */
  async look(): Promise<Look> {
    const wait = this.#nextAt - Date.now();
    if (wait > 0) await delay(wait);
    this.#nextAt = Date.now() + INTERVAL_SECONDS * 1000;
    // As the two tasks do: independent of each other, each on the newest signals.
    const sections = await collectBothGroups(this.#collector, {
      cluster: this.#cluster,
      signal: this.#never.signal,
      intervalSeconds: INTERVAL_SECONDS,
      previous: this.#signals,
      now: () => new Date(),
      logger: silentLogger,
    });
    this.#signals = { ...this.#signals, ...sections };
    this.#number += 1;
    const snapshot = joinSnapshot(
      { facts: this.#cluster, conflict: undefined },
      this.#signals,
      new Date(),
    );
    return { card: assess(snapshot, { checks }), number: this.#number };
  }

  /** The next scorecard that `wanted` says nothing against, or the last one of `looks` looks with what it said. */
  async lookUntil(
    wanted: (card: Scorecard) => readonly string[],
    looks: number,
  ): Promise<{ card: Scorecard; differences: readonly string[] }> {
    let last = await this.look();
    let differences = wanted(last.card);
    for (let i = 1; i < looks && differences.length > 0; i += 1) {
      last = await this.look();
      differences = wanted(last.card);
    }
    return { card: last.card, differences };
  }

  async close(): Promise<void> {
    await this.#collector.close();
    await this.#onClose();
  }
}
