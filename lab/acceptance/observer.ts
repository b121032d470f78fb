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
  onlyObserved,
  type CollectionGroup,
  type Collector,
  type DeclaredCluster,
  detectPlatform,
} from 'backstage-plugin-kubernetes-ha-collector';
import { silentLogger } from './silentLogger';

/** Seconds between two looks in these tests. */
export const INTERVAL_SECONDS = 5;

/**
 * Interval that signals carry, a third of the time for which they count as
 * fresh. Looks are shorter than any product's interval, while a collection that
 * waits for a dead endpoint takes as long as there: some 13 s. What it finds
 * has to be fresh until the next one of that length has ended.
 */
const SIGNAL_SECONDS = 10;

/** A busy machine, or an endpoint that is dead, makes collections longer than a look; no test waits for more than this. */
const LOOKS_A_COLLECTION = 4;

/** One look: the judgement, and which look it was. */
export interface Look {
  card: Scorecard;
  /** Looks since the observer started. */
  number: number;
}

/**
 * Looks at a cluster every five seconds with the collectors and checks of the
 * product, and keeps the newest signals as the signal store does. Only the
 * scheduler and the database are left out, which have tests of their own.
 */
export class Observer {
  readonly #collector: Collector;
  readonly #detectPlatform: boolean;
  #cluster: ClusterFacts;
  readonly #closed = new AbortController();
  /** What is being collected; a failed collection stays, so that the next look tells. */
  readonly #collecting = new Map<CollectionGroup, Promise<void>>();
  /** When the collections began that are over, milliseconds since the epoch. */
  readonly #begun: Record<CollectionGroup, number[]> = {
    'control-plane': [],
    inventory: [],
  };
  #signals: SomeSections = {};
  #lastObserved: SomeSections = {};
  #number = 0;
  #nextAt = 0;
  readonly #onClose: () => Promise<void>;

  constructor(
    collector: Collector,
    declared: Pick<DeclaredCluster, 'facts' | 'detectPlatform'>,
    onClose: () => Promise<void>,
  ) {
    this.#collector = collector;
    this.#cluster = declared.facts;
    this.#detectPlatform = declared.detectPlatform;
    this.#onClose = onClose;
  }

  /**
   * Waits for the next tick, collects everything once and judges it. As in the
   * product the two groups do not wait for each other: one that takes longer
   * than the interval (requests to an endpoint that is dead, say) goes on, and
   * what it finds is judged by a later look.
   */
  async look(): Promise<Look> {
    const wait = this.#nextAt - Date.now();
    if (wait > 0) await delay(wait);
    this.#nextAt = Date.now() + INTERVAL_SECONDS * 1000;
    const over = new AbortController();
    try {
      await Promise.race([
        Promise.all([
          this.#collect('inventory'),
          this.#collect('control-plane'),
        ]),
        delay(INTERVAL_SECONDS * 1000, undefined, { signal: over.signal }),
      ]);
    } finally {
      over.abort();
    }
    if (this.#detectPlatform) {
      const platform = detectPlatform(this.#signals);
      this.#cluster = { ...this.#cluster, ...(platform && { platform }) };
    }
    this.#number += 1;
    const snapshot = joinSnapshot(
      { facts: this.#cluster, conflict: undefined },
      this.#signals,
      new Date(),
      this.#lastObserved,
    );
    return { card: assess(snapshot, { checks }), number: this.#number };
  }

  #collect(group: CollectionGroup): Promise<void> {
    const running = this.#collecting.get(group);
    if (running) return running;
    const begunMs = Date.now();
    const collection = this.#collector
      .collect(group, {
        cluster: this.#cluster,
        signal: this.#closed.signal,
        intervalSeconds: SIGNAL_SECONDS,
        now: () => new Date(),
        logger: silentLogger,
        previous: this.#signals,
        lastObserved: this.#lastObserved,
      })
      .then(({ sections }) => {
        this.#signals = { ...this.#signals, ...sections };
        this.#lastObserved = {
          ...this.#lastObserved,
          ...onlyObserved(sections),
        };
        this.#collecting.delete(group);
        this.#begun[group].push(begunMs);
      });
    this.#collecting.set(group, collection);
    return collection;
  }

  /**
   * The next scorecard that `wanted` says nothing against, or the last one of
   * `looks` looks with what it said. A collection that began before the first of
   * them knows nothing of what has happened since: each group is collected as
   * often as there are looks.
   */
  async lookUntil(
    wanted: (card: Scorecard) => readonly string[],
    looks: number,
  ): Promise<{ card: Scorecard; differences: readonly string[] }> {
    const sinceMs = Date.now();
    for (let i = 1; ; i += 1) {
      const { card } = await this.look();
      const differences = wanted(card);
      const isOver =
        i >= looks &&
        (this.#collectedSince(sinceMs) >= looks ||
          i >= looks * LOOKS_A_COLLECTION);
      if (differences.length === 0 || isOver) return { card, differences };
    }
  }

  /** How often every group has been collected from a moment on. */
  #collectedSince(ms: number): number {
    const counts = Object.values(this.#begun).map(
      begun => begun.filter(each => each >= ms).length,
    );
    return Math.min(...counts);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled(this.#collecting.values());
    await this.#collector.close();
    await this.#onClose();
  }
}
