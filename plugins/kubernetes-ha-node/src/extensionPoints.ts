/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Check } from 'backstage-plugin-kubernetes-ha-common';
import type {
  ClusterConnectionFactory,
  SignalSourceFactory,
} from 'backstage-plugin-kubernetes-ha-collector';

/**
 * Adds signal sources. Called while modules register, before any cluster is
 * looked at.
 * @public
 */
export interface KubernetesHaSignalSourcesExtensionPoint {
  /**
   * A source takes over exactly the sections that it provides: the built-in
   * source no longer reads those, and still reads its others.
   *
   * Errors: Error naming the id when it is taken, by the product or by another
   * module. Two modules' sources that provide one section for the same cluster
   * are refused at start-up.
   */
  addSignalSource(...factories: SignalSourceFactory[]): void;
}

/** See {@link KubernetesHaSignalSourcesExtensionPoint}. @public */
export const kubernetesHaSignalSourcesExtensionPoint =
  createExtensionPoint<KubernetesHaSignalSourcesExtensionPoint>({
    id: 'kubernetes-ha.signal-sources',
  });

/**
 * Adds checks. They are run, scored and shown like the product's own; add
 * their sentences with `addMessages` of the common package.
 * @public
 */
export interface KubernetesHaChecksExtensionPoint {
  /** Errors: Error naming the id when it is taken. */
  addCheck(...checks: Check[]): void;
}

/** See {@link KubernetesHaChecksExtensionPoint}. @public */
export const kubernetesHaChecksExtensionPoint =
  createExtensionPoint<KubernetesHaChecksExtensionPoint>({
    id: 'kubernetes-ha.checks',
  });

/**
 * Adds ways to reach a cluster: another value of `connection.type` in
 * `kubernetesHa.clusters[]`.
 * @public
 */
export interface KubernetesHaConnectionsExtensionPoint {
  /** Errors: Error naming the type when it is taken. */
  addConnectionType(...factories: ClusterConnectionFactory[]): void;
}

/** See {@link KubernetesHaConnectionsExtensionPoint}. @public */
export const kubernetesHaConnectionsExtensionPoint =
  createExtensionPoint<KubernetesHaConnectionsExtensionPoint>({
    id: 'kubernetes-ha.connections',
  });
