/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TranslationOf } from '../types';
import type { common as en } from '../en/common';

export const common: TranslationOf<typeof en> = {
  'section.unknown': p => `无法读取 ${p.section}：${p.detail}`,
  'section.stale': p =>
    `${p.section} 上次观测于 ${p.ageSeconds} 秒前；超过 ${p.limitSeconds} 秒即不可信`,
  'section.required': p => `${p.sections.join('、')} 的最新读数`,
  'section.absent': p => `该集群不包含 ${p.section}：${p.detail}`,
};
