/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * What signals of this product name as their source: the sources of the
 * collector, and what stands in for them where nothing was collected, another
 * cluster answers, or an older snapshot lacks a section. Adopters' sources have
 * ids of their own.
 * @public
 */
export const sourceIds = [
  'apiserver',
  'leases',
  'etcd',
  'loadbalancer',
  'inventory',
  'kubelet',
  'identity',
  'collection',
  'snapshot',
] as const;
