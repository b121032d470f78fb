/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Message } from '../messages';
import type { SectionName } from '../snapshot/clusterSnapshot';
import type { UnknownSignal } from '../snapshot/signal';
import { connectionFix } from './connectionFix';
import type { FixComponent } from '../messages/en/connectionFix';

const components: Readonly<Partial<Record<SectionName, FixComponent>>> = {
  etcd: 'etcd',
  loadBalancers: 'haproxy',
  kubelets: 'kubelet',
  apiPath: 'api-path',
};

/**
 * How a section that cannot be read becomes readable, for the reason that was
 * observed. The detail of what is not configured names the setting.
 */
export function sectionFix(
  section: SectionName,
  { via, reason, detail, failure }: UnknownSignal,
): Message | undefined {
  if (reason === 'not-configured') return undefined;
  return connectionFix(components[section] ?? 'cluster', [
    { name: placeOf(via), reason, detail, failure },
  ]);
}

/** The address of a request, without the method: `https://10.0.0.1:6443/api/v1/nodes`. */
function placeOf(via: string): string {
  return via.replace(/^(GET|gRPC) /, '');
}
