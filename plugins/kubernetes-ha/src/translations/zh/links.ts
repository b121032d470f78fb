/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** See the English labels. */
export const links = {
  'link.resolvedTitle': '此链接指向的问题已解决',
  'link.resolved': '已解决：',
  'link.lasted': '，持续了 {{duration}}。',
  'link.passes':
    '以下检查没有发现：{{titles}}。当前未失败，也没有存储更早的发现。',
  'link.unknown.check': '不存在检查“{{name}}”',
  'link.unknown.alert': '没有与告警“{{name}}”对应的检查',
  'link.near': '相近的名称：{{names}}。请更正链接。',
  'link.noneNear.check': '没有名称相近的检查：请更正链接。',
  'link.noneNear.alert':
    '没有名称相近的告警：请去掉该参数打开集群，或用 ?finding= 链接到检查。',
};
