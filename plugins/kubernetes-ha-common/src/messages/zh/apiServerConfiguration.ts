/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh, percent, round } from '../format';
import type { TranslationOf } from '../types';
import type { apiServerConfiguration as en } from '../en/apiServerConfiguration';

const fewEndpoints = (p: { endpoints: number }) =>
  p.endpoints === 0 ? '没有就绪端点' : `只有 ${p.endpoints} 个就绪端点`;

const webhookStops: Record<string, string> = {
  'kube-system': 'kube-system 的 Pod 与 Lease',
  nodes: '节点',
  'own-backend': '其自身的后端',
};

const chosenBy = (scope: readonly string[] | undefined) =>
  scope && scope.length > 0 ? `（${scope.join('；')}）` : '';

const webhookWeakness: Record<
  string,
  (p: {
    endpoints: number;
    nodes: number;
    stops?: readonly string[];
    scope?: readonly string[];
    conditions?: number;
  }) => string
> = {
  'too-few-endpoints': p =>
    p.stops && p.stops.length > 0
      ? `${fewEndpoints(p)}，可能使${listZh(
          p.stops.map(part => webhookStops[part] ?? part),
        )}停摆`
      : fewEndpoints(p),
  conditional: p =>
    `${fewEndpoints(p)}；是否会使${listZh(
      (p.stops ?? []).map(part => webhookStops[part] ?? part),
    )}停摆取决于其 ${p.conditions ?? 0} 个匹配条件（CEL），此处不对其求值`,
  limited: p =>
    `${fewEndpoints(p)}；只影响其匹配的请求${chosenBy(
      p.scope,
    )}，不影响 kube-system、节点及其自身的后端`,
  url: () => '由集群外的 URL 提供服务',
  'one-node': p => `的 ${p.endpoints} 个就绪端点全在同一节点`,
  'one-zone': p => `的 ${p.endpoints} 个就绪端点全在同一可用区`,
  'own-namespace': () => '会拦截其自身命名空间的 Pod',
  'slow-timeout': () => '的超时设置过长',
};

const loadBalancerChecks: Record<string, string> = {
  page: '负载均衡器检查 /readyz',
  port: '负载均衡器只检查端口',
};

export const apiServerConfiguration: TranslationOf<typeof en> = {
  'flags.unknown': p =>
    `${p.instances.length > 0 ? `${listZh(p.instances)} 上` : ''}${
      p.instances.length > 0 ? '的 ' : ''
    }${p.component} 启动参数不可见${p.detail ? `：${p.detail}` : ''}`,
  'flags.required': p =>
    `每个 ${p.component} 的启动参数，来自其静态 Pod${
      p.component === 'kube-apiserver' ? '或 /flagz' : ''
    }`,

  'webhook-failclosed-spof.title': () => '失败即拒绝的准入 Webhook',
  'webhook-failclosed-spof.observed': p =>
    `${p.webhook} 对 ${listZh(p.guards)} 失败即拒绝，${
      webhookWeakness[p.weakness]?.(p) ?? p.weakness
    }${p.more > 0 ? `；另有 ${p.more} 个也存在弱点` : ''}`,
  'webhook-failclosed-spof.none': () =>
    '没有 Webhook 对 Pod、节点、Lease 或 EndpointSlice 失败即拒绝',
  'webhook-failclosed-spof.sound': p =>
    `${p.webhooks} 个对关键资源失败即拒绝的 Webhook，均有冗余端点${
      p.untold && p.untold.length > 0
        ? `；${listZh(p.untold)} 是否排除了自身命名空间未知`
        : ''
    }`,
  'webhook-failclosed-spof.required': p =>
    `凡可能使集群自身停摆的 Webhook：${p.endpoints} 个就绪端点分布在不同节点与可用区，排除自身命名空间，超时不超过 ${p.timeoutSeconds} 秒`,
  'webhook-failclosed-spof.fix': p =>
    `为 ${listZh(
      p.webhooks,
    )} 部署分散的副本并排除其自身命名空间，或将 failurePolicy 设为 Ignore`,

  'apiserver-goaway-chance.title': () => 'API 连接再均衡',
  'apiserver-goaway-chance.observed': p =>
    p.without.length > 0
      ? `${p.instances} 个 API 服务器中有 ${
          p.without.length
        } 个的 --goaway-chance 为 0：${listZh(p.without)}`
      : `${p.instances} 个 API 服务器的 --goaway-chance 为 ${listZh(
          p.chances,
        )}`,
  'apiserver-goaway-chance.required': p =>
    p.single
      ? '只有一个 API 服务器时应为 0：其客户端没有其他可连接的实例'
      : `每个 API 服务器上均大于 0；建议从 ${p.recommended} 开始`,
  'apiserver-goaway-chance.fix': p =>
    `以 --goaway-chance=${p.recommended} 启动各 API 服务器`,
  'apiserver-goaway-chance.fix-single': () =>
    '在有第二个 API 服务器之前，从 API 服务器移除 --goaway-chance',

  'apiserver-inflight-config.title': () => 'API 并发限制',
  'apiserver-inflight-config.observed': p =>
    `最少的实例 ${p.instance} 可同时处理 ${p.requests} 个请求；${
      p.level
        ? `最繁忙的级别 ${p.level} 占用其席位的 ${percent(p.seatUse)}`
        : '未测得席位占用'
    }`,
  'apiserver-inflight-config.unfair': p =>
    `${listZh(p.instances)} 关闭了 API 优先级和公平性`,
  'apiserver-inflight-config.required': p =>
    `启用 API 优先级和公平性，至少可同时处理 ${
      p.requests
    } 个请求，任一级别的席位占用低于 ${percent(p.seatUse)}`,
  'apiserver-inflight-config.fix': p =>
    p.small
      ? '调高 API 服务器的 --max-requests-inflight 或 --max-mutating-requests-inflight：起作用的是两者之和'
      : '找出占满该级别的客户端；若机器尚有余量，可调高 API 服务器的 --max-requests-inflight',
  'apiserver-inflight-config.fix-unfair': () =>
    '从 API 服务器移除 --enable-priority-and-fairness=false',

  'apiserver-graceful-shutdown.title': () => 'API 服务器体面关闭',
  'apiserver-graceful-shutdown.observed': p =>
    `${p.instance} 的 --shutdown-delay-duration 最短，为 ${round(
      p.delaySeconds,
      1,
    )} 秒；${loadBalancerChecks[p.checks] ?? '负载均衡器的检查方式未知'}`,
  'apiserver-graceful-shutdown.required': p =>
    `至少 ${round(
      p.detectionSeconds,
      1,
    )} 秒，即负载均衡器发现 API 服务器故障所需的时间`,
  'apiserver-graceful-shutdown.fix': p =>
    `在 API 服务器上设置 --shutdown-delay-duration=${round(
      p.detectionSeconds,
      1,
    )}s${p.checks === 'page' ? '' : '，并让负载均衡器检查 /readyz'}`,

  'apiserver-endpoint-reconciler.title': () => 'Service kubernetes 的端点',
  'apiserver-endpoint-reconciler.observed': p =>
    [
      `Service kubernetes 中有 ${p.addresses} 个地址`,
      p.dead.length > 0 ? `已失效：${listZh(p.dead)}` : '无失效地址',
      p.types.length > 0 ? `协调器类型 ${listZh(p.types)}` : '协调器类型不可见',
    ].join('；'),
  'apiserver-endpoint-reconciler.required': p =>
    `失效地址存在不超过 ${duration(p.deadSeconds, 'zh')}，且使用 lease 协调器`,
  'apiserver-endpoint-reconciler.fix': p =>
    `恢复 ${listZh(p.dead)}；若已永久下线，则从端点中移除该条目`,
  'apiserver-endpoint-reconciler.fix-type': () =>
    '从 API 服务器移除 --endpoint-reconciler-type=master-count：它不会移除已失效的 API 服务器的地址',
  'apiserver-endpoint-reconciler.none': () => 'Service kubernetes 没有就绪地址',
  'apiserver-endpoint-reconciler.off': () =>
    'Service kubernetes 的端点不由 API 服务器维护（--endpoint-reconciler-type=none）',

  'apiserver-version-skew.title': () => 'API 服务器与 kubelet 的版本偏差',
  'apiserver-version-skew.observed': p =>
    [
      `次要版本 ${listZh(p.minors)}；API 服务器版本 ${listZh(p.apiServers)}`,
      p.newer.length > 0 ? `kubelet 比 API 服务器新：${listZh(p.newer)}` : '',
      p.tooOld.length > 0 ? `kubelet 过旧：${listZh(p.tooOld)}` : '',
    ]
      .filter(Boolean)
      .join('；'),
  'apiserver-version-skew.required': p =>
    `次要版本一致；升级期间 kubelet 不得比 API 服务器新，也不得落后超过 ${p.minors} 个次要版本`,
  'apiserver-version-skew.fix': p =>
    `先升级 API 服务器，再升级 ${listZh(p.names)}`,
  'apiserver-version-skew.unreadable': p =>
    `${listZh(p.names)} 报告的“${p.text}”不是 Kubernetes 版本`,
};
