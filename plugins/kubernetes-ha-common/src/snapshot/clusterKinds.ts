/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** How much depends on a cluster. @public */
export const tiers = ['production', 'staging', 'development'] as const;

/** See {@link tiers}. @public */
export type Tier = (typeof tiers)[number];

/** Whose a cluster is: `self-managed` when the operator runs the control plane. @public */
export const platforms = [
  'self-managed',
  'eks',
  'gke',
  'aks',
  'openshift',
  'managed',
] as const;

/** See {@link platforms}. @public */
export type Platform = (typeof platforms)[number];

const providerRun: ReadonlySet<Platform> = new Set<Platform>([
  'eks',
  'gke',
  'aks',
  'managed',
]);

/**
 * Whether the provider runs the control plane out of sight, and shows neither
 * etcd nor the load balancer. OpenShift is not among them: its control plane
 * runs on nodes of the cluster.
 * @public
 */
export function isProviderRun(cluster: { platform: Platform }): boolean {
  return providerRun.has(cluster.platform);
}
