/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { history as en } from '../en/history';

/** 得分随时间的变化与发生的事件。 */
export const history: Record<keyof typeof en, string> = {
  'history.title': '得分变化',
  'history.range': '时间范围',
  'history.24h': '24 小时',
  'history.7d': '7 天',
  'history.30d': '30 天',
  'history.2y': '2 年',
  'history.empty':
    '此时间段内没有存储的得分。请选择更长的范围，或等待下一次采集。',
  'history.changes_one': '以表格显示 {{count}} 处变化',
  'history.changes_other': '以表格显示 {{count}} 处变化',
  'history.since': '开始时间',
  'history.label':
    '从 {{from}} 到 {{to}} 的得分：最初 {{first}}，最近 {{last}}，最低 {{lowest}}（{{lowestAt}}）',
  'history.columnLimitedBy': '受限于',
  'history.columnReason': '首要问题',
  'history.moments': '得分的变化',
  'history.moment': '{{at}}：得分 {{score}}，等级 {{grade}}',
  'history.reason': '{{verdict}}：{{title}}',
  'history.notKnown': '首次评估于 {{at}}',
  'history.gap': '未评估',
  'history.ungraded': '无等级',
  'history.notAssessed': '未评估',
  'history.lookHint': '指向或选择一处变化以查看其原因。',
  'history.nothingAt': '{{at}}：未评估',
  'history.outside': '{{at}}：不在此时间范围内',
  'history.openAt': '{{at}} 时未解决：{{names}}',
  'history.leaveMoment': '离开此时刻',

  'incidents.title': '发生的事件',
  'incidents.none': '此时间段内没有未解决的问题。',
  'incidents.quiet': '此期间没有发生故障。',
  'incidents.showOthers_one': '显示另外 {{count}} 个设计薄弱或不可见的问题',
  'incidents.showOthers_other': '显示另外 {{count}} 个设计薄弱或不可见的问题',
  'incidents.what': '原因',
  'incidents.verdict': '判定',
  'incidents.until': '结束时间',
  'incidents.lasted': '持续时间',
  'incidents.open': '仍未解决',
  'incidents.sentence': '{{title}} {{from}}–{{to}}，{{duration}}',
  'incidents.sentenceOpen': '{{title}} 自 {{from}} 起，{{duration}}',
  'incidents.showMore': '再显示 {{number}} 条',
  'incidents.older': '更早的事件未列出。请选择更短的范围或更早的结束时间。',

  'lastWeek.change': '一周前（{{at}}）：{{before}}。现在：{{now}}。',
  'lastWeek.appeared': '新出现：{{names}}。',
  'lastWeek.resolved': '已解决：{{names}}。',
  'lastWeek.same': '没有新的原因，也没有已解决的原因。',
};
