/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { fixes as en } from '../en/fixes';

export const fixes: Record<keyof typeof en, string> = {
  'fix.title': '修复清单',
  'fix.note': '单独实施时收益最大的改动',
  'fix.connect': '接入 {{source}}',
  'fix.machines': '恢复 {{names}}',
  'fix.gain': '{{from}} → {{to}}',
  'fix.visible_one': '{{count}} 项检查变为可见',
  'fix.visible_other': '{{count}} 项检查变为可见',
  'fix.all': '显示全部 {{number}} 项',
  'fix.rest_one': '另有 {{count}} 个原因，单独修复既不改变等级也不增加可见度。',
  'fix.rest_other':
    '另有 {{count}} 个原因，单独修复既不改变等级也不增加可见度。',
  'fix.none': '在这些集群中，没有任何单项改动能提高得分或使检查变为可见。',
  'fix.grades_one': '{{count}} 个集群由 {{from}} 升至 {{to}}',
  'fix.grades_other': '{{count}} 个集群由 {{from}} 升至 {{to}}',
  'fix.points_one': '得分提高 {{count}} 分',
  'fix.points_other': '得分共提高 {{count}} 分',
  'fix.clusters_one': '涉及 {{count}} 个集群',
  'fix.clusters_other': '涉及 {{count}} 个集群',
};
