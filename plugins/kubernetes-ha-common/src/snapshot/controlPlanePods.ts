/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { derivedFrom } from './derivedFrom';
import type { PodInfo } from './sections/inventory';

/** A pod that {@link controlPlanePods} tells. @public */
export type ControlPlanePod = PodInfo & Required<Pick<PodInfo, 'controlPlane'>>;

/**
 * The mirror pods of the static pods that are the control plane: of all pods of
 * a cluster a handful, which many look for.
 * Source: https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/
 * @public
 */
export const controlPlanePods = derivedFrom(
  (pods: readonly PodInfo[]): readonly ControlPlanePod[] =>
    pods.filter(
      (pod): pod is ControlPlanePod =>
        pod.mirror && pod.controlPlane !== undefined,
    ),
);
