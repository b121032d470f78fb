/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { listZh, percent } from '../format';
import type { TranslationOf } from '../types';
import type { topology as en } from '../en/topology';

const unlabelledClause = (names: readonly string[]) =>
  names.length > 0 ? `；缺少可用区标签：${listZh(names)}` : '';

const bracketed = (zones: readonly string[]) =>
  zones.length > 0 ? `（${listZh(zones)}）` : '';

const resources: Record<string, string> = { CPU: ' CPU', memory: '内存' };

export const topology: TranslationOf<typeof en> = {
  'topology.no-nodes': () => '没有 Ready 的工作节点',

  'topology.not-zones': p =>
    `可用区标签 ${listZh(
      p.labels,
    )} 是同一数据中心内故障域的编号，并非可用区；节点是否分布在多个可用区未知`,
  'topology.not-zones-fix': () =>
    '将节点部署在拥有可用区的地域；若这些确为自定义的可用区，请使用非纯数字的名称',

  'topology-zone-labels.title': () => '节点的可用区标签',
  'topology-zone-labels.observed': p =>
    [
      `${p.nodes} 个节点中有 ${
        p.nodes - p.missing.length - p.deprecated.length
      } 个带有可用区标签`,
      p.missing.length > 0 ? `缺少标签：${listZh(p.missing)}` : '',
      p.deprecated.length > 0
        ? `仅有已弃用的标签：${listZh(p.deprecated)}`
        : '',
    ]
      .filter(Boolean)
      .join('；'),
  'topology-zone-labels.required': () =>
    '每个节点都带有标签 topology.kubernetes.io/zone',
  'topology-zone-labels.fix': p =>
    `为 ${listZh(p.nodes)} 添加标签 topology.kubernetes.io/zone`,

  'topology-zone-count.title': () => '有 Ready 工作节点的可用区',
  'topology-zone-count.observed': p => {
    const { lost = [] } = p;
    const of =
      lost.length > 0 ? `${p.zones.length + lost.length} 个可用区中的 ` : '';
    return `${p.workers} 个 Ready 工作节点分布在 ${of}${
      p.zones.length
    } 个可用区${bracketed(p.zones)}${
      lost.length > 0 ? `；${listZh(lost)} 中没有 Ready 的工作节点` : ''
    }${unlabelledClause(p.unlabelled)}`;
  },
  'topology-zone-count.required': p =>
    `${p.zones} 个可用区均有 Ready 的工作节点`,
  'topology-zone-count.fix': p =>
    `恢复或增加工作节点，直到 ${p.zones} 个可用区均有 Ready 的工作节点`,
  'topology-zone-count.fix-labels': p =>
    `为每个工作节点添加标签 topology.kubernetes.io/zone，以便确认是否达到 ${p.zones} 个可用区`,

  'topology-cp-zone-spread.title': () => '控制平面跨可用区分布',
  'topology-cp-zone-spread.observed': p =>
    `${p.machines} 台控制平面机器分布在 ${
      p.zones.length
    } 个已知可用区${bracketed(p.zones)}${unlabelledClause(p.unlabelled)}`,
  'topology-cp-zone-spread.required': p =>
    `控制平面机器分布在 ${p.zones} 个可用区`,
  'topology-cp-zone-spread.fix': p =>
    `将控制平面机器部署到 ${p.zones} 个可用区`,
  'topology-cp-zone-spread.fix-labels': p =>
    `为每个控制平面节点添加标签 topology.kubernetes.io/zone，以便确认是否达到 ${p.zones} 个可用区`,
  'topology-cp-zone-spread.unseen': () =>
    '既看不到控制平面节点，也看不到 API 服务器实例，因此其可用区未知',
  'topology-cp-zone-spread.gke': () =>
    '该 GKE 集群是区域级还是可用区级，从集群内部不可见',

  'topology-balance.title': () => '各可用区的容量均衡',
  'topology-balance.observed': p =>
    `可用区 ${p.zone} 占全部${resources[p.resource] ?? p.resource}的 ${percent(
      p.share,
    )}`,
  'topology-balance.required': p =>
    `单个可用区的 CPU 与内存占比不超过 ${percent(p.share)}`,
  'topology-balance.fix': p => `在 ${p.zone} 以外的可用区增加容量`,
  'topology-balance.one-zone': p =>
    `所有工作节点都在可用区 ${p.zone}；见检查项 topology-zone-count`,
  'topology-balance.unlabelled': p =>
    `缺少可用区标签的工作节点：${listZh(p.nodes)}`,
  'topology-balance.no-capacity': () => '工作节点未报告容量',
};
