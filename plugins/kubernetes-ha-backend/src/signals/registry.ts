/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { AnySignalSource } from 'backstage-plugin-kubernetes-ha-node';
import type { ClusterConfig } from '../config/clusterConfig';
import { createEtcdSource } from './etcd/etcdSource';

/** Makes a source for a cluster from its configuration. */
export type BuiltInSource = (config: ClusterConfig) => AnySignalSource;

/** The product's own sources. Adding one is one line here. */
export const builtInSources: readonly BuiltInSource[] = [createEtcdSource];
