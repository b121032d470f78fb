/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { freshSections } from '../checks/freshness';
import type {
  ClusterSnapshot,
  SectionName,
  Sections,
} from '../snapshot/clusterSnapshot';
import type { Measure } from './measure';
import { measures } from './registry';

/** Values by measure and subject; a measure that could not be read is missing. @public */
export type Measurements = Readonly<
  Record<string, Readonly<Record<string, number>>>
>;

/** What is measured of a snapshot at its time. Stale signals are no measurement. Pure. @public */
export function measurementsOf(snapshot: ClusterSnapshot): Measurements {
  const sections = freshSections(
    snapshot.sections,
    Date.parse(snapshot.takenAt),
  );
  return Object.fromEntries(
    measures.flatMap(measure => {
      const values = read(measure as Measure, sections);
      return values && Object.keys(values).length > 0
        ? [[measure.id, values]]
        : [];
    }),
  );
}

function read<S extends SectionName>(
  measure: Measure<S>,
  sections: Sections,
): Readonly<Record<string, number>> | undefined {
  const signal: Sections[S] = sections[measure.reads];
  return signal.state === 'observed'
    ? measure.read(signal.value, sections)
    : undefined;
}

/**
 * Several moments as one: of each subject the worst value, as its measure says.
 * What no measure of this version knows is left out. Pure. @public
 */
export function worstOf(moments: readonly Measurements[]): Measurements {
  const worst: Record<string, Record<string, number>> = {};
  for (const { id, worst: direction } of measures) {
    const pick = direction === 'highest' ? Math.max : Math.min;
    for (const moment of moments) {
      for (const [subject, value] of Object.entries(moment[id] ?? {})) {
        const values = (worst[id] ??= {});
        values[subject] =
          values[subject] === undefined ? value : pick(values[subject], value);
      }
    }
  }
  return worst;
}
