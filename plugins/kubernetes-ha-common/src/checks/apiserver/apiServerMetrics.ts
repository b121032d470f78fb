/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { ApiServerInstance } from '../../snapshot/sections/apiServers';
import type { Counters } from '../../snapshot/sections/counters';
import type { Outcome } from '../check';
import { unknown } from '../outcome';
import { answers, instanceName } from './instances';

/** The counters of one instance. */
export interface InstanceCounters {
  name: string;
  counters: Counters;
}

/**
 * The counters of every instance that answers, or the answer of a check
 * without them. An instance that is down counts nothing at present: it is
 * judged by `apiserver-readyz-each`.
 */
export function apiServerCounters(
  apiServers: readonly ApiServerInstance[],
):
  | { state: 'known'; instances: InstanceCounters[] }
  | { state: 'answer'; outcome: Outcome } {
  const required = message('apiserver.metrics-required');
  const known: InstanceCounters[] = [];
  for (const instance of apiServers) {
    const { metrics } = instance;
    if (metrics.state === 'observed') {
      known.push({ name: instanceName(instance), counters: metrics.value });
    } else if (answers(instance)) {
      const name = instanceName(instance);
      return {
        state: 'answer',
        outcome: unknown(
          metrics.state === 'unknown' ? metrics.reason : 'not-exposed',
          message('apiserver.metrics-unknown', {
            instance: name,
            detail: metrics.detail,
          }),
          required,
          { subjects: [name] },
        ),
      };
    }
  }
  if (known.length > 0) return { state: 'known', instances: known };
  return {
    state: 'answer',
    outcome: unknown(
      'unreachable',
      message('apiserver.metrics-none', { instances: apiServers.length }),
      required,
    ),
  };
}
