/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TranslationOf } from '../types';
import type { network as en } from '../en/network';

const unseenProxy: Record<string, string> = {
  flags: 'kube-proxy 正在运行，其模式由启动参数或其他对象决定',
  embedded: 'kube-proxy 运行在发行版自身的进程内',
  hidden: '无法看到 kube-proxy 是否运行以及如何运行',
};

export const network: TranslationOf<typeof en> = {
  'kubeproxy-mode.title': () => 'kube-proxy 模式',
  'kubeproxy-mode.observed': p =>
    `${p.version} 上 kube-proxy 的模式为 ${
      p.mode || '未设置（默认 iptables）'
    }`,
  'kubeproxy-mode.required': () =>
    '使用 nftables 或 iptables 模式；ipvs 自 1.35 起弃用，自 1.40 起默认关闭',
  'kubeproxy-mode.fix': p =>
    p.mode
      ? '逐个节点将 kube-proxy 迁移到 nftables'
      : '在默认值改变之前，于 ConfigMap kube-system/kube-proxy 中将 mode 设为 nftables 或 iptables',
  'kubeproxy-mode.replaced': p =>
    `kube-proxy 未运行：由 DaemonSet ${p.by} 取代`,
  'kubeproxy-mode.unseen': p =>
    `kube-proxy 的模式未知：${unseenProxy[p.where] ?? p.where}（${p.detail}）`,
  'kubeproxy-mode.windows': () => 'kernelspace 是 Windows 节点的模式',
};
