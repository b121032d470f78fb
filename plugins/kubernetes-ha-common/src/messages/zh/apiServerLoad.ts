/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh, percent } from '../format';
import type { TranslationOf } from '../types';
import type { apiServerLoad as en } from '../en/apiServerLoad';

export const apiServerLoad: TranslationOf<typeof en> = {
  'apiserver.metrics-unknown': p =>
    `无法读取 API 服务器 ${p.instance} 的指标：${p.detail}`,
  'apiserver.metrics-none': p =>
    `${p.instances} 个 API 服务器均无响应，因此没有任何计数`,
  'apiserver.metrics-required': () => '每个有响应的 API 服务器的指标',
  'apiserver.second-reading': () =>
    '一两分钟后的第二次采集：目前的计数器覆盖进程启动以来的全部时间',

  'apiserver-apf-rejections.title': () => 'API 优先级和公平性拒绝的请求',
  'apiserver-apf-rejections.observed': p =>
    `${
      p.windowSeconds > 0
        ? `${duration(p.windowSeconds, 'zh')}内`
        : '自 API 服务器启动以来'
    }${
      p.levels.length === 0
        ? '没有请求被拒绝'
        : `按优先级统计的被拒请求：${listZh(p.levels)}`
    }`,
  'apiserver-apf-rejections.required': () =>
    '没有请求被拒绝，尤其是 system、node-high 与 leader-election 级别',
  'apiserver-apf-rejections.fix': () =>
    '找出客户端使 API 服务器过载的 FlowSchema 并限制这些客户端，或为其优先级分配更多份额',
  'apiserver-apf-rejections.off': () =>
    'API 优先级和公平性已关闭；见检查项 apiserver-inflight-config',

  'apiserver-terminated-requests.title': () => '因过载保护而终止的请求',
  'apiserver-terminated-requests.observed': p =>
    `${p.requests} 个请求中有 ${p.terminated} 个被终止（${percent(p.share)}）`,
  'apiserver-terminated-requests.required': p =>
    `被终止的请求不超过 ${percent(p.share)}`,
  'apiserver-terminated-requests.fix': () =>
    '降低 API 服务器的负载：找出在途请求最多的客户端，或增加一个 API 服务器',
  'apiserver-terminated-requests.uncounted': () =>
    '没有 API 服务器提供 apiserver_request_total 指标',

  'apiserver-cache-consistency.title': () => 'API 服务器缓存一致性',
  'apiserver-cache-consistency.observed': p =>
    p.instances.length === 0
      ? `缓存与 etcd 比对 ${p.compared} 次，均一致`
      : `缓存与 etcd 比对 ${p.compared} 次，失败 ${
          p.failures
        } 次，位于 ${listZh(p.instances)}`,
  'apiserver-cache-consistency.required': () => '缓存与 etcd 的比对没有失败',
  'apiserver-cache-consistency.fix': p =>
    `先比对各 etcd 成员（etcd-hash-consistency）；若一致，则逐个重启 ${listZh(
      p.instances,
    )}`,
  'apiserver-cache-consistency.uncounted': p =>
    `${listZh(p.instances)} 尚未进行过缓存比对（启动数分钟后才有第一次）`,
  'apiserver-cache-consistency.errors': p =>
    `${listZh(p.instances)} 的缓存比对全部出错：与 etcd 是否一致未知`,
  'apiserver-cache-consistency.too-old': p =>
    `${p.version} 不会将缓存与 etcd 比对；该能力自 1.34 起提供`,
};
