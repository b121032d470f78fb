/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { replay as english } from '../en/replay';
import type { TranslationOf } from '../types';

/** See the English catalogue. */
export const replay: TranslationOf<typeof english> = {
  'replay.start': () => '尚未注入故障',
  'replay.restart': () => '录制内容重新开始',
  'replay.etcd-stopped': p => `${p.name} 上的 etcd 已停止`,
  'replay.etcd-started': p => `${p.name} 上的 etcd 已重新启动`,
  'replay.api-server-stopped': p => `${p.name} 上的 API 服务器已停止`,
  'replay.api-server-started': p => `${p.name} 上的 API 服务器已重新启动`,
  'replay.load-balancer-lost': p => `负载均衡器 ${p.name} 已断电`,
  'replay.load-balancer-back': p => `负载均衡器 ${p.name} 已重新通电`,
  'replay.heartbeats-stopped': p => `${p.name} 的工作节点不再发送心跳`,
  'replay.heartbeats-back': p => `${p.name} 的工作节点重新发送心跳`,
  'replay.machine-lost': p => `机器 ${p.name} 已断电`,
  'replay.machine-back': p => `机器 ${p.name} 已重新通电`,
  'replay.zone-lost': p => `可用区 ${p.name} 已断电`,
  'replay.zone-back': p => `可用区 ${p.name} 已重新通电`,
  'replay.schedulers-frozen': () => '所有 kube-scheduler 均被冻结',
  'replay.schedulers-back': () => 'kube-scheduler 恢复运行',
  'replay.controller-managers-frozen': () =>
    '所有 kube-controller-manager 均被冻结',
  'replay.controller-managers-back': () => 'kube-controller-manager 恢复运行',
  'replay.fault': p => `故障生效中：${p.title}`,
  'replay.heal': p => `故障已结束：${p.title}`,
  'replay.note': p => `备注：${p.title}`,
};
