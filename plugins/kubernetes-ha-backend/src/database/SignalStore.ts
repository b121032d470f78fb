/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SomeSections } from 'backstage-plugin-kubernetes-ha-common';

/** The newest signal of every section, whichever replica saw it. */
export interface SignalStore {
  /** Sections that were never looked at are missing. What it returns is shared: never change it. */
  read(cluster: string): Promise<SomeSections>;
  /** Stores what collection `epoch` saw. A section that a later collection wrote already is left alone. */
  write(cluster: string, epoch: number, sections: SomeSections): Promise<void>;
}
