/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from 'backstage-plugin-kubernetes-ha-common';
import { OTHER_ADDRESSES, PROVIDER_CHARACTERS } from '../bounds';
import type { Node, NodeAddress } from '../generated/coreV1';
import { projectCondition } from './conditions';
import { isoTime } from './isoTime';
import { toMillis, toWhole } from './quantity';

const zoneLabel = 'topology.kubernetes.io/zone';
const regionLabel = 'topology.kubernetes.io/region';
const deprecatedZoneLabel = 'failure-domain.beta.kubernetes.io/zone';
const deprecatedRegionLabel = 'failure-domain.beta.kubernetes.io/region';
const controlPlaneLabels = [
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
];

/** Domains, with what is under them, whose labels are kept; the providers' name platform and node pool. */
const keptDomains = [
  'kubernetes.io',
  'k8s.io',
  'amazonaws.com',
  'eksctl.io',
  'cloud.google.com',
  'topology.gke.io',
  'kubernetes.azure.com',
  'openshift.io',
  'karpenter.sh',
  'worker.gardener.cloud',
  'digitalocean.com',
  'linode.com',
  'oraclecloud.com',
  'alibabacloud.com',
  'aliyun.com',
  'cloud.tencent.com',
  'cce.cloud.com',
  'vultr.com',
  'scaleway.com',
  'exoscale.net',
  'civo.com',
  'k8s.ovh',
  'liqo.io',
  'virtual-kubelet.io',
];

/** Labels without a domain that are kept: programs that play a node name themselves in it. */
const keptLabels: ReadonlySet<string> = new Set(['type']);

export function projectNode({ metadata, spec, status }: Node): NodeInfo {
  const all = metadata?.labels ?? {};
  const zone = all[zoneLabel];
  const deprecatedZone = all[deprecatedZoneLabel];
  const info = status?.nodeInfo;
  const addresses = (type: string) =>
    (status?.addresses ?? []).flatMap(entry =>
      entry.type === type && entry.address ? [entry.address] : [],
    );
  // In the order of their names, as they are stored and hashed: nothing is put in order then.
  return {
    allocatable: {
      cpuMillis: toMillis(status?.allocatable?.cpu),
      memoryBytes: toWhole(status?.allocatable?.memory),
      pods: toWhole(status?.allocatable?.pods),
    },
    conditions: (status?.conditions ?? []).map(projectCondition),
    containerRuntime: info?.containerRuntimeVersion ?? '',
    controlPlane: controlPlaneLabels.some(label => label in all),
    createdAt: isoTime(metadata?.creationTimestamp),
    hostname: addresses('Hostname')[0],
    internalIPs: addresses('InternalIP'),
    kernelVersion: info?.kernelVersion ?? '',
    kubeletPort: status?.daemonEndpoints?.kubeletEndpoint?.Port,
    kubeletVersion: info?.kubeletVersion ?? '',
    labels: Object.fromEntries(
      Object.entries(all).filter(([key]) => isKept(key)),
    ),
    name: metadata?.name ?? '',
    operatingSystem: info?.operatingSystem ?? '',
    osImage: info?.osImage ?? '',
    otherAddresses: otherAddresses(status?.addresses ?? []),
    provider: providerOf(spec?.providerID),
    region: all[regionLabel] || all[deprecatedRegionLabel] || undefined,
    taints: (spec?.taints ?? []).map(taint => ({
      effect: taint.effect ?? '',
      key: taint.key ?? '',
      value: taint.value || undefined,
    })),
    unschedulable: spec?.unschedulable ?? false,
    zone: zone || deprecatedZone || undefined,
    zoneFromDeprecatedLabel: !zone && deprecatedZone ? true : undefined,
  };
}

/** Those that stand in no field of their own: public ones, DNS names, further host names. */
function otherAddresses(
  addresses: readonly NodeAddress[],
): NodeInfo['otherAddresses'] {
  const hostname = addresses.find(({ type }) => type === 'Hostname');
  const others = addresses.flatMap(entry => {
    const { type = '', address = '' } = entry;
    return type === 'InternalIP' || entry === hostname || !address
      ? []
      : [{ address, type }];
  });
  return others.length > 0 ? others.slice(0, OTHER_ADDRESSES) : undefined;
}

/** `aws` of `aws:///eu-west-1a/i-0123`; Oracle's is an id alone. */
function providerOf(providerID: string | undefined): string | undefined {
  if (providerID?.startsWith('ocid1.')) return 'oci';
  return (
    /^([a-z][a-z0-9+.-]*):\/\//
      .exec(providerID ?? '')?.[1]
      .slice(0, PROVIDER_CHARACTERS) || undefined
  );
}

function isKept(label: string): boolean {
  const slash = label.indexOf('/');
  if (slash < 0) return keptLabels.has(label);
  const domain = label.slice(0, slash);
  return keptDomains.some(
    kept => domain === kept || domain.endsWith(`.${kept}`),
  );
}
