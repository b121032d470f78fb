/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { isProviderRun } from '../../snapshot/clusterKinds';
import { providerManaged } from '../apiserver/providerManaged';
import type { CheckInput, Outcome } from '../check';
import { fail, pass, unknown, warn } from '../outcome';
import { mirrorPodsOf } from './liveMirrorPods';

/** Thresholds of the component checks. */
export const componentUpThresholds = {
  nodeLeaseSeconds: {
    value: 40,
    unit: 's',
    source: 'kubelet config/v1beta1 (nodeLeaseDurationSeconds)',
  },
} as const;

/**
 * Whether every copy of a component is Ready by the word of a kubelet that is
 * heard. kubeadm binds the health ports to localhost, so the kubelet's probes
 * (`/livez`, `/readyz`, `/healthz`) are what can be seen from outside.
 * Source: kubernetes/kubeadm#2388
 */
export function judgeComponent(
  id: 'kcm-up' | 'scheduler-up',
  component: string,
  {
    observed: sections,
    signals,
    thresholds,
    cluster,
  }: CheckInput<'pods' | 'nodes', keyof typeof componentUpThresholds>,
): Outcome {
  if (isProviderRun(cluster)) return providerManaged(cluster);
  const mirrors = mirrorPodsOf(
    component,
    sections,
    signals,
    thresholds.nodeLeaseSeconds,
  );
  const required = message(`${id}.required`);
  if (mirrors.length === 0) {
    return unknown(
      'not-exposed',
      message('leaders.no-static-pods', { components: [component] }),
      required,
    );
  }
  const named = (wanted: string) =>
    mirrors
      .filter(({ state }) => state === wanted)
      .map(({ nodeName }) => nodeName);
  const up = named('up');
  const notReady = named('not-ready');
  const unproven = named('unproven');
  const observed = message(`${id}.observed`, {
    up: up.length,
    copies: mirrors.length,
    notReady,
    unproven,
  });
  if (up.length === mirrors.length) return pass(observed, required);
  const parts = {
    fix: message(`${id}.fix`, { nodes: [...notReady, ...unproven] }),
    subjects: [...notReady, ...unproven],
  };
  return (up.length > 0 ? warn : fail)(observed, required, parts);
}
