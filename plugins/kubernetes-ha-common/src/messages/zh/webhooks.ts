/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh, percent } from '../format';
import type { TranslationOf } from '../types';
import type { webhooks as en } from '../en/webhooks';

const DAY_SECONDS = 86_400;

type Problem = Readonly<{
  problem: string;
  service: string;
  leftDays: number;
  calls: number;
}>;

const problems: Record<string, (p: Problem) => string> = {
  'ca-invalid': () => '其 caBundle 中没有可读取的证书',
  'ca-expired': p =>
    `其 caBundle 中的证书均已过期，最后一张已过期 ${duration(
      -p.leftDays * DAY_SECONDS,
      'zh',
    )}`,
  'ca-ends': p =>
    `其 caBundle 中最后到期的证书将在 ${duration(
      p.leftDays * DAY_SECONDS,
      'zh',
    )}后到期`,
  'no-service': p =>
    `Service ${p.service} 没有 EndpointSlice：它不存在，或未选中任何 Pod`,
  'no-endpoints': p => `Service ${p.service} 没有就绪端点`,
  'calls-fail': p => `自上次采集以来，API 服务器记录了 ${p.calls} 次调用失败`,
};

const fixes: Record<string, string> = {
  'ca-invalid': '将其 CA 证书（PEM）写入 caBundle',
  'ca-expired':
    '更新其 CA 与服务证书，再更新 caBundle；使用 cert-manager 时：注解 cert-manager.io/inject-ca-from',
  'ca-ends': '更新其 CA，并在服务端出示新证书之前将旧 CA 保留在 caBundle 中',
  'no-service': '恢复其 Service；若已不再使用，则删除该 Webhook',
  'no-endpoints': '恢复其 Service 背后的 Pod',
  'calls-fail':
    '在 API 服务器的日志中搜索 "failed calling webhook"：常见原因是证书名称、NetworkPolicy 与超时',
};

export const webhooks: TranslationOf<typeof en> = {
  'webhook-callable.title': () => '准入 Webhook 的可达性',
  'webhook-callable.none': () => '集群中没有准入 Webhook',
  'webhook-callable.observed': p =>
    `${p.webhook}${
      p.problem === 'ca-ends'
        ? ''
        : ` 无法被调用，其匹配的请求会被${p.failsClosed ? '拒绝' : '直接放行'}`
    }：${problems[p.problem]?.(p) ?? p.problem}${
      p.more > 0 ? `；另有 ${p.more} 个 Webhook 存在问题` : ''
    }`,
  'webhook-callable.sound': p =>
    [
      `${p.webhooks} 个 Webhook 的 Service 可用，CA 有效期充足`,
      p.counted ? '' : '未统计调用失败次数，因为无法读取 API 服务器的指标',
      p.counted && p.unread.length > 0 ? `未读取指标：${listZh(p.unread)}` : '',
    ]
      .filter(Boolean)
      .join('；'),
  'webhook-callable.unread': p => `未读取 ${listZh(p.webhooks)} 的 CA 证书包`,
  'webhook-callable.required': p =>
    `CA 证书包可读取，且剩余多于 ${p.days} 天或其总有效期的 ${percent(
      p.share,
    )}；Service 有就绪端点；没有调用失败`,
  'webhook-callable.fix': p =>
    `修复 ${p.webhook}：${fixes[p.problem] ?? p.problem}`,
};
