/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

const unseenProxy: Record<string, string> = {
  flags: 'kube-proxy runs and takes its mode from flags or from another object',
  embedded: 'kube-proxy runs inside the process of the distribution',
  hidden: 'no object shows whether and how kube-proxy runs',
};

/** What the network checks say. */
export const network = {
  'kubeproxy-mode.title': () => 'kube-proxy mode',
  'kubeproxy-mode.observed': (p: { mode: string; version: string }) =>
    `kube-proxy mode ${p.mode || 'not set (Default: iptables)'} on ${
      p.version
    }`,
  'kubeproxy-mode.required': () =>
    'mode nftables or iptables; ipvs is deprecated since 1.35 and off by default from 1.40',
  'kubeproxy-mode.fix': (p: { mode: string }) =>
    p.mode
      ? 'move kube-proxy to nftables, node by node'
      : 'set mode in the ConfigMap kube-system/kube-proxy to nftables or iptables, before the default changes',
  'kubeproxy-mode.replaced': (p: { by: string }) =>
    `kube-proxy does not run: the DaemonSet ${p.by} replaces it`,
  'kubeproxy-mode.unseen': (p: { where: string; detail: string }) =>
    `the mode of kube-proxy is unknown: ${unseenProxy[p.where] ?? p.where} (${
      p.detail
    })`,
  'kubeproxy-mode.windows': () => 'kernelspace is the mode of Windows nodes',
} as const;
