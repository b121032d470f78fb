/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh, percent, round } from '../format';
import type { TranslationOf } from '../types';
import { processCommands } from '../en/connectionFix';
import type { leaders as en } from '../en/leaders';

const leaseSentences = (
  component: 'kube-controller-manager' | 'kube-scheduler',
) => ({
  observed: (p: { holder: string; ageSeconds: number }) =>
    `领导者为 ${p.holder}，${round(p.ageSeconds, 1)} 秒前续约其 Lease`,
  required: (p: { deadlineSeconds: number; durationSeconds: number }) =>
    `Lease 在 ${round(p.deadlineSeconds, 1)} 秒内续约；超过 ${round(
      p.durationSeconds,
      1,
    )} 秒即无领导者`,
  missing: () => `不存在 Lease kube-system/${component}`,
  released: () => `Lease kube-system/${component} 没有持有者`,
  fix: () =>
    `在每个控制平面节点上检查 ${component} 是否运行、能否访问其 API 服务器（${processCommands[component]}）`,
});

const kcmLease = leaseSentences('kube-controller-manager');
const schedulerLease = leaseSentences('kube-scheduler');

const upSentence = (
  component: string,
  p: {
    up: number;
    copies: number;
    notReady: readonly string[];
    unproven: readonly string[];
  },
) =>
  [
    `${p.copies} 个 ${component} 实例中有 ${p.up} 个正常`,
    p.notReady.length > 0 ? `未 Ready 的节点：${listZh(p.notReady)}` : '',
    p.unproven.length > 0 ? `kubelet 无心跳的节点：${listZh(p.unproven)}` : '',
  ]
    .filter(Boolean)
    .join('；');

export const leaders: TranslationOf<typeof en> = {
  'leaders.no-static-pods': p =>
    `看不到 ${listZh(
      p.components,
    )} 的静态 Pod：控制平面不以静态 Pod 运行，或对只读账号不可见`,

  'lease.no-election': p =>
    `唯一的 ${p.component} 设置了 --leader-elect=false，不需要 Lease`,
  'lease.clock-ahead': p =>
    `Lease ${p.lease} 的续约时间在未来 ${duration(
      p.aheadSeconds,
      'zh',
    )}：持有者的时钟快于 API 服务器`,
  'lease.clock-ahead-fix': () => '校准控制平面机器的时钟（NTP）',

  'kcm-lease-fresh.title': () => '控制器管理器的领导者 Lease',
  'kcm-lease-fresh.observed': kcmLease.observed,
  'kcm-lease-fresh.required': kcmLease.required,
  'kcm-lease-fresh.missing': kcmLease.missing,
  'kcm-lease-fresh.released': kcmLease.released,
  'kcm-lease-fresh.fix': kcmLease.fix,

  'scheduler-lease-fresh.title': () => '调度器的领导者 Lease',
  'scheduler-lease-fresh.observed': schedulerLease.observed,
  'scheduler-lease-fresh.required': schedulerLease.required,
  'scheduler-lease-fresh.missing': schedulerLease.missing,
  'scheduler-lease-fresh.released': schedulerLease.released,
  'scheduler-lease-fresh.fix': schedulerLease.fix,

  'leader-candidates.title': () => '领导者选举的候选者',
  'leader-candidates.observed': p =>
    `拥有存活候选者的节点数：${listZh(p.candidates)}${
      p.unproven.length > 0 ? `；未存活：${listZh(p.unproven)}` : ''
    }`,
  'leader-candidates.required': p =>
    `每种组件在不同节点上有 ${p.candidates} 个存活的候选者`,
  'leader-candidates.fix': p =>
    `在另一个控制平面节点上运行 ${listZh(p.components)}，或恢复停机的节点`,

  'kcm-up.title': () => '控制器管理器的可用性',
  'kcm-up.observed': p => upSentence('kube-controller-manager', p),
  'kcm-up.required': () =>
    '每个 kube-controller-manager 实例均 Ready（由存活的 kubelet 报告）',
  'kcm-up.fix': p =>
    `检查 ${listZh(p.nodes)} 上的 kube-controller-manager 及 kubelet（${
      processCommands['kube-controller-manager']
    }）`,

  'scheduler-up.title': () => '调度器的可用性',
  'scheduler-up.observed': p => upSentence('kube-scheduler', p),
  'scheduler-up.required': () =>
    '每个 kube-scheduler 实例均 Ready（由存活的 kubelet 报告）',
  'scheduler-up.fix': p =>
    `检查 ${listZh(p.nodes)} 上的 kube-scheduler 及 kubelet（${
      processCommands['kube-scheduler']
    }）`,

  'leader-elect-flags.title': () => '领导者选举配置',
  'leader-elect-flags.observed': p =>
    `控制器管理器与调度器共 ${p.copies} 个实例；故障切换最长 ${duration(
      p.failoverSeconds,
      'zh',
    )}`,
  'leader-elect-flags.off': p =>
    `存在多个实例却设置了 --leader-elect=false：${listZh(p.names)}`,
  'leader-elect-flags.disordered': p =>
    `租约时长、续约期限与重试间隔未依次递减：${listZh(p.names)}`,
  'leader-elect-flags.in-file': p =>
    `领导者选举在不可见的文件中配置：${listZh(p.names)}`,
  'leader-elect-flags.required': p =>
    `启用领导者选举，租约时长大于续约期限大于重试间隔，故障切换不超过 ${duration(
      p.failoverSeconds,
      'zh',
    )}`,
  'leader-elect-flags.fix': () =>
    '从 kube-controller-manager 和 kube-scheduler 的清单中移除 --leader-elect 系列参数。默认值：启用、15 秒、10 秒、2 秒',

  'leader-flapping.title': () => '领导者稳定性',
  'leader-flapping.observed': p =>
    `${duration(p.windowSeconds, 'zh')}内的领导者变更次数：${listZh(
      p.changes,
    )}`,
  'leader-flapping.required': p => `每小时领导者变更少于 ${p.transitions} 次`,
  'leader-flapping.fix': p =>
    `查明 ${p.lease} 丢失租约的原因：检查 API 服务器是否缓慢、etcd 磁盘是否缓慢、机器 CPU 是否不足`,
  'leader-flapping.no-history': () => '尚无领导者变更的历史数据',

  'leader-colocation.title': () => '领导者的机器分布',
  'leader-colocation.apart': p =>
    `控制器管理器的领导者在 ${p.controllerManager}，调度器的在 ${p.scheduler}`,
  'leader-colocation.etcd-apart': p =>
    `控制器管理器与调度器的领导者在 ${p.host}，etcd 的在 ${p.etcd}`,
  'leader-colocation.together': p =>
    `etcd、控制器管理器与调度器的领导者都在 ${p.host}`,
  'leader-colocation.required': () =>
    'etcd、控制器管理器与调度器的领导者不全在同一台机器',
  'leader-colocation.fix': () =>
    '无需立即处理：维护该机器之前，先用 etcdctl move-leader 迁移 etcd 领导者',
  'leader-colocation.no-leader': () => '控制器管理器或调度器的领导者未知',
  'leader-colocation.holder-unplaced': p =>
    `没有名为 ${p.host} 的节点，因此 etcd 领导者是否在该机器上未知`,
  'leader-colocation.etcd-leader-unplaced': () => 'etcd 领导者所在的机器未知',

  'scheduler-backlog.title': () => '不可调度的 Pod',
  'scheduler-backlog.observed': p =>
    p.waiting === 0
      ? `${p.pods} 个 Pod 中没有不可调度的`
      : `${p.pods} 个 Pod 中有 ${p.waiting} 个（${percent(
          p.waiting / p.pods,
        )}）不可调度，最长已等待 ${duration(
          p.longestSeconds,
          'zh',
        )}，例如 ${listZh(p.names)}`,
  'scheduler-backlog.required': p =>
    `没有 Pod 处于不可调度状态超过 ${duration(p.waitingSeconds, 'zh')}`,
  'scheduler-backlog.fix': () =>
    '查看这些 Pod 的事件（kubectl describe pod），再增加容量，或修正其请求、亲和性或容忍度',
};
