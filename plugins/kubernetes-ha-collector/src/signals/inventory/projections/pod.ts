/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PodInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { Pod, PodStatus } from '../generated/coreV1';
import type { ObjectMeta } from '../generated/metaV1';
import { projectControlPlane } from './controlPlane';
import { isoTime } from './isoTime';
import { isSidecar, podRequests } from './podRequests';

const phases: ReadonlySet<string> = new Set<PodInfo['phase']>([
  'Pending',
  'Running',
  'Succeeded',
  'Failed',
  'Unknown',
]);

export function projectPod(pod: Pod): PodInfo {
  const { metadata, spec, status } = pod;
  const owner = metadata?.ownerReferences?.find(ref => ref.controller);
  const requests = podRequests(spec);
  const labels = metadata?.labels;
  const mirror =
    metadata?.annotations?.['kubernetes.io/config.mirror'] !== undefined;
  return {
    namespace: metadata?.namespace ?? '',
    name: metadata?.name ?? '',
    nodeName: spec?.nodeName || undefined,
    phase: phaseOf(status),
    ready: conditionOf(status, 'Ready')?.status === 'True',
    ownerKind: owner?.kind || undefined,
    ownerName: owner?.name || undefined,
    priority: spec?.priority,
    priorityClass: spec?.priorityClassName || undefined,
    cpuMillis: requests.cpuMillis,
    memoryBytes: requests.memoryBytes,
    restartCount: restartsOf(pod),
    mirror,
    hostNetwork: spec?.hostNetwork ?? false,
    unschedulableSince: unschedulableSince(metadata, status),
    deletedAt: isoTime(metadata?.deletionTimestamp),
    createdAt: isoTime(metadata?.creationTimestamp),
    app:
      labels?.['app.kubernetes.io/name'] ||
      labels?.['k8s-app'] ||
      labels?.app ||
      undefined,
    controlPlane: mirror ? projectControlPlane(pod) : undefined,
  };
}

function phaseOf(status: PodStatus | undefined): PodInfo['phase'] {
  const phase = status?.phase ?? 'Unknown';
  return isPhase(phase) ? phase : 'Unknown';
}

function isPhase(phase: string): phase is PodInfo['phase'] {
  return phases.has(phase);
}

function conditionOf(status: PodStatus | undefined, type: string) {
  return status?.conditions?.find(condition => condition.type === type);
}

function unschedulableSince(
  metadata: ObjectMeta | undefined,
  status: PodStatus | undefined,
): string | undefined {
  const scheduled = conditionOf(status, 'PodScheduled');
  if (scheduled?.status !== 'False' || scheduled.reason !== 'Unschedulable') {
    return undefined;
  }
  return isoTime(scheduled.lastTransitionTime ?? metadata?.creationTimestamp);
}

/** Of the containers and sidecars; a plain init container that had to try twice is no restart of the pod. */
function restartsOf({ spec, status }: Pod): number {
  let restarts = 0;
  for (const container of status?.containerStatuses ?? []) {
    restarts += container.restartCount ?? 0;
  }
  // Thousands of them fit into one object: each is looked up, not searched for.
  const sidecars = new Set(
    spec?.initContainers?.filter(isSidecar).map(init => init.name),
  );
  for (const container of status?.initContainerStatuses ?? []) {
    if (sidecars.has(container.name)) restarts += container.restartCount ?? 0;
  }
  return restarts;
}
