/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SomeSections } from 'backstage-plugin-kubernetes-ha-common';
import type { Collector, CollectorContext } from './Collector';

/**
 * One collection of both groups side by side, for whoever has no scheduler:
 * the recorder, the command line, tests. Each group is handed the same
 * `previous`, as two tasks of a portal that start together are: what one group
 * needs of the other is there at the next collection.
 * @public
 */
export async function collectBothGroups(
  collector: Pick<Collector, 'collect'>,
  context: CollectorContext,
): Promise<SomeSections> {
  const [controlPlane, inventory] = await Promise.all([
    collector.collect('control-plane', context),
    collector.collect('inventory', context),
  ]);
  return { ...inventory.sections, ...controlPlane.sections };
}
