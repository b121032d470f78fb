/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ha3az } from './ha3az';
import type { Profile } from './profile';

/**
 * As OpenShift: each component in a namespace of its own with labels of its
 * own, no kube-proxy, certificates of 30 days that an operator renews.
 * Source: https://github.com/openshift/cluster-kube-apiserver-operator (bindata),
 * https://github.com/openshift/cluster-etcd-operator (bindata)
 */
export const openshiftLike: Profile = {
  ...ha3az,
  name: 'openshift-like',
  title: 'Lab (like OpenShift)',
  description:
    'as OpenShift: its namespaces and labels, no kube-proxy, certificates of 30 days',
  maker: {
    controlPlaneLabels: {
      'node-role.kubernetes.io/master': '',
      'node.openshift.io/os_id': 'rhcos',
    },
    staticPods: {
      'kube-apiserver': {
        namespace: 'openshift-kube-apiserver',
        labels: { app: 'openshift-kube-apiserver', apiserver: 'true' },
      },
      'kube-controller-manager': {
        namespace: 'openshift-kube-controller-manager',
        labels: {
          app: 'kube-controller-manager',
          'kube-controller-manager': 'true',
        },
      },
      'kube-scheduler': {
        namespace: 'openshift-kube-scheduler',
        labels: { app: 'openshift-kube-scheduler', scheduler: 'true' },
      },
      etcd: {
        namespace: 'openshift-etcd',
        labels: { app: 'etcd', etcd: 'true', 'k8s-app': 'etcd' },
      },
    },
    certificateDays: 30,
    kubeProxy: false,
  },
  workerLabels: { 'node.openshift.io/os_id': 'rhcos' },
};
