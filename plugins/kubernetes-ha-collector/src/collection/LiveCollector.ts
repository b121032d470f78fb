/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
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
import { retryAfterConnection } from '../refusals/retryAfterConnection';
import { runSource, SourceOutcome } from './runSource';

/** Longest time of one collection, whatever its sources allow themselves. */
const collectionDeadlineMs: Record<CollectionGroup, number> = {
  'control-plane': 25_000,
  inventory: 300_000,
};

/**
 * Sources whose reading is a burden on the API server, so that the interval
 * stretches with it. Waiting for kubelets that do not answer is none.
 */
const burdens: readonly string[] = ['inventory'];

/** Sees a cluster through its connection, with all its sources in parallel. */
export class LiveCollector implements Collector {
  readonly #connection: ClusterConnection;
  readonly #sources: readonly AnySignalSource[];
  /** Each source's own way, so that one that is asked to wait holds up no other. */
  readonly #ways: ReadonlyMap<AnySignalSource, ClusterConnection>;
  readonly #identityWay: ClusterConnection;
  readonly #readIdentity: (
    connection: ClusterConnection,
    signal: AbortSignal,
  ) => Promise<SeenIdentity>;

  /** Errors: Error when two sources provide one section. */
  constructor(options: {
    connection: ClusterConnection;
    sources: readonly AnySignalSource[];
    readIdentity: (
      connection: ClusterConnection,
      signal: AbortSignal,
    ) => Promise<SeenIdentity>;
  }) {
    this.#connection = options.connection;
    this.#sources = options.sources;
    this.#readIdentity = options.readIdentity;
    this.#ways = new Map(
      options.sources.map(source => [
        source,
        retryAfterConnection(options.connection),
      ]),
    );
    this.#identityWay = retryAfterConnection(options.connection);
    const providers = new Map<SectionName, string>();
    for (const source of options.sources) {
      for (const section of source.provides) {
        const other = providers.get(section);
        if (other) {
          throw new Error(
            `The section "${section}" is provided by the sources "${other}" and "${source.id}". Expected: one source for each section. Remove one of the two.`,
          );
        }
        providers.set(section, source.id);
      }
    }
  }

  sectionsOf(group: CollectionGroup): readonly SectionName[] {
    return this.#of(group).flatMap(source => source.provides);
  }

  identity(signal: AbortSignal): Promise<SeenIdentity> {
    return this.#readIdentity(this.#identityWay, signal);
  }

  async collect(
    group: CollectionGroup,
    context: CollectorContext,
  ): Promise<Collected> {
    const signal = AbortSignal.any([
      context.signal,
      AbortSignal.timeout(collectionDeadlineMs[group]),
    ]);
    const run = (
      sources: readonly AnySignalSource[],
      previous: SomeSections,
    ): Promise<SourceOutcome[]> =>
      Promise.all(
        sources.map(source =>
          runSource(source, {
            ...context,
            previous,
            connection: this.#ways.get(source) ?? this.#connection,
            signal,
          }),
        ),
      );
    const sources = this.#of(group);
    const first = await run(sources, context.previous);
    // At the very first look a source may miss what another one finds in the
    // same look (kubelets: the nodes). It is asked again, now that it is there.
    const waiting = sources.filter((_, i) => waitsForOthers(first[i].sections));
    const second = await run(waiting, {
      ...context.previous,
      ...merged(first),
    });
    const outcomes = [...first, ...second];
    return {
      sections: merged(outcomes),
      readingMs: Math.max(
        0,
        ...outcomes
          .filter(({ source, told }) => told && burdens.includes(source))
          .map(({ durationMs }) => durationMs),
      ),
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#sources.map(source => source.close?.()));
    await this.#connection.close();
  }

  #of(group: CollectionGroup): AnySignalSource[] {
    return this.#sources.filter(source => source.group === group);
  }
}

function merged(outcomes: readonly SourceOutcome[]): SomeSections {
  return Object.assign({}, ...outcomes.map(({ sections }) => sections));
}

/** A source says `not-collected` of its own sections only when it needs another source's first. */
function waitsForOthers(sections: SomeSections): boolean {
  return Object.values(sections).every(
    signal => signal.state === 'unknown' && signal.reason === 'not-collected',
  );
}
