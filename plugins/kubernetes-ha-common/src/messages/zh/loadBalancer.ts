/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { listZh, round } from '../format';
import type { TranslationOf } from '../types';
import type { loadBalancer as en } from '../en/loadBalancer';
import { reasonWord, reasonWords } from './common';

/** `timeout, connect ETIMEDOUT` with the reason in words. */
const withReasonWord = (detail: string) =>
  detail.replace(/^[a-z-]+(?=,|$)/, reasonWord);

export const loadBalancer: TranslationOf<typeof en> = {
  'lb.no-haproxy.observed': () => '该 API 前没有 HAProxy',
  'lb.none-configured.observed': () =>
    '该集群未配置 HAProxy，且任何命名空间中都没有使用主机网络的 kube-vip Pod',
  'lb.none-configured.required': () => '每个负载均衡器的统计地址',
  'lb.none-configured.fix': () =>
    '在该集群的配置中加入每个负载均衡器的统计地址',
  'lb.unread.observed': p =>
    `未能读取 ${listZh(p.instances)} 的统计信息（${reasonWords[p.reason]}）：${
      p.detail
    }`,
  'lb.no-pool.observed': p =>
    `无法确定 ${listZh(p.instances)} 的哪个后端属于 API 服务器`,
  'lb.unread.required': () => '每个运行中的负载均衡器的统计信息',

  'lb-endpoint-not-a-node.title': () => 'API 端点地址',
  'lb-endpoint-not-a-node.observed': p =>
    `API 的访问地址为 ${listZh(p.hosts)}，不是任何节点的地址`,
  'lb-endpoint-not-a-node.node': p =>
    `${p.from} 指向 ${p.host}，即节点 ${p.node}：该节点故障时端点随之丢失`,
  'lb-endpoint-not-a-node.maybe-vip': p =>
    `${p.from} 指向 ${p.host}，即运行 kube-vip 的节点 ${p.node} 的另一个地址：没有 Lease 能说明它是否为虚拟 IP`,
  'lb-endpoint-not-a-node.empty': p =>
    `有 ${p.controlPlaneNodes} 个控制平面节点，但 kubeadm-config 没有 controlPlaneEndpoint`,
  'lb-endpoint-not-a-node.local': () => '客户端使用本节点上的代理（回环地址）',
  'lb-endpoint-not-a-node.unread': p =>
    `没有配置能说明 API 的访问地址${p.detail ? `：${p.detail}` : ''}`,
  'lb-endpoint-not-a-node.required': () =>
    '负载均衡域名或虚拟 IP，而非某个控制平面节点的地址',
  'lb-endpoint-not-a-node.fix': () =>
    '在 API 前设置负载均衡器或虚拟 IP，将 controlPlaneEndpoint 指向它，并更新 kubeconfig 与服务端证书',

  'lb-vip-reachable.title': () => '经负载均衡的 API 访问路径',
  'lb-vip-reachable.observed': p =>
    `${p.url} 对 ${p.attempts} 次探测均有响应，耗时 ${round(
      p.latencyMs,
      0,
    )} 毫秒`,
  'lb-vip-reachable.failing': p =>
    [
      p.attempts === 0
        ? `尚未探测 ${p.url}`
        : `${p.url} 的 ${p.attempts} 次探测中失败 ${p.failed} 次${
            p.detail ? `（${withReasonWord(p.detail)}）` : ''
          }`,
      p.instances > 0
        ? `${p.instances} 个 API 服务器中 ${p.answering} 个在自身地址上就绪`
        : '',
    ]
      .filter(Boolean)
      .join('；'),
  'lb-vip-reachable.required': p =>
    `/readyz 对每次探测都返回 200，且耗时低于 ${p.slowMs} 毫秒`,
  'lb-vip-reachable.fix': () =>
    'API 服务器在自身地址上有响应：检查负载均衡器、虚拟 IP 的持有者和解析到它的域名',
  'lb-vip-reachable.fix-behind': () =>
    '先检查 API 服务器，再检查负载均衡器及其间的网络',
  'lb-vip-reachable.fix-trust': () =>
    '核对连接中的 CA 和服务器名称与该地址出示的证书是否一致',
  'lb-vip-reachable.fix-slow': () =>
    '与 API 服务器自身地址的延迟比较：差值由负载均衡路径增加',

  'lb-redundancy.title': () => '负载均衡器冗余',
  'lb-redundancy.observed': p =>
    [
      `${p.instances} 个负载均衡器中 ${p.answering.length} 个运行正常${
        p.machines < p.answering.length ? `，只占 ${p.machines} 台机器` : ''
      }`,
      p.lost.length > 0 ? `失联：${listZh(p.lost)}` : '',
      p.unclear.length > 0 ? `无法读取：${listZh(p.unclear)}` : '',
      p.holder
        ? `虚拟 IP 的 Lease 由 ${p.holder} 持有`
        : '未观测虚拟 IP 的持有者',
      p.errors && p.errors.length > 0 ? listZh(p.errors) : '',
    ]
      .filter(Boolean)
      .join('；'),
  'lb-redundancy.one-configured': p =>
    `只配置了 ${listZh(p.instances)}；是否另有其他负载均衡器不可见`,
  'lb-redundancy.no-lease': p =>
    `kube-vip 以 ${listZh(
      p.instances,
    )} 运行，但 kube-system 中没有其控制平面模式的 Lease：它可能只服务于 Service，可能以 BGP 通告而不使用 Lease，也可能将 Lease 放在未读取的其他命名空间`,
  'lb-redundancy.fix-lease': () =>
    '让 kube-vip 将控制平面 Lease 保存在 kube-system（cp_namespace）；使用 BGP 时在路由器上比较路由',
  'lb-redundancy.fix-add': () => '在每个控制平面节点上运行 kube-vip',
  'lb-redundancy.required': p =>
    `至少 ${p.minimum} 个负载均衡器运行正常，且各在不同机器`,
  'lb-redundancy.fix': p =>
    p.instances.length > 0
      ? `恢复 ${listZh(p.instances)}，并确认虚拟 IP 能在它们之间切换`
      : '将负载均衡器部署到不同的机器',
};
