/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** The layers of a cluster, in the order of the chain on screen. @public */
export const layers = [
  'apiserver',
  'etcd',
  'leaders',
  'nodes',
  'network',
  'loadbalancer',
  'topology',
  'storage',
  'recovery',
  'chaos',
] as const;

/** See {@link layers}. `leaders` is scheduler and controller-manager; `recovery` is backup and recovery. @public */
export type Layer = (typeof layers)[number];

/** Severities: loss of the cluster or of data, serious, worth doing, good to know. @public */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

/** See {@link severities}. @public */
export type Severity = (typeof severities)[number];

/** What a check can say. @public */
export const statuses = [
  'pass',
  'warn',
  'fail',
  'unknown',
  'not-applicable',
] as const;

/** See {@link statuses}. @public */
export type CheckStatus = (typeof statuses)[number];
