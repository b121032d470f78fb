/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { charts as english } from '../en/charts';

/** 随时间变化的图表的标签。 */
export const charts: Record<keyof typeof english, string> = {
  'charts.title': '随时间的变化',
  'charts.empty': '这段时间内还没有测量数据。每分钟记录一个点。',
  'charts.notDrawn': '此浏览器无法绘制图表。最新数值：',
  'charts.cluster': '集群',
  'charts.downSince': '自 {{at}} 起停止运行',
  'charts.noneSince': '自 {{at}} 起无数值',
  'charts.firstAt': '首次测量于 {{at}}。',
  'charts.perSecond': '{{number}} 次/秒',
  'charts.warnsFrom': '警告阈值',
  'charts.etcd-db-size': 'etcd：数据库大小',
  'charts.etcd-fsync-p99': 'etcd：WAL 落盘耗时，第 99 百分位',
  'charts.etcd-commit-p99': 'etcd：提交落盘耗时，第 99 百分位',
  'charts.etcd-raft-term': 'etcd：raft 任期（每次上升是一次选举）',
  'charts.apiserver-request-p99':
    'API 服务器：响应耗时，第 99 百分位（不含 watch）',
  'charts.apiserver-request-rate': 'API 服务器：每秒请求数',
  'charts.nodes-ready': '节点：就绪',
  'charts.against.etcd-db-quota': '配额',
  'charts.against.nodes-total': '全部节点',
};
