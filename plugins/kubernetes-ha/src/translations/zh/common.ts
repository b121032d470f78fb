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
  'page.of': '{{what}} – {{page}}',
  'page.notFoundTitle': '该地址没有对应的页面',
  'page.subtitle': '集群的可用性取决于最弱的一环',

  'count.fail': '{{number}} 项失败',
  'count.warn': '{{number}} 项警告',
  'count.unknown': '{{number}} 项未知',
  'names.more': '{{names}} 及另外 {{number}} 个',

  'grade.label': '等级 {{grade}}，得分 {{score}}（满分 100）',
  'grade.provisionalLabel':
    '暂定等级 {{grade}}，得分 {{score}}（满分 100）：实际可能更低',
  'grade.none': '尚无等级',
  'grade.range': '可能为 {{best}} 到 {{worst}}。',
  'grade.provisional': '暂定',

  'observation.recordedOn': '录制于 {{date}}',
  'observation.recordedHint':
    '正在回放录制数据。数据的实际观测日期为 {{date}}，时间已平移到当前。',
  'observation.never': '从未观测',
  'observation.notConnected': '未接入：{{sources}}',
  'observation.problem': '{{source}}：{{reason}}',

  'time.justNow': '刚刚',
  'time.ago': '{{duration}}前',
  'time.in': '{{duration}}后',
  'time.for': '已持续 {{duration}}',
  'time.downFor': '已中断 {{duration}}',

  'state.loading': '正在加载',
  'state.retry': '重试',
  'state.failedTitle': '加载失败',
  'state.notFoundTitle': '未找到，或无权查看',
  'state.forbiddenTitle': '无权查看',
  'state.forbiddenHint': '需要权限 {{permission}}，请联系本门户的管理者。',
  'state.failedHint':
    '门户会在下一个周期自动重试。若一直如此，请查看后端日志。',

  'sparkline.empty': '尚无得分',
  'sparkline.label':
    '{{days}} 天内的得分：从 {{first}} 到 {{last}}，最低 {{lowest}}',
};
