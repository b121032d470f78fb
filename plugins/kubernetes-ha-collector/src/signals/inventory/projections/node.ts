/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { Node } from '../generated/coreV1';
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
  'eks.amazonaws.com',
  'cloud.google.com',
  'topology.gke.io',
  'kubernetes.azure.com',
  'node.openshift.io',
  'machine.openshift.io',
  'karpenter.sh',
  'worker.gardener.cloud',
];

export function projectNode({ metadata, spec, status }: Node): NodeInfo {
  const all = metadata?.labels ?? {};
  const zone = all[zoneLabel];
  const deprecatedZone = all[deprecatedZoneLabel];
  const info = status?.nodeInfo;
  const addresses = (type: string) =>
    (status?.addresses ?? []).flatMap(entry =>
      entry.type === type && entry.address ? [entry.address] : [],
    );
  return {
    name: metadata?.name ?? '',
    labels: Object.fromEntries(
      Object.entries(all).filter(([key]) => isKept(key)),
    ),
    zone: zone || deprecatedZone || undefined,
    region: all[regionLabel] || all[deprecatedRegionLabel] || undefined,
    zoneFromDeprecatedLabel: !zone && deprecatedZone ? true : undefined,
    controlPlane: controlPlaneLabels.some(label => label in all),
    internalIPs: addresses('InternalIP'),
    hostname: addresses('Hostname')[0],
    unschedulable: spec?.unschedulable ?? false,
    taints: (spec?.taints ?? []).map(taint => ({
      key: taint.key ?? '',
      value: taint.value || undefined,
      effect: taint.effect ?? '',
    })),
    conditions: (status?.conditions ?? []).map(projectCondition),
    allocatable: {
      cpuMillis: toMillis(status?.allocatable?.cpu),
      memoryBytes: toWhole(status?.allocatable?.memory),
      pods: toWhole(status?.allocatable?.pods),
    },
    kubeletVersion: info?.kubeletVersion ?? '',
    kernelVersion: info?.kernelVersion ?? '',
    osImage: info?.osImage ?? '',
    operatingSystem: info?.operatingSystem ?? '',
    containerRuntime: info?.containerRuntimeVersion ?? '',
    kubeletPort: status?.daemonEndpoints?.kubeletEndpoint?.Port,
    createdAt: isoTime(metadata?.creationTimestamp),
  };
}

function isKept(label: string): boolean {
  const slash = label.indexOf('/');
  if (slash < 0) return false;
  const domain = label.slice(0, slash);
  return keptDomains.some(
    kept => domain === kept || domain.endsWith(`.${kept}`),
  );
}
