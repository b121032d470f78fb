/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Platform } from './clusterKinds';
import type { SomeSections } from './clusterSnapshot';
import { derivedFrom } from './derivedFrom';
import type { NodeInfo } from './sections/inventory';

/** Something that names the maker of a cluster. @public */
export interface PlatformMark {
  platform: Platform;
  /** What was seen, as the cluster spells it: `version v1.29.1-eks-1-29-9`. */
  mark: string;
}

/**
 * Version suffixes, of the API server and of kubelets. Those that build
 * Kubernetes for others carry them too (EKS Anywhere, GKE on VMware).
 * Sources: EKS platform versions, GKE versioning, Alibaba ACK, IBM IKS, Tencent TKE and Huawei CCE release notes.
 */
const versions: readonly [RegExp, Platform][] = [
  [/-eks-/, 'eks'],
  [/-gke\./, 'gke'],
  [/-aliyun\./, 'managed'],
  [/\+IKS/i, 'managed'],
  [/-tke\./, 'managed'],
  [/-r\d+-CCE/i, 'managed'],
];

/**
 * Labels that a provider sets on every node of its pools; those that end in a
 * slash stand for all of a domain.
 * Sources: the providers' lists of reserved labels.
 */
const byLabel: ReadonlyMap<string, Platform> = new Map([
  ['eks.amazonaws.com/', 'eks'],
  ['cloud.google.com/gke-nodepool', 'gke'],
  ['kubernetes.azure.com/cluster', 'aks'],
  ['hypershift.openshift.io/', 'managed'],
  ['ibm-cloud.kubernetes.io/', 'managed'],
  ['node.openshift.io/os_id', 'openshift'],
  ['doks.digitalocean.com/', 'managed'],
  ['lke.linode.com/', 'managed'],
  ['oke.oraclecloud.com/', 'managed'],
  ['alibabacloud.com/nodepool-id', 'managed'],
  ['ack.aliyun.com', 'managed'],
  ['cloud.tencent.com/', 'managed'],
  ['cce.cloud.com/', 'managed'],
  ['vke.vultr.com/', 'managed'],
  ['k8s.scaleway.com/', 'managed'],
  ['node.exoscale.net/', 'managed'],
  ['kubernetes.civo.com/', 'managed'],
  ['worker.gardener.cloud/pool', 'managed'],
]);

/** API groups that the provider's own control plane serves. */
const apiGroups: Readonly<Record<string, Platform>> = {
  'metrics.eks.amazonaws.com': 'eks',
  'vpcresources.k8s.aws': 'eks',
  'nodemanagement.gke.io': 'gke',
  'config.openshift.io': 'openshift',
};

/** Webhook configurations that the provider's control plane keeps in place. */
const webhooks: readonly [RegExp, Platform][] = [
  [/^vpc-resource-(mutating|validating)-webhook$/, 'eks'],
  [/^aks-(node|webhook)-/, 'aks'],
  [/\.common-webhooks\.networking\.gke\.io$/, 'gke'],
];

/** A mark is as long as this at most: what a cluster writes has no end. */
const MAX_TEXT = 100;

/** What the nodes say, the first of each platform: thousands have a few versions and the same labels. */
const marksOfNodes = derivedFrom((nodes: readonly NodeInfo[]) => {
  const labels = new Map<Platform, string>();
  const kubelets = new Map<Platform, string>();
  const addOnce = (
    to: Map<Platform, string>,
    platform: Platform | undefined,
    text: string,
  ) => {
    if (platform && !to.has(platform)) to.set(platform, text);
  };
  const versionsSeen = new Set<string>();
  for (const node of nodes) {
    versionsSeen.add(node.kubeletVersion);
    for (const label of Object.keys(node.labels)) {
      addOnce(labels, platformOfLabel(label), label);
    }
  }
  for (const version of versionsSeen) {
    addOnce(kubelets, platformOfVersion(version), version);
  }
  return { labels, kubelets };
});

/** What names the maker, from sources that do not depend on each other; one mark of each source and platform. */
export function platformMarks(signals: SomeSections): PlatformMark[] {
  const { version, nodes, apiServices } = signals;
  const { mutatingWebhooks, validatingWebhooks } = signals;
  const found = new Map<string, PlatformMark>();
  const add = (source: string, platform: Platform, text: string) => {
    const key = `${source}|${platform}`;
    if (found.has(key)) return;
    found.set(key, {
      platform,
      mark: `${source} ${text.slice(0, MAX_TEXT)}`,
    });
  };
  if (version?.state === 'observed') {
    const { gitVersion } = version.value;
    const platform = platformOfVersion(gitVersion);
    if (platform) add('version', platform, gitVersion);
  }
  if (nodes?.state === 'observed') {
    const { labels, kubelets } = marksOfNodes(nodes);
    for (const [platform, label] of labels) add('node label', platform, label);
    for (const [platform, text] of kubelets) add('kubelet', platform, text);
  }
  for (const { group } of valueOf(apiServices)) {
    if (Object.hasOwn(apiGroups, group)) {
      add('API group', apiGroups[group], group);
    }
  }
  for (const { configuration } of [
    ...valueOf(mutatingWebhooks),
    ...valueOf(validatingWebhooks),
  ]) {
    const mark = webhooks.find(([pattern]) => pattern.test(configuration));
    if (mark) add('webhook', mark[1], configuration);
  }
  return [...found.values()];
}

function platformOfVersion(text: string): Platform | undefined {
  return versions.find(([pattern]) => pattern.test(text))?.[1];
}

/** The platform that a label names, by itself or by its domain. */
function platformOfLabel(label: string): Platform | undefined {
  return (
    byLabel.get(label) ?? byLabel.get(label.slice(0, label.indexOf('/') + 1))
  );
}

function valueOf<T>(
  signal: { state: string; value?: readonly T[] } | undefined,
): readonly T[] {
  return signal?.state === 'observed' ? signal.value ?? [] : [];
}
