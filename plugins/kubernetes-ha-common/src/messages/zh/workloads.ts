/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { listZh } from '../format';
import type { TranslationOf } from '../types';
import type { workloads as en } from '../en/workloads';

export const workloads: TranslationOf<typeof en> = {
  'pdb-blocks-eviction.title': () => '阻止驱逐的 PodDisruptionBudget',
  'pdb-blocks-eviction.none': () => '集群中没有 PodDisruptionBudget',
  'pdb-blocks-eviction.observed': p =>
    `${p.budgets} 个有 Pod 的 PodDisruptionBudget 均允许驱逐`,
  'pdb-blocks-eviction.covered-twice': p =>
    `${p.workload} 的 Pod 同时被 ${
      p.budgets.length
    } 个 PodDisruptionBudget 覆盖（${listZh(
      p.budgets,
    )}）：驱逐 API 会拒绝对它们的一切驱逐${
      p.more > 0 ? `；另有 ${p.more} 个工作负载同样如此` : ''
    }`,
  'pdb-blocks-eviction.blocked': p =>
    `${p.never.length + p.now.length} 个 PodDisruptionBudget 不允许任何干扰${[
      p.never.length > 0 ? `；永远如此：${listZh(p.never)}` : '',
      p.now.length > 0 ? `；目前如此：${listZh(p.now)}` : '',
    ].join('')}`,
  'pdb-blocks-eviction.unseen': p =>
    `是否有 Pod 同时被两个 PodDisruptionBudget 覆盖未知，因为工作负载无法读取：${p.detail}`,
  'pdb-blocks-eviction.too-many': p =>
    `是否有 Pod 同时被 ${p.budgets} 个 PodDisruptionBudget 中的两个覆盖未知：数量过多，无法比较`,
  'pdb-blocks-eviction.required': () =>
    '每个有 Pod 的 PodDisruptionBudget 至少允许一次干扰，且每个 Pod 至多受一个干扰预算约束',
  'pdb-blocks-eviction.fix': p =>
    [
      p.never > 0
        ? '将 minAvailable 改为 maxUnavailable: 1，或增加副本'
        : '恢复未 Ready 的 Pod',
      p.unhealthy.length > 0
        ? `在 ${listZh(
            p.unhealthy,
          )} 上设置 unhealthyPodEvictionPolicy: AlwaysAllow，使未 Ready 的 Pod 可以被驱逐`
        : '',
    ]
      .filter(Boolean)
      .join('；'),
  'pdb-blocks-eviction.fix-twice': () =>
    '删除其中一个 PodDisruptionBudget，或收窄其选择算符，使每个 Pod 只受一个约束',
};
