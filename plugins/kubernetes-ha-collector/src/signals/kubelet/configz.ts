/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { KubeletConfig } from 'backstage-plugin-kubernetes-ha-common';
import { z } from 'zod/v4';
import { DURATION_CHARACTERS } from './bounds';

const duration = z.union([z.string(), z.number()]).nullish();

const configzSchema = z.object({
  kubeletconfig: z.object({
    nodeStatusUpdateFrequency: duration,
    nodeStatusReportFrequency: duration,
    nodeLeaseDurationSeconds: z.number().nullish(),
    shutdownGracePeriod: duration,
    shutdownGracePeriodCriticalPods: duration,
    shutdownGracePeriodByPodPriority: z
      .array(z.object({ shutdownGracePeriodSeconds: z.number() }))
      .nullish(),
    maxPods: z.number().nullish(),
  }),
});

/** `/configz` of a kubelet. Errors: ZodError for another document. */
export function parseConfigz(document: unknown): KubeletConfig {
  const { kubeletconfig } = configzSchema.parse(document);
  const config: KubeletConfig = {};
  const set = (
    name: keyof KubeletConfig,
    value: number | null | undefined,
  ): void => {
    if (value !== null && value !== undefined) config[name] = value;
  };
  set(
    'nodeStatusUpdateFrequencySeconds',
    seconds(kubeletconfig.nodeStatusUpdateFrequency),
  );
  set(
    'nodeStatusReportFrequencySeconds',
    seconds(kubeletconfig.nodeStatusReportFrequency),
  );
  set('nodeLeaseDurationSeconds', kubeletconfig.nodeLeaseDurationSeconds);
  set('shutdownGracePeriodSeconds', seconds(kubeletconfig.shutdownGracePeriod));
  set(
    'shutdownGracePeriodCriticalPodsSeconds',
    seconds(kubeletconfig.shutdownGracePeriodCriticalPods),
  );
  const byPriority = kubeletconfig.shutdownGracePeriodByPodPriority ?? [];
  if (byPriority.length > 0) {
    set(
      'shutdownGracePeriodByPodPrioritySeconds',
      Math.max(...byPriority.map(each => each.shutdownGracePeriodSeconds)),
    );
  }
  set('maxPods', kubeletconfig.maxPods);
  return config;
}

const unitSeconds: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/** A metav1.Duration: `5m0s`, as Go writes it; a bare number is nanoseconds. */
function seconds(value: string | number | null | undefined) {
  if (typeof value === 'number') return value / 1e9;
  if (!value || value.length > DURATION_CHARACTERS) return undefined;
  if (value === '0') return 0;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)];
  if (parts.map(([whole]) => whole).join('') !== value) return undefined;
  return parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * unitSeconds[unit],
    0,
  );
}
