/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CollectorContext } from 'backstage-plugin-kubernetes-ha-collector';
import type {
  EtcdInfo,
  Signal,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';

/** An etcd that does not answer. */
export function silentEtcd(
  { now }: Pick<CollectorContext, 'now'>,
  reason: UnknownReason = 'timeout',
): Signal<EtcdInfo> {
  return {
    state: 'unknown',
    reason,
    detail: 'no answer',
    source: 'fake',
    via: 'fake',
    observedAt: now().toISOString(),
  };
}
