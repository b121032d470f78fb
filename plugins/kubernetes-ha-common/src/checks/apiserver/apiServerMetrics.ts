/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
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
 * The counters of every instance that answers, and the answer of a check where
 * some could not be read: it is given after nothing wrong was found in what
 * was. An instance that is down counts nothing at present: it is judged by
 * `apiserver-readyz-each`.
 */
export function apiServerCounters(apiServers: readonly ApiServerInstance[]): {
  instances: InstanceCounters[];
  unread?: Outcome;
} {
  const instances: InstanceCounters[] = [];
  const hidden: ApiServerInstance[] = [];
  for (const instance of apiServers) {
    const { metrics } = instance;
    if (metrics.state === 'observed') {
      instances.push({
        name: instanceName(instance),
        counters: metrics.value,
      });
    } else if (answers(instance)) {
      hidden.push(instance);
    }
  }
  const required = message('apiserver.metrics-required');
  const [first] = hidden;
  if (first && first.metrics.state !== 'observed') {
    const { metrics } = first;
    return {
      instances,
      unread: unknown(
        metrics.state === 'unknown' ? metrics.reason : 'not-exposed',
        message('apiserver.metrics-unknown', {
          instance: instanceName(first),
          detail: detailOf(metrics),
        }),
        required,
        { subjects: hidden.map(instanceName) },
      ),
    };
  }
  if (instances.length > 0) return { instances };
  return {
    instances,
    unread: unknown(
      'unreachable',
      message('apiserver.metrics-none', { instances: apiServers.length }),
      required,
    ),
  };
}
