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
  'slow-timeout': () => '等待应答的超时过长',
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
        ? `；无法得知 ${listZh(p.untold)} 是否排除了自身命名空间`
        : ''
    }`,
  'webhook-failclosed-spof.required': p =>
    `凡可能使集群自身停摆的 Webhook：${p.endpoints} 个就绪端点分布在不同节点与可用区，排除自身命名空间，超时不超过 ${p.timeoutSeconds} 秒`,
  'webhook-failclosed-spof.unblocks': p =>
    `为 ${listZh(
      p.webhooks,
    )} 部署分散的副本并排除其自身命名空间，或将 failurePolicy 设为 Ignore`,

  'apiserver-goaway-chance.title': () => '连接再均衡',
  'apiserver-goaway-chance.observed': p =>
    p.without.length > 0
      ? `${p.instances} 个 API Server 中有 ${
          p.without.length
        } 个的 --goaway-chance 为 0：${listZh(p.without)}`
      : `${p.instances} 个 API Server 的 --goaway-chance 为 ${listZh(
          p.chances,
        )}`,
  'apiserver-goaway-chance.required': p =>
    p.single
      ? '单个 API Server 上应为 0：其客户端别无去处'
      : `每个 API Server 上均大于 0；建议从 ${p.recommended} 开始`,
  'apiserver-goaway-chance.unblocks': p =>
    `以 --goaway-chance=${p.recommended} 启动各 API Server`,
  'apiserver-goaway-chance.unblocks-single': () =>
    '在有第二个 API Server 之前移除 --goaway-chance',

  'apiserver-inflight-config.title': () => '并发请求预算',
  'apiserver-inflight-config.observed': p =>
    `最少的实例 ${p.instance} 可同时处理 ${p.requests} 个请求；${
      p.level
        ? `最繁忙的级别 ${p.level} 占用其席位的 ${percent(p.seatUse)}`
        : '未测得席位占用'
    }`,
  'apiserver-inflight-config.unfair': p =>
    `${listZh(p.instances)} 关闭了优先级与公平性机制`,
  'apiserver-inflight-config.required': p =>
    `启用优先级与公平性机制，至少可同时处理 ${
      p.requests
    } 个请求，任一级别的席位占用低于 ${percent(p.seatUse)}`,
  'apiserver-inflight-config.unblocks': p =>
    p.small
      ? '调高 --max-requests-inflight 或 --max-mutating-requests-inflight：起作用的是两者之和'
      : '找出占满该级别的客户端；若机器尚有余量，可调高 --max-requests-inflight',
  'apiserver-inflight-config.unblocks-unfair': () =>
    '移除 --enable-priority-and-fairness=false',

  'apiserver-graceful-shutdown.title': () => 'API Server 平滑退出',
  'apiserver-graceful-shutdown.observed': p =>
    `${p.instance} 的 --shutdown-delay-duration 最短，为 ${round(
      p.delaySeconds,
      1,
    )} 秒；${loadBalancerChecks[p.checks] ?? '负载均衡器的检查方式未知'}`,
  'apiserver-graceful-shutdown.required': p =>
    `至少 ${round(p.detectionSeconds, 1)} 秒，即负载均衡器发现故障所需的时间`,
  'apiserver-graceful-shutdown.unblocks': p =>
    `设置 --shutdown-delay-duration=${round(p.detectionSeconds, 1)}s${
      p.checks === 'page' ? '' : '，并让负载均衡器检查 /readyz'
    }`,

  'apiserver-endpoint-reconciler.title': () =>
    'Service kubernetes 只指向存活的 API Server',
  'apiserver-endpoint-reconciler.observed': p =>
    [
      `Service kubernetes 中有 ${p.addresses} 个地址`,
      p.dead.length > 0 ? `已失效：${listZh(p.dead)}` : '无失效地址',
      p.types.length > 0 ? `协调器类型 ${listZh(p.types)}` : '协调器类型不可见',
    ].join('；'),
  'apiserver-endpoint-reconciler.required': p =>
    `失效地址存在不超过 ${duration(p.deadSeconds, 'zh')}，且使用 lease 协调器`,
  'apiserver-endpoint-reconciler.unblocks': p =>
    `恢复 ${listZh(p.dead)}；若已永久下线，则从端点中移除该条目`,
  'apiserver-endpoint-reconciler.unblocks-type': () =>
    '移除 --endpoint-reconciler-type=master-count：它不会剔除已失效的 API Server',
  'apiserver-endpoint-reconciler.none': () => 'Service kubernetes 没有就绪地址',
  'apiserver-endpoint-reconciler.off': () =>
    'Service kubernetes 的端点不由 API Server 维护（--endpoint-reconciler-type=none）',

  'apiserver-version-skew.title': () => 'API Server 与 kubelet 的版本',
  'apiserver-version-skew.observed': p =>
    [
      `次版本 ${listZh(p.minors)}；API Server 版本 ${listZh(p.apiServers)}`,
      p.newer.length > 0 ? `kubelet 比 API Server 新：${listZh(p.newer)}` : '',
      p.tooOld.length > 0 ? `kubelet 过旧：${listZh(p.tooOld)}` : '',
    ]
      .filter(Boolean)
      .join('；'),
  'apiserver-version-skew.required': p =>
    `次版本一致；升级期间 kubelet 不得比 API Server 新，也不得落后超过 ${p.minors} 个次版本`,
  'apiserver-version-skew.unblocks': p =>
    `先升级 API Server，再升级 ${listZh(p.names)}`,
  'apiserver-version-skew.unreadable': p =>
    `${listZh(p.names)} 给出的不是 Kubernetes 版本，而是“${p.text}”`,
};
