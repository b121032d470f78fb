/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { units as en } from '../en/units';

export const units: Record<keyof typeof en, string> = {
  'unit.candidates_one': '{{count}} 个候选者',
  'unit.candidates_other': '{{count}} 个候选者',
  'unit.commits_one': '{{count}} 次提交',
  'unit.commits_other': '{{count}} 次提交',
  'unit.comparisons_one': '{{count}} 次比对',
  'unit.comparisons_other': '{{count}} 次比对',
  'unit.elections_one': '{{count}} 次选举',
  'unit.elections_other': '{{count}} 次选举',
  'unit.endpoints_one': '{{count}} 个端点',
  'unit.endpoints_other': '{{count}} 个端点',
  'unit.entries_one': '{{count}} 条',
  'unit.entries_other': '{{count}} 条',
  'unit.instances_one': '{{count}} 个实例',
  'unit.instances_other': '{{count}} 个实例',
  'unit.collections_one': '{{count}} 次连续观测',
  'unit.collections_other': '{{count}} 次连续观测',
  'unit.members_one': '{{count}} 个成员',
  'unit.members_other': '{{count}} 个成员',
  'unit.minorVersions_one': '{{count}} 个次版本',
  'unit.minorVersions_other': '{{count}} 个次版本',
  'unit.nodes_one': '{{count}} 个节点',
  'unit.nodes_other': '{{count}} 个节点',
  'unit.patchVersions_one': '{{count}} 个补丁版本',
  'unit.patchVersions_other': '{{count}} 个补丁版本',
  'unit.requests_one': '{{count}} 个请求',
  'unit.requests_other': '{{count}} 个请求',
  'unit.servers_one': '{{count}} 台服务器',
  'unit.servers_other': '{{count}} 台服务器',
  'unit.times_one': '{{count}} 次',
  'unit.times_other': '{{count}} 次',
  'unit.transitions_one': '{{count}} 次切换',
  'unit.transitions_other': '{{count}} 次切换',
  'unit.writes_one': '{{count}} 次写入',
  'unit.writes_other': '{{count}} 次写入',
  'unit.zones_one': '{{count}} 个可用区',
  'unit.zones_other': '{{count}} 个可用区',
  'unit.ms': '{{number}} 毫秒',
};
