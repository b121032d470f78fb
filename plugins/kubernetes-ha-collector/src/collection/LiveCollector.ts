/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ApiServerInstance,
  SectionName,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  ClusterConnection,
  CollectionGroup,
  AnySignalSource,
} from '../contracts';
import type { SeenIdentity } from '../clusters/identityOf';
import type { Collected, Collector, CollectorContext } from './Collector';
import { within } from '../refusals/deadline';
import { retryAfterConnection } from '../refusals/retryAfterConnection';
import {
  instanceFallbackConnection,
  RememberedInstance,
} from '../connections/instanceFallbackConnection';
import { previousValue } from '../signals/previousValue';
import { ReadingCost } from './readingCost';
import { onlyObserved } from './onlyObserved';
import { runSource, SourceOutcome } from './runSource';
import { sourceOrder } from './sourceOrder';

/** Longest time of one collection, whatever its sources allow themselves. */
const collectionDeadlineMs: Record<CollectionGroup, number> = {
  'control-plane': 25_000,
  inventory: 300_000,
};

/** How one source asks: what it keeps between collections. */
interface Way {
  /** Its own, so that one that is asked to wait holds up no other. */
  connection: ClusterConnection;
  remembered: RememberedInstance;
}

/** Sees a cluster through its connection, with all its sources side by side as far as they do not need each other. */
export class LiveCollector implements Collector {
  readonly #connection: ClusterConnection;
  readonly #sources: readonly AnySignalSource[];
  readonly #ways: ReadonlyMap<AnySignalSource, Way>;
  readonly #identityWay: Way;
  readonly #readIdentity: (
    connection: ClusterConnection,
    signal: AbortSignal,
  ) => Promise<SeenIdentity>;
  /** As last seen: the identity is read before a collection is handed them. */
  #instances: readonly ApiServerInstance[] = [];

  /** Errors: Error when two sources provide one section, or when sources need each other in a circle. */
  constructor(options: {
    connection: ClusterConnection;
    sources: readonly AnySignalSource[];
    readIdentity: (
      connection: ClusterConnection,
      signal: AbortSignal,
    ) => Promise<SeenIdentity>;
  }) {
    this.#connection = options.connection;
    this.#sources = sourceOrder(options.sources);
    this.#readIdentity = options.readIdentity;
    const newWay = (): Way => ({
      connection: retryAfterConnection(options.connection),
      remembered: {},
    });
    this.#ways = new Map(options.sources.map(source => [source, newWay()]));
    this.#identityWay = newWay();
  }

  sectionsOf(group: CollectionGroup): readonly SectionName[] {
    return this.#of(group).flatMap(source => source.provides);
  }

  identity(signal: AbortSignal): Promise<SeenIdentity> {
    const { connection, remembered } = this.#identityWay;
    return this.#readIdentity(
      instanceFallbackConnection(connection, this.#instances, remembered),
      signal,
    );
  }

  async collect(
    group: CollectionGroup,
    context: CollectorContext,
  ): Promise<Collected> {
    return within(context.signal, collectionDeadlineMs[group], signal =>
      this.#collect(group, { ...context, signal }),
    );
  }

  async #collect(
    group: CollectionGroup,
    context: CollectorContext,
  ): Promise<Collected> {
    this.#instances =
      previousValue(context.previous, 'apiServers') ??
      previousValue(context.lastObserved ?? {}, 'apiServers') ??
      this.#instances;
    const lastObserved = context.lastObserved ?? onlyObserved(context.previous);
    const cost = new ReadingCost();
    const running = new Map<AnySignalSource, Promise<SourceOutcome>>();
    // In their order: whom a source waits for has been started before it.
    for (const source of this.#of(group)) {
      const waitsFor = [...running].flatMap(([other, outcome]) =>
        isMissing(source, other, context.previous) ? [outcome] : [],
      );
      running.set(
        source,
        Promise.all(waitsFor).then(before =>
          runSource(source, {
            ...context,
            previous: { ...context.previous, ...merged(before) },
            lastObserved: { ...lastObserved, ...onlyObserved(merged(before)) },
            connection: this.#connectionOf(source, cost),
          }),
        ),
      );
    }
    return {
      sections: merged(await Promise.all(running.values())),
      readingMs: cost.totalMs,
    };
  }

  async collectSections(
    wanted: readonly SectionName[],
    context: CollectorContext,
  ): Promise<SomeSections> {
    const sources = this.#sources.filter(({ provides }) =>
      provides.some(section => wanted.includes(section)),
    );
    const cost = new ReadingCost();
    return merged(
      await Promise.all(
        sources.map(source =>
          runSource(source, {
            ...context,
            lastObserved:
              context.lastObserved ?? onlyObserved(context.previous),
            connection: this.#connectionOf(source, cost),
          }),
        ),
      ),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#sources.map(source => source.close?.()));
    await this.#connection.close();
  }

  #of(group: CollectionGroup): AnySignalSource[] {
    return this.#sources.filter(source => source.group === group);
  }

  #connectionOf(source: AnySignalSource, cost: ReadingCost): ClusterConnection {
    const way = this.#ways.get(source);
    const own = way?.connection ?? this.#connection;
    const reaching =
      way && source.readsThroughInstances
        ? instanceFallbackConnection(own, this.#instances, way.remembered)
        : own;
    return source.stretchesInterval ? cost.measured(reaching) : reaching;
  }
}

function merged(outcomes: readonly SourceOutcome[]): SomeSections {
  return Object.assign({}, ...outcomes.map(({ sections }) => sections));
}

/** Whether `other` provides what `source` needs and has never been seen. */
function isMissing(
  source: AnySignalSource,
  other: AnySignalSource,
  previous: SomeSections,
): boolean {
  return (source.needs ?? []).some(
    section =>
      other.provides.includes(section) &&
      previous[section]?.state !== 'observed',
  );
}
