/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName } from 'backstage-plugin-kubernetes-ha-common';
import type { AnySignalSource } from '../contracts';
import type { ClusterConfig } from '../config/clusterConfig';
import { createApiServerSource } from './apiserver/apiServerSource';
import { createEtcdSource } from './etcd/etcdSource';
import type { PageDecoder } from './inventory/decoding/pageDecoder';
import { InventorySource } from './inventory/inventorySource';
import { createKubeletSource } from './kubelet/kubeletSource';
import { createLeasesSource } from './leases/leasesSource';
import { createLoadBalancerSource } from './loadbalancer/loadBalancerSource';

/** What all clusters share. @public */
export interface SourceDeps {
  /** The thread that decodes pages of lists. */
  decoder: PageDecoder;
}

/** Makes a source for a cluster from its configuration. `taken`: sections that modules' sources provide for this cluster. */
export type BuiltInSource = (
  config: ClusterConfig,
  deps: SourceDeps,
  taken: ReadonlySet<SectionName>,
) => AnySignalSource;

/** The product's own sources. Adding one is one line here. */
export const builtInSources: readonly BuiltInSource[] = [
  createApiServerSource,
  createLeasesSource,
  createEtcdSource,
  createLoadBalancerSource,
  (_config, { decoder }, taken) => new InventorySource(decoder, taken),
  createKubeletSource,
];
