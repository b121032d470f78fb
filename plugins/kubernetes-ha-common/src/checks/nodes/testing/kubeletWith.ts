/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  KubeletConfig,
  KubeletInfo,
} from '../../../snapshot/sections/kubelets';
import { absent, notKnown, observed } from '../../../testing/snapshotWith';

/** A kubelet with the defaults of Kubernetes 1.37 and the given changes. */
export function kubeletWith(
  nodeName: string,
  given: KubeletConfig = {},
): KubeletInfo {
  return {
    nodeName,
    config: observed({
      nodeStatusUpdateFrequencySeconds: 10,
      nodeStatusReportFrequencySeconds: 300,
      nodeLeaseDurationSeconds: 40,
      shutdownGracePeriodSeconds: 0,
      shutdownGracePeriodCriticalPodsSeconds: 0,
      maxPods: 110,
      ...given,
    }),
    certificates: notKnown('not-collected'),
  };
}

/** A kubelet that did not tell its configuration. */
export function muteKubelet(nodeName: string): KubeletInfo {
  return {
    nodeName,
    config: notKnown('forbidden', 'nodes/configz: 403'),
    certificates: notKnown('not-collected'),
  };
}

/** A node that has no kubelet. */
export function noKubelet(nodeName: string): KubeletInfo {
  return {
    nodeName,
    config: absent('the node names no kubelet port'),
    certificates: absent('the node names no kubelet port'),
  };
}

/** Kubelets on `amount` nodes, all alike. */
export function kubelets(
  amount: number,
  given: KubeletConfig = {},
): KubeletInfo[] {
  return Array.from({ length: amount }, (_, i) =>
    kubeletWith(`n${i + 1}`, given),
  );
}
