/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh } from '../format';
import type { SectionName } from '../../snapshot/clusterSnapshot';
import type { UnknownReason } from '../../snapshot/signal';
import type { TranslationOf } from '../types';
import type { common as en } from '../en/common';

const sectionWords: Record<SectionName, string> = {
  version: 'API 版本',
  nodes: '节点列表',
  pods: 'Pod 列表',
  deployments: 'Deployment 列表',
  daemonSets: 'DaemonSet 列表',
  statefulSets: 'StatefulSet 列表',
  podDisruptionBudgets: 'PodDisruptionBudget 列表',
  endpointSlices: 'EndpointSlice 列表',
  validatingWebhooks: '校验型 Webhook 配置',
  mutatingWebhooks: '变更型 Webhook 配置',
  apiServices: 'APIService 列表',
  kubeadmConfig: 'kubeadm 配置',
  kubeProxyConfig: 'kube-proxy 配置',
  clusterInfo: 'cluster-info ConfigMap',
  apiServers: 'API 服务器实例',
  leases: 'kube-system 中的 Lease',
  nodeLeases: '节点 Lease',
  etcd: 'etcd 状态',
  loadBalancers: '负载均衡器状态',
  apiPath: '经负载均衡的 API 访问路径',
  kubelets: 'kubelet 状态',
};

/** 界面上对各快照部分的称呼。 */
export function sectionWord(section: string): string {
  return (
    (sectionWords as Record<string, string | undefined>)[section] ?? section
  );
}

/** 结果未知的原因。 */
export const reasonWords: Record<UnknownReason, string> = {
  'not-configured': '未配置',
  'not-collected': '尚未采集',
  stale: '数据过期',
  unauthorised: '未通过身份认证',
  forbidden: '无访问权限',
  'not-found': '未找到',
  timeout: '超时',
  refused: '连接被拒绝',
  unreachable: '不可达',
  tls: 'TLS 失败',
  throttled: '被限流',
  'server-error': '服务端错误',
  'too-large': '数据过大',
  'too-many': '数量过多',
  'too-slow': '处理过慢',
  'invalid-response': '响应无效',
  'identity-changed': '响应来自另一个集群',
  'not-exposed': '未对外暴露',
  inconclusive: '数据不足',
};

/** 原因的文字；其他文本保持原样。 */
export function reasonWord(text: string): string {
  return Object.hasOwn(reasonWords, text)
    ? reasonWords[text as UnknownReason]
    : text;
}

export const common: TranslationOf<typeof en> = {
  'section.unknown': p =>
    `无法读取${spaced(sectionWord(p.section))}（${reasonWords[p.reason]}）：${
      p.detail
    }`,
  'section.stale': p =>
    `${sectionWord(p.section)}上次采集于 ${p.ageSeconds} 秒前；超过 ${
      p.limitSeconds
    } 秒的数据视为过期`,
  'section.required': p =>
    `${p.sections.map(sectionWord).join('、')}的最新数据`,
  'section.absent': p => `不属于该集群：${sectionWord(p.section)}：${p.detail}`,
  'result.last-seen': p =>
    `${duration(p.ageSeconds, 'zh')}前最后一次观测时${
      p.status === 'fail' ? '失败' : '有警告'
    }：${p.observed}；此后未知：${p.now}`,
  'check.broken': p => `检查项 ${p.checkId} 崩溃：${p.detail}`,
  'check.broken-required': () => '检查项能够正常完成',
  'check.provider-managed': p =>
    `控制平面由云厂商（${p.platform}）托管并负责${
      p.marks && p.marks.length > 0 ? `；识别依据：${listZh(p.marks)}` : ''
    }`,
  'layer.apiserver': () => 'API 服务器',
  'layer.etcd': () => 'etcd 存储',
  'layer.leaders': () => '调度器与控制器',
  'layer.nodes': () => '节点',
  'layer.network': () => '网络与 DNS',
  'layer.loadbalancer': () => '负载均衡器',
  'layer.topology': () => '拓扑与工作负载',
  'layer.storage': () => '存储',
  'layer.recovery': () => '备份与恢复',
  'layer.chaos': () => '混沌演练',
  'status.pass': () => '通过',
  'status.warn': () => '警告',
  'status.fail': () => '失败',
  'status.unknown': () => '未知',
  'status.not-applicable': () => '不适用',
  'severity.critical': () => '严重',
  'severity.high': () => '高',
  'severity.medium': () => '中',
  'severity.low': () => '低',
  headline: p => `${p.layer}，${p.verdict}：${p.observed.join('；')}`,
  'verdict.broken': () => '当前故障',
  'verdict.weak': () => '设计薄弱',
  'verdict.not-visible': () => '不可见',
  'reason.not-configured': () => reasonWords['not-configured'],
  'reason.not-collected': () => reasonWords['not-collected'],
  'reason.stale': () => reasonWords.stale,
  'reason.unauthorised': () => reasonWords.unauthorised,
  'reason.forbidden': () => reasonWords.forbidden,
  'reason.not-found': () => reasonWords['not-found'],
  'reason.timeout': () => reasonWords.timeout,
  'reason.refused': () => reasonWords.refused,
  'reason.unreachable': () => reasonWords.unreachable,
  'reason.tls': () => reasonWords.tls,
  'reason.throttled': () => reasonWords.throttled,
  'reason.server-error': () => reasonWords['server-error'],
  'reason.too-large': () => reasonWords['too-large'],
  'reason.too-many': () => reasonWords['too-many'],
  'reason.too-slow': () => reasonWords['too-slow'],
  'reason.invalid-response': () => reasonWords['invalid-response'],
  'reason.identity-changed': () => reasonWords['identity-changed'],
  'reason.not-exposed': () => reasonWords['not-exposed'],
  'reason.inconclusive': () => reasonWords.inconclusive,
  'absent.provider-managed': () => '由云厂商托管',
  'absent.not-installed': () => '未安装',
  'absent.not-in-connection': () => '不属于此连接',
  'absent.declared': () => '已在配置中声明',
};

/** 中文与西文之间留一个空格。 */
function spaced(word: string): string {
  return /^[A-Za-z]/.test(word) ? ` ${word}` : word;
}
