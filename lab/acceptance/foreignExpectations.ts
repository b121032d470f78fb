/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
/**
 * What cannot be told of a control plane that kubeadm did not make, given a
 * kubeconfig, etcd certificates and HAProxy's addresses, and nothing else: each
 * check with its status and reason. Everything else is judged.
 */
export const hidden: Readonly<Record<string, string>> = {
  // No static pods: flags and the state of components are nobody's to show.
  'etcd-corruption-checks-on': 'unknown (not-exposed)',
  'etcd-request-limit': 'unknown (not-exposed)',
  'leader-candidates': 'unknown (not-exposed)',
  'kcm-up': 'unknown (not-exposed)',
  'scheduler-up': 'unknown (not-exposed)',
  'leader-elect-flags': 'unknown (not-exposed)',
  'node-failover-time': 'unknown (not-exposed)',
  // Kubelets sign their own certificates here, which nobody can believe.
  'node-status-frequency': 'unknown (tls)',
  'node-graceful-shutdown': 'unknown (tls)',
  // apiServer.endpoint is not given, and no ConfigMap of kubeadm tells it.
  'lb-endpoint-not-a-node': 'unknown (not-exposed)',
  // Really not there.
  'apiserver-aggregated-apis': 'not-applicable',
  'pdb-blocks-eviction': 'not-applicable',
  'webhook-callable': 'not-applicable',
  // No ConfigMap, no DaemonSet and no static pod: how Services are served is hidden.
  'kubeproxy-mode': 'unknown (not-found)',
};

/** What this control plane really does less well than it could. */
export const realWarnings: readonly string[] = [
  'apiserver-graceful-shutdown',
  'apiserver-goaway-chance',
];
