/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh, percent, round } from '../format';
import type { TranslationOf } from '../types';
import type { leaders as en } from '../en/leaders';

const leaseSentences = (component: string) => ({
  observed: (p: { holder: string; ageSeconds: number }) =>
    `当前领导者 ${p.holder}，${round(p.ageSeconds, 1)} 秒前续租`,
  required: (p: { deadlineSeconds: number; durationSeconds: number }) =>
    `在 ${round(p.deadlineSeconds, 1)} 秒内续租；超过 ${round(
      p.durationSeconds,
      1,
    )} 秒即无领导者`,
  missing: () => `不存在 Lease kube-system/${component}`,
  released: () => `Lease kube-system/${component} 无人持有`,
  unblocks: () =>
    `在每个控制面节点上检查 ${component} 是否运行、能否访问其 API Server`,
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
    p.notReady.length > 0 ? `未就绪的节点：${listZh(p.notReady)}` : '',
    p.unproven.length > 0 ? `kubelet 无心跳的节点：${listZh(p.unproven)}` : '',
  ]
    .filter(Boolean)
    .join('；');

export const leaders: TranslationOf<typeof en> = {
  'leaders.no-static-pods': p =>
    `看不到 ${listZh(
      p.components,
    )} 的静态 Pod：控制面以其他方式部署，或不对外展示`,

  'lease.no-election': p =>
    `唯一的 ${p.component} 设置了 --leader-elect=false，不需要 Lease`,
  'lease.clock-ahead': p =>
    `Lease ${p.lease} 的续租时间在未来 ${duration(
      p.aheadSeconds,
      'zh',
    )}：持有者的时钟快于 API Server`,
  'lease.clock-ahead-unblocks': () => '校准控制面机器的时钟（NTP）',

  'kcm-lease-fresh.title': () => '控制器管理器有领导者',
  'kcm-lease-fresh.observed': kcmLease.observed,
  'kcm-lease-fresh.required': kcmLease.required,
  'kcm-lease-fresh.missing': kcmLease.missing,
  'kcm-lease-fresh.released': kcmLease.released,
  'kcm-lease-fresh.unblocks': kcmLease.unblocks,

  'scheduler-lease-fresh.title': () => '调度器有领导者',
  'scheduler-lease-fresh.observed': schedulerLease.observed,
  'scheduler-lease-fresh.required': schedulerLease.required,
  'scheduler-lease-fresh.missing': schedulerLease.missing,
  'scheduler-lease-fresh.released': schedulerLease.released,
  'scheduler-lease-fresh.unblocks': schedulerLease.unblocks,

  'leader-candidates.title': () => '每个领导者都有候补',
  'leader-candidates.observed': p =>
    `拥有存活候选者的节点数：${listZh(p.candidates)}${
      p.unproven.length > 0 ? `；未存活：${listZh(p.unproven)}` : ''
    }`,
  'leader-candidates.required': p =>
    `每种组件在不同节点上有 ${p.candidates} 个存活的候选者`,
  'leader-candidates.unblocks': p =>
    `在另一个控制面节点上运行 ${listZh(p.components)}，或恢复该节点`,

  'kcm-up.title': () => '控制器管理器运行正常',
  'kcm-up.observed': p => upSentence('kube-controller-manager', p),
  'kcm-up.required': () =>
    '每个 kube-controller-manager 实例均由存活的 kubelet 报告为就绪',
  'kcm-up.unblocks': p =>
    `查看 ${listZh(p.nodes)} 上 kube-controller-manager 的日志及 kubelet`,

  'scheduler-up.title': () => '调度器运行正常',
  'scheduler-up.observed': p => upSentence('kube-scheduler', p),
  'scheduler-up.required': () =>
    '每个 kube-scheduler 实例均由存活的 kubelet 报告为就绪',
  'scheduler-up.unblocks': p =>
    `查看 ${listZh(p.nodes)} 上 kube-scheduler 的日志及 kubelet`,

  'leader-elect-flags.title': () => '领导者选举已启用且切换迅速',
  'leader-elect-flags.observed': p =>
    `控制器管理器与调度器共 ${p.copies} 个实例；故障切换最长 ${duration(
      p.failoverSeconds,
      'zh',
    )}`,
  'leader-elect-flags.off': p =>
    `存在多个实例却设置了 --leader-elect=false：${listZh(p.names)}`,
  'leader-elect-flags.disordered': p =>
    `租约时长、续租期限与重试间隔未依次递减：${listZh(p.names)}`,
  'leader-elect-flags.in-file': p =>
    `领导者选举写在不可见的配置文件中：${listZh(p.names)}`,
  'leader-elect-flags.required': p =>
    `启用领导者选举，租约时长大于续租期限大于重试间隔，故障切换不超过 ${duration(
      p.failoverSeconds,
      'zh',
    )}`,
  'leader-elect-flags.unblocks': () =>
    '移除 --leader-elect 系列参数：默认即为启用，15 秒、10 秒、2 秒',

  'leader-flapping.title': () => '领导者稳定',
  'leader-flapping.observed': p =>
    `${duration(p.windowSeconds, 'zh')}内的领导者变更次数：${listZh(
      p.changes,
    )}`,
  'leader-flapping.required': p => `每小时变更少于 ${p.transitions} 次`,
  'leader-flapping.unblocks': p =>
    `查明 ${p.lease} 丢失租约的原因：API Server 缓慢、etcd 磁盘缓慢或机器 CPU 不足`,
  'leader-flapping.no-history': () => '尚无领导者变更的历史数据',

  'leader-colocation.title': () => '领导者分布在不同机器',
  'leader-colocation.apart': p =>
    `控制器管理器的领导者在 ${p.controllerManager}，调度器的在 ${p.scheduler}`,
  'leader-colocation.etcd-apart': p =>
    `控制器管理器与调度器的领导者在 ${p.host}，etcd 的在 ${p.etcd}`,
  'leader-colocation.together': p =>
    `etcd、控制器管理器与调度器的领导者都在 ${p.host}`,
  'leader-colocation.required': () =>
    'etcd、控制器管理器与调度器的领导者不全在同一台机器',
  'leader-colocation.unblocks': () =>
    '无需立即处理：维护该机器之前先迁移 etcd 领导者',
  'leader-colocation.no-leader': () => '控制器管理器或调度器的领导者未知',
  'leader-colocation.holder-unplaced': p =>
    `没有名为 ${p.host} 的节点，因此无法得知 etcd leader 是否在该机器上`,
  'leader-colocation.etcd-leader-unplaced': () =>
    '不清楚 etcd 领导者运行在哪台机器',

  'scheduler-backlog.title': () => '无处可放的 Pod',
  'scheduler-backlog.observed': p =>
    p.waiting === 0
      ? `${p.pods} 个 Pod 均已安排`
      : `${p.pods} 个 Pod 中有 ${p.waiting} 个（${percent(
          p.waiting / p.pods,
        )}）无法调度，最长已等待 ${duration(
          p.longestSeconds,
          'zh',
        )}，例如 ${listZh(p.names)}`,
  'scheduler-backlog.required': p =>
    `没有 Pod 处于不可调度状态超过 ${duration(p.waitingSeconds, 'zh')}`,
  'scheduler-backlog.unblocks': () =>
    '查看这些 Pod 的事件：增加容量，或修正其调度要求',
};
