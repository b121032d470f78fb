/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PodInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { Container, Pod } from '../generated/coreV1';

const components: ReadonlySet<string> = new Set([
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
]);

/**
 * Labels by which makers name the component of a static pod: kubeadm and RKE2
 * `component`, kOps and Talos `k8s-app`, OpenShift `app` with a prefix.
 */
const labelKeys = ['component', 'k8s-app', 'app'] as const;
const PREFIX = 'openshift-';

/**
 * The control-plane component that a static pod runs, with the command of the
 * container that is it: a side container may stand first. The one definition
 * for every maker. Nothing for a pod of which that cannot be told.
 *
 * Of mirror pods only: any other could carry the label.
 */
export function projectControlPlane({
  metadata,
  spec,
}: Pod): PodInfo['controlPlane'] {
  const labels = metadata?.labels ?? {};
  const containers = spec?.containers ?? [];
  const named = labelKeys
    .map(key => withoutPrefix(labels[key]))
    .find(value => components.has(value));
  // A maker's own label tells of something else, say a second etcd for events.
  const component =
    named ??
    (labels.component === undefined
      ? containers
          .map(({ name }) => name ?? '')
          .find(value => components.has(value))
      : undefined);
  if (component === undefined) return undefined;
  const container =
    containers.find(({ name }) => name === component) ??
    containers.find(own => runs(own, component)) ??
    (containers.length === 1 ? containers[0] : undefined);
  return container && { component, command: commandOf(container) };
}

function withoutPrefix(label: string | undefined): string {
  return label?.startsWith(PREFIX) ? label.slice(PREFIX.length) : label ?? '';
}

function commandOf({ command, args }: Container): string[] {
  return [...(command ?? []), ...(args ?? [])];
}

/** Whether a program of this name is called: by itself, by its path, or by a shell. */
function runs(container: Container, component: string): boolean {
  return commandOf(container).some(word =>
    word
      .split(/\s+/)
      .some(part => part.slice(part.lastIndexOf('/') + 1) === component),
  );
}
