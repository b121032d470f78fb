/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Words of the navigation in Simplified Chinese. */
const zh = {
  search: '搜索',
  menu: '菜单',
  settings: '设置',
  kubernetesHa: 'Kubernetes 高可用',
  skipToContent: '跳到主要内容',
};

export default zh;
