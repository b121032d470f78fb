/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { signalSchema } from '../signal';
import { certificateSchema } from './certificate';

/**
 * `kubeletconfig` of `/configz`, the fields that decide availability. Durations in seconds.
 * Source: k8s.io/kubelet config/v1beta1/types.go
 * @public
 */
export const kubeletConfigSchema = z.object({
  nodeStatusUpdateFrequencySeconds: z.number().optional(),
  nodeStatusReportFrequencySeconds: z.number().optional(),
  nodeLeaseDurationSeconds: z.number().optional(),
  shutdownGracePeriodSeconds: z.number().optional(),
  shutdownGracePeriodCriticalPodsSeconds: z.number().optional(),
  /** The longest of `shutdownGracePeriodByPodPriority`, which takes the place of the two above. */
  shutdownGracePeriodByPodPrioritySeconds: z.number().optional(),
  maxPods: z.number().optional(),
});
/** See {@link kubeletConfigSchema}. @public */
export type KubeletConfig = z.infer<typeof kubeletConfigSchema>;

/** A kubelet asked by its own address. @public */
export const kubeletSchema = z.object({
  nodeName: z.string(),
  config: signalSchema(kubeletConfigSchema),
  certificates: signalSchema(z.array(certificateSchema)),
});
/** See {@link kubeletSchema}. @public */
export type KubeletInfo = z.infer<typeof kubeletSchema>;
