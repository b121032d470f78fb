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
    `无法读取 API Server ${p.instance} 的指标：${p.detail}`,
  'apiserver.metrics-none': p =>
    `${p.instances} 个 API Server 均无应答，因此没有任何计数`,
  'apiserver.metrics-required': () => '每个有应答的 API Server 的指标',
  'apiserver.second-reading': () =>
    '一两分钟后的第二次读数：目前的计数自进程启动起累计',

  'apiserver-apf-rejections.title': () => '被优先级与公平性机制拒绝的请求',
  'apiserver-apf-rejections.observed': p =>
    `${
      p.windowSeconds > 0
        ? `${duration(p.windowSeconds, 'zh')}内`
        : '自 API Server 启动以来'
    }${
      p.levels.length === 0
        ? '没有请求被拒绝'
        : `按优先级统计的被拒请求：${listZh(p.levels)}`
    }`,
  'apiserver-apf-rejections.required': () =>
    '没有请求被拒绝，尤其是 system、node-high 与 leader-election 级别',
  'apiserver-apf-rejections.unblocks': () =>
    '找出冲击 API Server 的 FlowSchema 并限制其客户端，或为该优先级分配更多份额',
  'apiserver-apf-rejections.off': () =>
    '优先级与公平性机制已关闭，由 apiserver-inflight-config 评判',

  'apiserver-terminated-requests.title': () => '因自我保护而中断的请求',
  'apiserver-terminated-requests.observed': p =>
    `${p.requests} 个请求中有 ${p.terminated} 个被中断（${percent(p.share)}）`,
  'apiserver-terminated-requests.required': p =>
    `被中断的请求不超过 ${percent(p.share)}`,
  'apiserver-terminated-requests.unblocks': () =>
    '为 API Server 减负：找出在途请求最多的客户端，或增加一个 API Server',
  'apiserver-terminated-requests.uncounted': () =>
    '没有 API Server 提供 apiserver_request_total 指标',

  'apiserver-cache-consistency.title': () => 'API Server 缓存与 etcd 一致',
  'apiserver-cache-consistency.observed': p =>
    p.instances.length === 0
      ? `缓存与 etcd 比对 ${p.compared} 次，均一致`
      : `缓存与 etcd 比对 ${p.compared} 次，失败 ${
          p.failures
        } 次，位于 ${listZh(p.instances)}`,
  'apiserver-cache-consistency.required': () => '缓存与 etcd 的比对没有失败',
  'apiserver-cache-consistency.unblocks': p =>
    `先比对各 etcd 成员（etcd-hash-consistency）；若一致，则逐个重启 ${listZh(
      p.instances,
    )}`,
  'apiserver-cache-consistency.uncounted': p =>
    `${listZh(p.instances)} 尚未进行过缓存比对（启动数分钟后才有第一次）`,
  'apiserver-cache-consistency.errors': p =>
    `${listZh(p.instances)} 的缓存比对全部出错：与 etcd 是否一致无从得知`,
  'apiserver-cache-consistency.too-old': p =>
    `${p.version} 不会将缓存与 etcd 比对；该能力自 1.34 起提供`,
};
