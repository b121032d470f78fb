/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterFacts,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';

/**
 * Marks of the providers that run the control plane. Version suffixes:
 * EKS `v1.33.5-eks-3025e55`, GKE `v1.33.4-gke.1172000`. AKS leaves the version
 * alone and labels its nodes.
 * Sources: https://docs.aws.amazon.com/eks/latest/userguide/platform-versions.html,
 * https://cloud.google.com/kubernetes-engine/versioning,
 * https://learn.microsoft.com/azure/aks/use-labels (reserved prefixes)
 */
const byVersion: readonly [RegExp, ClusterFacts['platform']][] = [
  [/-eks-/, 'eks'],
  [/-gke\./, 'gke'],
];

const byNodeLabel: readonly [string, ClusterFacts['platform']][] = [
  ['kubernetes.azure.com/cluster', 'aks'],
  ['node.openshift.io/os_id', 'openshift'],
];

/**
 * Whose control plane this is, as far as version and nodes tell. Nothing when
 * neither was seen: then what was recognised before stays.
 */
export function detectPlatform(
  signals: SomeSections,
): ClusterFacts['platform'] | undefined {
  const { version, nodes } = signals;
  if (version?.state === 'observed') {
    const { gitVersion } = version.value;
    const found = byVersion.find(([mark]) => mark.test(gitVersion));
    if (found) return found[1];
  }
  if (nodes?.state !== 'observed') return undefined;
  const found = byNodeLabel.find(([label]) =>
    nodes.value.some(node => label in node.labels),
  );
  // Without the version a provider that marks only it cannot be ruled out.
  return (
    found?.[1] ?? (version?.state === 'observed' ? 'self-managed' : undefined)
  );
}
