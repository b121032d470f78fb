/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Condition } from 'backstage-plugin-kubernetes-ha-common';
import { isoTime } from './isoTime';

/** A condition as nodes and APIServices have it. */
export interface ApiCondition {
  type: string | undefined;
  status: string | undefined;
  reason: string | undefined;
  lastTransitionTime: number | undefined;
}

/** A status other than the three defined ones says nothing: `Unknown`. */
export function projectCondition(condition: ApiCondition): Condition {
  const { status } = condition;
  return {
    lastTransitionTime: isoTime(condition.lastTransitionTime),
    reason: condition.reason || undefined,
    status: status === 'True' || status === 'False' ? status : 'Unknown',
    type: condition.type ?? '',
  };
}
