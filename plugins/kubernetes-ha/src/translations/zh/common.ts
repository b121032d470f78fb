/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { common as en } from '../en/common';

export const common: Record<keyof typeof en, string> = {
  'language.sentences': 'zh',
  'language.dates': 'zh-CN',
  'page.title': 'Kubernetes 高可用',
  'page.notFoundTitle': '该地址没有对应的页面',
  'page.subtitle': '集群的可用性取决于最弱的一环',

  'layer.apiserver': 'API Server',
  'layer.etcd': 'etcd',
  'layer.leaders': '选主组件',
  'layer.nodes': '节点',
  'layer.network': '网络',
  'layer.loadbalancer': '负载均衡器',
  'layer.topology': '拓扑',
  'layer.storage': '存储',
  'layer.recovery': '备份与恢复',
  'layer.chaos': '混沌演练',

  'status.pass': '通过',
  'status.warn': '警告',
  'status.fail': '失败',
  'status.unknown': '未知',
  'status.not-applicable': '不适用',

  'count.fail': '{{number}} 项失败',
  'count.warn': '{{number}} 项警告',
  'count.unknown': '{{number}} 项未知',

  'severity.critical': '致命',
  'severity.high': '高',
  'severity.medium': '中',
  'severity.low': '低',

  'tier.production': '生产',
  'tier.staging': '预发布',
  'tier.development': '开发',

  'platform.self-managed': '自管',
  'platform.eks': 'EKS',
  'platform.gke': 'GKE',
  'platform.aks': 'AKS',
  'platform.openshift': 'OpenShift',
  'platform.managed': '云厂商托管',

  'grade.label': '等级 {{grade}}，得分 {{score}}（满分 100）',
  'grade.provisionalLabel':
    '暂定等级 {{grade}}，得分 {{score}}（满分 100）：实际可能更低',
  'grade.none': '尚无等级',
  'grade.provisional': '暂定',

  'observation.live': '实时',
  'observation.partial': '部分可见',
  'observation.stale': '数据过期',
  'observation.unreachable': '不可达',
  'observation.pending': '等待首次采集',
  'observation.recorded': '录制数据',
  'observation.recordedOn': '录制于 {{date}}',
  'observation.recordedHint':
    '正在回放录制数据。数据的实际观测日期为 {{date}}，时间已平移到当前。',
  'observation.never': '从未观测',
  'observation.problem': '{{source}}：{{reason}}',

  'reason.not-configured': '未配置',
  'reason.not-collected': '尚未采集',
  'reason.stale': '数据过期',
  'reason.unauthorised': '未通过身份认证',
  'reason.forbidden': '无访问权限',
  'reason.not-found': '未找到',
  'reason.timeout': '超时',
  'reason.refused': '连接被拒绝',
  'reason.unreachable': '不可达',
  'reason.tls': 'TLS 失败',
  'reason.throttled': '被限流',
  'reason.server-error': '服务端错误',
  'reason.too-large': '数据过大',
  'reason.too-many': '数量过多',
  'reason.too-slow': '处理过慢',
  'reason.invalid-response': '响应无效',
  'reason.identity-changed': '应答来自另一个集群',
  'reason.not-exposed': '未对外暴露',
  'reason.inconclusive': '无法定论',
  'reason.provider-managed': '由云厂商托管',
  'reason.not-installed': '未安装',
  'reason.not-in-connection': '不在此连接的可见范围内',
  'reason.declared': '已在配置中声明',

  'time.justNow': '刚刚',
  'time.ago': '{{duration}}前',
  'time.in': '{{duration}}后',

  'state.loading': '正在加载',
  'state.retry': '重试',
  'state.refreshFailed':
    '刷新失败：{{message}} 当前显示的是{{ago}}加载的数据。',
  'state.notRefreshed': '较新的查询尚无应答。当前显示的是{{ago}}加载的数据。',
  'state.failedTitle': '加载失败',
  'state.notFoundTitle': '未找到，或无权查看',
  'state.notFoundHint':
    '请检查地址中的名称。若集群确实存在，请向其负责人申请权限 kubernetes-ha.cluster.read。',
  'state.forbiddenTitle': '无权查看',
  'state.forbiddenHint':
    '需要权限 kubernetes-ha.cluster.read，请联系本门户的管理者。',
  'state.failedHint':
    '门户会在下一个周期自动重试。若一直如此，请查看后端日志。',

  'sparkline.empty': '尚无得分',
  'sparkline.label':
    '{{days}} 天内的得分：从 {{first}} 到 {{last}}，最低 {{lowest}}',
};
