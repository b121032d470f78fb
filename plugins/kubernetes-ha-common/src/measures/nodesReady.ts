/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isReady } from '../checks/nodes/nodeConditions';
import { known, Measure } from './measure';

/** Nodes whose condition Ready is true. */
export const nodesReady: Measure<'nodes'> = {
  id: 'nodes-ready',
  unit: 'count',
  worst: 'lowest',
  reads: 'nodes',
  read: nodes => known([['', nodes.filter(isReady).length]]),
};

/** All nodes. */
export const nodesTotal: Measure<'nodes'> = {
  id: 'nodes-total',
  unit: 'count',
  worst: 'highest',
  reads: 'nodes',
  read: nodes => known([['', nodes.length]]),
};
