/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** 页面数据过期、加载失败时的提示。 */
export const states = {
  'banner.since': '自 {{at}} 起',
  'banner.shown': '页面显示的是当时的数据；在更新之前，等级均标为“数据过期”。',
  'banner.nothingShown': '尚未加载任何数据。',
  'banner.signIn': '重新登录',
  'banner.signed-out': '您已退出登录',
  'banner.signed-out.hint': '请重新登录以加载最新数据。',
  'banner.offline': '浏览器处于离线状态',
  'banner.offline.hint': '浏览器恢复联网后，页面会自动更新。',
  'banner.unreachable': '本门户的后端没有响应',
  'banner.unreachable.hint':
    '页面会自动重试。请检查后端是否在运行、网络是否可达。',
  'banner.foreign': '响应并非来自本门户的后端',
  'banner.foreign.hint': '可能是登录代理代为响应：请重新登录。',
  'banner.failed': '无法加载最新数据',
  'banner.failed.hint': '页面会自动重试。若错误持续出现，请查看后端日志。',
  'banner.silent': '没有收到更新的数据',
  'banner.silent.hint': '页面会自动重试。',
  'banner.not-collected': '此集群当前没有被采集',
  'banner.not-collected.hint':
    '请检查后端的各个副本是否在运行，以及日志中是否有对此集群的采集。',

  'grade.stale': '数据过期',
  'grade.staleLabel':
    '等级 {{grade}}，得分 {{score}}（满分 100），数据过期：缺少最新数据',

  'signals.filterNodes': '按名称、可用区、地址或状态筛选',
  'signals.heartbeatAge': '距上次心跳',
  'print.printed': '打印于 {{at}}，地址：{{address}}',
  'table.filtered': '{{total}} 行中的 {{shown}} 行',

  'cluster.didYouMean': '名称相近的集群：',

  'state.notLoaded': '未加载，请参阅上方的提示。',
};
