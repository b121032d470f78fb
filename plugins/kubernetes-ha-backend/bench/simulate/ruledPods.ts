/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  PodInfo,
  PodPlacement,
} from 'backstage-plugin-kubernetes-ha-common';

const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';

/** Rules of templates, by turns. */
const kinds: ((app: string) => PodPlacement)[] = [
  app => ({ labels: { app } }),
  app => ({
    labels: { app },
    topologySpread: [
      {
        maxSkew: 2,
        topologyKey: ZONE,
        whenUnsatisfiable: 'ScheduleAnyway',
        selector: { matchLabels: { app } },
      },
    ],
  }),
  app => ({
    labels: { app },
    topologySpread: [
      {
        maxSkew: 5,
        topologyKey: ZONE,
        whenUnsatisfiable: 'DoNotSchedule',
        selector: { matchLabels: { app } },
      },
    ],
  }),
  app => ({
    labels: { app },
    podAntiAffinity: [
      { selector: { matchLabels: { app } }, topologyKey: HOST },
    ],
  }),
  app => ({
    labels: { app },
    nodeAffinity: [{ matchExpressions: [{ key: ZONE, operator: 'Exists' }] }],
    tolerations: [{ key: 'dedicated', operator: 'Exists' }],
  }),
];

/** Pods with the rules of their owners' templates; each template is one object, as it is when it was read. */
export function ruledPods(pods: readonly PodInfo[]): PodInfo[] {
  const templates = new Map<string, PodPlacement>();
  return pods.map(pod => {
    const owner = `${pod.namespace}/${pod.ownerName ?? ''}`;
    let placement = templates.get(owner);
    if (!placement) {
      placement = kinds[templates.size % kinds.length](owner.replace('/', '.'));
      templates.set(owner, placement);
    }
    return { ...pod, placement };
  });
}
