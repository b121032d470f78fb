/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bytes, duration, listZh, percent, round } from '../format';
import type { TranslationOf } from '../types';
import type { nodes as en } from '../en/nodes';

/** An amount of what nodes offer. */
function amount(resource: 'cpu' | 'memory' | 'pods', value: number): string {
  switch (resource) {
    case 'cpu':
      return `${round(value / 1000, 1)} 核 CPU`;
    case 'memory':
      return `${bytes(Math.round(value))} 内存`;
    default:
      return `${Math.ceil(value)} 个 Pod`;
  }
}

export const nodes: TranslationOf<typeof en> = {
  'kubelets.unread': p =>
    `${p.total} 个 kubelet 中有 ${p.known} 个报告了配置${
      p.detail ? `：${p.detail}` : ''
    }`,
  'kubelets.absent': p => `没有节点拥有可查询的 kubelet：${p.detail}`,
  'kubelets.required': p =>
    `至少 ${percent(p.readRatio)} 的 kubelet 的配置（configz）`,

  'workers.no-machines': () =>
    '没有工作节点机器：Pod 运行在虚拟节点上，或运行在仅供单个 Pod 使用的节点上',

  'node-ready-ratio.title': () => '节点就绪状态',
  'node-ready-ratio.none': () => '集群中没有节点',
  'node-ready-ratio.observed': p =>
    p.notReady.length === 0
      ? `全部 ${p.nodes} 个节点 Ready`
      : [
          `${p.nodes} 个节点中 ${p.notReady.length} 个 NotReady：${listZh(
            p.notReady,
          )}`,
          p.longestSeconds >= 0
            ? `最长 ${duration(p.longestSeconds, 'zh')}`
            : '起始时间未知',
          p.zones.length > 0 ? `丢失的可用区：${listZh(p.zones)}` : '',
        ]
          .filter(Boolean)
          .join('；'),
  'node-ready-ratio.required': p =>
    `没有节点 NotReady 超过 ${duration(
      p.warnSeconds,
      'zh',
    )}，且任一可用区低于 ${percent(p.zoneRatio)}、全集群低于 ${percent(
      p.clusterRatio,
    )}`,
  'node-ready-ratio.fix': p => `检查 ${listZh(p.nodes)} 的机器、kubelet 和网络`,

  'node-lease-fresh.title': () => '节点心跳',
  'node-lease-fresh.none': () => '集群中没有节点 Lease',
  'node-lease-fresh.observed': p =>
    p.stale.length === 0
      ? `全部 ${p.nodes} 个节点均及时续约其 Lease`
      : `${p.nodes} 个节点中 ${p.stale.length} 个未及时续约其 Lease：${listZh(
          p.stale,
        )}${
          p.oldestSeconds > 0
            ? `；最久的一次在 ${duration(p.oldestSeconds, 'zh')}前`
            : '；从未有过心跳'
        }`,
  'node-lease-fresh.required': p =>
    `每个 Lease 在其自身的有效期内续约（默认 ${p.warnSeconds} 秒）；超过 ${
      p.graceSeconds
    } 秒即视为失联：控制平面节点不得失联，失联节点须少于 ${percent(
      p.failRatio,
    )}`,
  'node-lease-fresh.off-clock': p =>
    `${listZh(p.nodes)} 的心跳时间不可能成立：其时钟与 API 服务器不一致`,
  'node-lease-fresh.fix-clock': p =>
    `校准以下节点的时钟（NTP）：${listZh(p.nodes)}`,
  'node-lease-fresh.fix': p => `检查 ${listZh(p.nodes)} 的机器、kubelet 和网络`,

  'node-count.title': () => '工作节点数量',
  'node-count.observed': p =>
    `${p.schedulable} 个可调度的工作节点${
      p.out.length > 0 ? `；未提供服务：${listZh(p.out)}` : ''
    }`,
  'node-count.required': p => `至少 ${p.minimum} 个可调度的工作节点`,
  'node-count.fix': p => `增加 ${p.missing} 个工作节点，或恢复未提供服务的节点`,

  'node-n1-headroom.title': () => '失去最大工作节点后的容量',
  'node-n1-headroom.none': () => '没有可调度的工作节点',
  'node-n1-headroom.fix-none': () =>
    '增加工作节点，或让现有节点恢复可调度（kubectl uncordon）',
  'node-n1-headroom.observed': p =>
    p.workers === 1
      ? `${p.node} 是唯一可调度的工作节点`
      : `失去 ${p.node} 后剩 ${amount(p.resource, p.left)}，请求量为 ${amount(
          p.resource,
          p.requested,
        )}`,
  'node-n1-headroom.required': p =>
    `除最大节点外的工作节点可容纳全部请求，并留有 ${percent(
      p.spareRatio,
    )} 余量`,
  'node-n1-headroom.fix': p =>
    p.missing > 0
      ? `增加可提供 ${amount(p.resource, p.missing)} 的工作节点，或降低请求量`
      : '增加一个工作节点',

  'node-pressure.title': () => '节点资源压力',
  'node-pressure.observed': p =>
    [
      p.pressed.length > 0
        ? `${listZh(p.pressed)} 出现 ${listZh(p.kinds)}`
        : `${p.nodes} 个节点中 ${p.nodes - p.silent} 个无压力`,
      p.silent > 0 ? `${p.silent} 个节点无心跳` : '',
    ]
      .filter(Boolean)
      .join('；'),
  'node-pressure.required': p =>
    `没有节点处于 MemoryPressure、DiskPressure 或 PIDPressure，且任一可用区不超过 ${percent(
      p.zoneRatio,
    )}`,
  'node-pressure.fix': p =>
    `找出 ${listZh(
      p.nodes,
    )} 上占用内存、磁盘或进程最多的 Pod；清理镜像，设置资源限制`,

  'node-failover-time.title': () => '节点故障后的 Pod 驱逐时间',
  'node-failover-time.observed': p =>
    `${duration(p.totalSeconds, 'zh')}后驱逐 Pod：节点监控宽限期 ${
      p.graceSeconds
    } 秒，容忍 ${p.tolerationSeconds} 秒${
      p.shortestGraceSeconds < p.graceSeconds
        ? `；有一个 controller-manager 的宽限期为 ${p.shortestGraceSeconds} 秒`
        : ''
    }`,
  'node-failover-time.removed': p =>
    `controller-manager 带有 ${listZh(p.flags)}，此版本已不支持`,
  'node-failover-time.no-version': () =>
    '版本未知，因而 --node-monitor-grace-period 的默认值也未知',
  'node-failover-time.unread': p =>
    `无法看到 ${p.component} 的启动参数${p.detail ? `：${p.detail}` : ''}`,
  'node-failover-time.required': p =>
    `节点监控宽限期不短于 ${p.minimumGraceSeconds} 秒，容忍时间不超过 ${p.maximumTolerationSeconds} 秒`,
  'node-failover-time.fix-removed': () =>
    '从 kube-controller-manager 的清单中移除这些参数；该时间由 API 服务器的 --default-unreachable-toleration-seconds 决定',
  'node-failover-time.fix-grace': p =>
    `将 kube-controller-manager 的 --node-monitor-grace-period 设为 ${p.graceSeconds}s：更短时，连接中断会使节点状态抖动`,
  'node-failover-time.fix-toleration': p =>
    `将 API 服务器的 --default-not-ready-toleration-seconds 和 --default-unreachable-toleration-seconds 降到 ${p.tolerationSeconds} 左右`,

  'node-status-frequency.title': () => 'kubelet 状态上报频率',
  'node-status-frequency.observed': p =>
    [
      p.slow.length > 0 ? `${listZh(p.slow)} 检查状态的间隔过长` : '',
      p.often.length > 0
        ? `${p.nodes} 个节点中 ${listZh(p.often)} 上报比默认更频繁`
        : '',
    ]
      .filter(Boolean)
      .join('；') || `${p.kubelets} 个 kubelet 频率正常`,
  'node-status-frequency.required': p =>
    `至少每 ${round(p.updateSeconds, 1)} 秒检查一次状态；超过 ${
      p.largeClusterNodes
    } 个节点时，上报间隔不短于 ${duration(p.reportSeconds, 'zh')}`,
  'node-status-frequency.fix': () =>
    '从 kubelet 配置中移除 nodeStatusUpdateFrequency 和 nodeStatusReportFrequency。默认值：10 秒和 5 分钟',

  'node-graceful-shutdown.title': () => '节点体面关闭',
  'node-graceful-shutdown.windows': () => '所有节点都运行 Windows',
  'node-graceful-shutdown.observed': p =>
    p.without.length === 0
      ? `${p.kubelets} 个 kubelet 会在关机前等待 Pod 结束`
      : `${p.kubelets} 个 kubelet 中 ${
          p.without.length
        } 个在关机时不给普通 Pod 留时间：${listZh(p.without)}`,
  'node-graceful-shutdown.required': () =>
    'shutdownGracePeriod 大于 0，且长于 shutdownGracePeriodCriticalPods；或设置了 shutdownGracePeriodByPodPriority',
  'node-graceful-shutdown.fix': () =>
    '在 kubelet 配置中设置 shutdownGracePeriod（如 30s）和 shutdownGracePeriodCriticalPods（如 10s）',

  'node-controlplane-isolation.title': () => '控制平面与工作负载的隔离',
  'node-controlplane-isolation.not-visible': () => '集群中看不到控制平面节点',
  'node-controlplane-isolation.compact': () =>
    '所有节点都是控制平面节点：工作负载别无去处',
  'node-controlplane-isolation.observed': p =>
    [
      p.guests.length > 0
        ? `控制平面节点上有 ${p.guests.length} 个工作负载 Pod：${listZh(
            p.guests,
          )}`
        : '',
      p.open.length > 0 ? `${listZh(p.open)} 没有阻止调度的污点` : '',
    ]
      .filter(Boolean)
      .join('；') || `${p.nodes} 个控制平面节点没有工作负载`,
  'node-controlplane-isolation.required': () =>
    '控制平面节点带 NoSchedule 污点，且没有工作负载',
  'node-controlplane-isolation.fix': () =>
    '为控制平面节点加上 node-role.kubernetes.io/control-plane:NoSchedule 污点，并将工作负载迁往工作节点',
};
