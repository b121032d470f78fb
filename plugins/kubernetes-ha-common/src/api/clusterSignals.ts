/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterFacts,
  ClusterSnapshot,
  SectionName,
  sectionNames,
  Sections,
} from '../snapshot/clusterSnapshot';
import type {
  AbsentSignal,
  ObservedSignal,
  Signal,
  UnknownSignal,
} from '../snapshot/signal';

/** A signal without its value: what came of the look, from where, and when. @public */
export type SignalOutline =
  | Omit<ObservedSignal<unknown>, 'value'>
  | UnknownSignal
  | AbsentSignal;

/** The newest signals of a cluster: all in outline, the wanted ones with their values. @public */
export interface ClusterSignals<K extends SectionName = SectionName> {
  cluster: ClusterFacts;
  /** When they were put together, ISO 8601 UTC. Ages are measured from here. */
  takenAt: string;
  outlines: Record<SectionName, SignalOutline>;
  sections: Pick<Sections, K>;
}

/** What a snapshot holds, with the values of the wanted sections only. @public */
export function clusterSignals<K extends SectionName>(
  snapshot: ClusterSnapshot,
  wanted: readonly K[],
): ClusterSignals<K> {
  const { cluster, takenAt, sections } = snapshot;
  return {
    cluster,
    takenAt,
    outlines: Object.fromEntries(
      sectionNames.map(name => [name, outlineOf(sections[name])]),
    ) as ClusterSignals['outlines'],
    sections: Object.fromEntries(
      wanted.map(name => [name, sections[name]]),
    ) as Pick<Sections, K>,
  };
}

function outlineOf(signal: Signal<unknown>): SignalOutline {
  if (signal.state !== 'observed') return signal;
  const { value: _, ...outline } = signal;
  return outline;
}
