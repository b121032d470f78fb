/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName, Sections } from '../snapshot/clusterSnapshot';
import type { Signal } from '../snapshot/signal';

/** Units of measures. `count` has none. @public */
export type MeasureUnit = 'bytes' | 'seconds' | 'per-second' | 'count';

/** Values of sections that were observed, by name. @public */
export type ObservedSections<S extends SectionName> = {
  [K in S]: Extract<Sections[K], { state: 'observed' }>['value'];
};

/**
 * A number of a cluster that is worth a line over time. One unit, one file; a
 * snapshot in which it cannot be read has no point, so a line has gaps where
 * nothing was seen.
 * @public
 */
export interface Measure<S extends SectionName = SectionName> {
  id: string;
  unit: MeasureUnit;
  /** Which of several readings stands for an hour or a day: the one that hides no trouble. */
  worst: 'highest' | 'lowest';
  reads: S;
  /**
   * The value of each subject (a member, an instance, or `''` for the cluster
   * as a whole). All sections are there for what stands elsewhere.
   */
  read(
    value: ObservedSections<S>[S],
    sections: Readonly<Sections>,
  ): Readonly<Record<string, number>>;
}

/** The value of a signal, where it was observed. */
export function valueOf<T>(signal: Signal<T>): T | undefined {
  return signal.state === 'observed' ? signal.value : undefined;
}

/** A record of the entries whose value is known. */
export function known(
  entries: readonly (readonly [string, number | undefined])[],
): Record<string, number> {
  return Object.fromEntries(
    entries.flatMap(([subject, value]) =>
      value === undefined || !Number.isFinite(value) ? [] : [[subject, value]],
    ),
  );
}
