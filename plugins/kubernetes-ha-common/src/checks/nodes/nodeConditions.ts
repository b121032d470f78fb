/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Condition, NodeInfo } from '../../snapshot/sections/inventory';

/** A condition of a node by its type. */
export function nodeCondition(
  node: NodeInfo,
  type: string,
): Condition | undefined {
  return node.conditions.find(condition => condition.type === type);
}

/** True only when the node says so: a node without the condition is not Ready. */
export function isReady(node: NodeInfo): boolean {
  return nodeCondition(node, 'Ready')?.status === 'True';
}
