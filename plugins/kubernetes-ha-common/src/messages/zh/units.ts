/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TranslationOf } from '../types';
import type { units as en } from '../en/units';

export const units: TranslationOf<typeof en> = {
  'unit.candidates': p => `${p.count} 个候选者`,
  'unit.commits': p => `${p.count} 次提交`,
  'unit.comparisons': p => `${p.count} 次比对`,
  'unit.elections': p => `${p.count} 次选举`,
  'unit.endpoints': p => `${p.count} 个端点`,
  'unit.entries': p => `${p.count} 条`,
  'unit.instances': p => `${p.count} 个实例`,
  'unit.probes in a row': p => `连续 ${p.count} 次探测`,
  'unit.members': p => `${p.count} 个成员`,
  'unit.minor versions': p => `${p.count} 个次要版本`,
  'unit.nodes': p => `${p.count} 个节点`,
  'unit.patch versions': p => `${p.count} 个补丁版本`,
  'unit.requests': p => `${p.count} 个请求`,
  'unit.servers': p => `${p.count} 台服务器`,
  'unit.times': p => `${p.count} 次`,
  'unit.transitions': p => `${p.count} 次切换`,
  'unit.writes': p => `${p.count} 次写入`,
  'unit.zones': p => `${p.count} 个可用区`,
  'unit.ms': p => `${p.count} 毫秒`,
};
