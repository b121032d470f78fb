/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { listZh } from '../format';
import type { TranslationOf } from '../types';
import type { etcd as en } from '../en/etcd';

export const etcd: TranslationOf<typeof en> = {
  'etcd-quorum-fault-tolerance.title': () => 'etcd 可用冗余成员',
  'etcd-quorum-fault-tolerance.observed': p =>
    [
      `${p.voters} 个投票成员中 ${p.healthy} 个健康`,
      p.unhealthy.length > 0 ? `不健康：${listZh(p.unhealthy)}` : '',
      p.silent.length > 0 ? `无应答：${listZh(p.silent)}` : '',
    ]
      .filter(Boolean)
      .join('；'),
  'etcd-quorum-fault-tolerance.required': p =>
    `${p.required} 个健康的投票成员：失去一个后仍有 ${p.quorum} 个可达成多数`,
  'etcd-quorum-fault-tolerance.unblocks': p =>
    `恢复以下成员中的 ${p.missing} 个：${listZh(p.candidates)}`,
};
