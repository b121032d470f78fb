/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SomeSections } from 'backstage-plugin-kubernetes-ha-common';

/** What is stored of a cluster's sections. What it holds is shared: never change it. */
export interface StoredSignals {
  /** The newest signal of every section that was ever collected. */
  newest: SomeSections;
  /** The newest observed one: the same while that is observed, an older one while it is not. Histories and counters go on from here. */
  lastObserved: SomeSections;
}

/** The signals of every section, whichever replica collected them. */
export interface SignalStore {
  /** Sections that were never collected are missing. What it returns is shared: never change it. */
  read(cluster: string): Promise<SomeSections>;
  /** The newest signals with the last observed ones beside them. */
  readBoth(cluster: string): Promise<StoredSignals>;
  /** Stores what collection `epoch` saw. A section that this or a later number has written already is left alone. */
  write(cluster: string, epoch: number, sections: SomeSections): Promise<void>;
  /** As `write`, and nothing that was observed before is kept: it was of another cluster. */
  replace(
    cluster: string,
    epoch: number,
    sections: SomeSections,
  ): Promise<void>;
}
