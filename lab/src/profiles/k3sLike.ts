/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { foreign } from './foreign';
import type { Profile } from './profile';

/**
 * As k3s with embedded etcd: one process, so no static pods and no kube-proxy
 * ConfigMap; its version suffix and labels.
 * Source: https://docs.k3s.io/architecture, https://docs.k3s.io/datastore/ha-embedded
 */
export const k3sLike: Profile = {
  ...foreign,
  name: 'k3s-like',
  title: 'Lab (like k3s)',
  description:
    'as k3s with embedded etcd: no static pods, no kube-proxy ConfigMap, its version suffix and labels',
  controlPlane: {
    ...foreign.controlPlane,
    machines: [
      { name: 'server-1', zone: 'north' },
      { name: 'server-2', zone: 'east' },
      { name: 'server-3', zone: 'south' },
    ],
    apiPort: 6443,
  },
  maker: {
    versionSuffix: '+k3s1',
    controlPlaneLabels: {
      'node-role.kubernetes.io/master': 'true',
      'node-role.kubernetes.io/etcd': 'true',
      'node.kubernetes.io/instance-type': 'k3s',
    },
  },
  workerLabels: { 'node.kubernetes.io/instance-type': 'k3s' },
};
