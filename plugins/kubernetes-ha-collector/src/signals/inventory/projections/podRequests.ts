/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Container, PodSpec } from '../generated/coreV1';
import { toMillis, toWhole } from './quantity';

/** The effective request of a pod. */
export interface PodRequests {
  cpuMillis: number;
  memoryBytes: number;
}

type Resource = 'cpu' | 'memory';

/**
 * What a pod asks of a node, as the scheduler counts it: the containers
 * together, or the most that one step of the initialisation needs, whichever
 * is more; a restartable init container (sidecar) counts from its start on;
 * plus overhead. A request of the pod itself replaces that of its containers.
 *
 * It is the request in the spec: while a resize in place is under way, the
 * scheduler counts the larger of the old and the new one.
 * Source: k8s.io/component-helpers resource/helpers.go `PodRequests`
 */
export function podRequests(spec: PodSpec | undefined): PodRequests {
  return {
    cpuMillis: effective(spec, 'cpu', toMillis),
    memoryBytes: effective(spec, 'memory', toWhole),
  };
}

function effective(
  spec: PodSpec | undefined,
  resource: Resource,
  parse: (quantity: string | undefined) => number,
): number {
  const overhead = parse(spec?.overhead?.[resource]);
  if (spec?.resources?.requests?.[resource] !== undefined) {
    return parse(spec.resources.requests[resource]) + overhead;
  }
  let running = 0;
  for (const container of spec?.containers ?? []) {
    running += parse(requestOf(container, resource));
  }
  let sidecars = 0;
  let starting = 0;
  for (const container of spec?.initContainers ?? []) {
    const own = parse(requestOf(container, resource));
    if (isSidecar(container)) sidecars += own;
    starting = Math.max(
      starting,
      isSidecar(container) ? sidecars : sidecars + own,
    );
  }
  return Math.max(running + sidecars, starting) + overhead;
}

function requestOf(
  { resources }: Container,
  resource: Resource,
): string | undefined {
  return resources?.requests?.[resource];
}

/** An init container that keeps running. Source: KEP-753 */
export function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always';
}
