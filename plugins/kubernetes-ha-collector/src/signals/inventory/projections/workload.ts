/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { WorkloadInfo } from 'backstage-plugin-kubernetes-ha-common';
import { TEMPLATE_LABELS } from '../bounds';
import type {
  DaemonSet,
  Deployment,
  PodTemplateSpec,
  StatefulSet,
} from '../generated/appsV1';

/** Replicas of a Deployment or StatefulSet that names none. Source: k8s.io/api apps/v1 types.go */
const DEFAULT_REPLICAS = 1;

export function projectReplicated({
  metadata,
  spec,
  status,
}: Deployment | StatefulSet): WorkloadInfo {
  return {
    namespace: metadata?.namespace ?? '',
    name: metadata?.name ?? '',
    desired: spec?.replicas ?? DEFAULT_REPLICAS,
    ready: status?.readyReplicas ?? 0,
    available: status?.availableReplicas ?? 0,
    images: imagesOf(spec?.template),
    podLabels: labelsOf(spec?.template),
  };
}

export function projectDaemonSet({
  metadata,
  spec,
  status,
}: DaemonSet): WorkloadInfo {
  return {
    namespace: metadata?.namespace ?? '',
    name: metadata?.name ?? '',
    desired: status?.desiredNumberScheduled ?? 0,
    ready: status?.numberReady ?? 0,
    available: status?.numberAvailable ?? 0,
    images: imagesOf(spec?.template),
    podLabels: labelsOf(spec?.template),
  };
}

function imagesOf(template: PodTemplateSpec | undefined): string[] {
  return (template?.spec?.containers ?? []).map(
    container => (container.image ?? '').split('@')[0],
  );
}

function labelsOf(
  template: PodTemplateSpec | undefined,
): Record<string, string> | undefined {
  const labels = Object.entries(template?.metadata?.labels ?? {});
  return labels.length > 0
    ? Object.fromEntries(labels.slice(0, TEMPLATE_LABELS))
    : undefined;
}
