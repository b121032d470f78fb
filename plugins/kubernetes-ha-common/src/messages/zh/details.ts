/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { TranslationOf } from '../types';
import type { details as en } from '../en/details';

export const details: TranslationOf<typeof en> = {
  'detail.provider-api-servers': p =>
    `云厂商（${p.platform}）在一个端点之后运行 API 服务器`,
  'detail.no-single-api-server': () =>
    '此连接经过代理，无法到达单个 API 服务器；请使用 kubeconfig 或 serviceAccount 连接',
  'detail.too-many-api-servers': p =>
    `EndpointSlice、身份 Lease、镜像 Pod 和配置共给出 ${p.instances} 个 API 服务器地址；上限为 ${p.bound}。请删除不属于任何 API 服务器的地址`,
  'detail.no-api-server-named': () =>
    '没有 EndpointSlice、身份 Lease、镜像 Pod 或配置给出 API 服务器',
  'detail.no-machine-in-slice': p =>
    `default/kubernetes 的 EndpointSlice 未给出 API 服务器；未探测，因为不是机器的 IP 地址：${p.host}`,
  'detail.no-api-server-metrics': () => '该页面没有 API 服务器的指标',
  'detail.not-probed': p => `未探测，因为没有响应：${p.detail}`,
  'detail.no-direct-route': () => '此连接没有可用于 TLS 握手的直接路由',
  'detail.no-voter-responded': () => '没有投票成员响应',
  'detail.too-many-etcd-members': p =>
    `${p.from} 列出了 ${p.members} 个成员；上限为 ${p.bound}。请检查该地址是否为此集群的 etcd`,
  'detail.different-etcd-clusters': p =>
    `配置的端点属于 ${p.clusters} 个不同的 etcd 集群（${p.endpoints.join(
      '、',
    )}）；请配置同一个集群的端点`,
  'detail.no-member-responded': p =>
    `没有成员响应：${p.endpoints.join('、')}；${p.detail}`,
  'detail.etcd-declared-managed': () =>
    '已在配置中声明（etcd: managed）：由云厂商运行 etcd',
  'detail.etcd-provider-managed': p =>
    `在 ${p.platform} 上由云厂商运行 etcd 且不对外暴露`,
  'detail.etcd-not-configured': p =>
    `${p.cluster} 的配置中没有 etcd 成员：请设置该集群的 etcd.endpoints、etcd.caFile、etcd.certFile 和 etcd.keyFile；若由云厂商运行，则设置 etcd: managed`,
  'detail.compacted-between-hashes': p =>
    `在读取各成员哈希之间 etcd 发生了压缩，共 ${p.times} 次`,
  'detail.served-without-tls': p => `${p.address} 未使用 TLS；应为 https`,
  'detail.only-learners-responded': () =>
    '只有 learner 响应，而 learner 不提供成员列表；请添加投票成员的端点',
  'detail.no-leader-known': () => '没有成员知道领导者',
  'detail.no-etcd-metrics': () => '该页面没有 etcd 的指标',
  'detail.member-not-started': () => '该成员已添加但尚未启动',
  'detail.no-client-url': p =>
    `没有可探测 ${p.member} 的地址：它公布的是 ${
      p.urls.join('、') || '空的客户端 URL'
    }；请将其端点加入 etcd.endpoints`,
  'detail.too-many-client-urls': p =>
    `没有可探测 ${p.member} 的地址：它公布了 ${p.urls} 个客户端 URL；上限为 ${p.bound}。请将 --advertise-client-urls 设为客户端使用的地址，或将其端点加入 etcd.endpoints`,
  'detail.client-urls-not-http': p =>
    `没有可探测 ${
      p.member
    } 的地址：其客户端 URL 不是 http 或 https（${p.urls.join(
      '、',
    )}），已被忽略。请将 --advertise-client-urls 设为其他机器可到达的地址，或将其端点加入 etcd.endpoints`,
  'detail.module-reads-section': () => '该数据段由模块的信号源读取',
  'detail.api-not-served': p => `API 服务器不提供 ${p.groupVersion}`,
  'detail.served-apis-unread': p =>
    `${p.detail}；且无法读取所提供的 API 列表：${p.discovery}`,
  'detail.no-config-map': p => `不存在 ConfigMap ${p.names.join(' 或 ')}`,
  'detail.node-without-machine-address': p =>
    `未探测，因为该节点未给出机器的 IP 地址和端口：${p.address}`,
  'detail.no-kubelet-port': () =>
    '该节点没有 kubelet 端口（status.daemonEndpoints）或地址',
  'detail.virtual-node': () => '虚拟节点，没有 kubelet',
  'detail.kubelet-own-certificate': p =>
    `${p.detail}。除非启用 serverTLSBootstrap，否则 kubelet 自行签发证书；令牌不会发送给无法证明身份的 kubelet`,
  'detail.kubelet-webhook-authentication': p =>
    `${p.detail}。kubelet 必须接受 Webhook 身份认证（authentication.webhook.enabled）`,
  'detail.kubelet-configz-right': p =>
    `${p.detail}。只读账号需要对 nodes/configz 的 get 权限（Kubernetes 1.33 或更高版本）`,
  'detail.kubelet-needs-proxy': () =>
    '此连接经过代理；读取 kubelet 配置将需要 nodes/proxy 权限，该权限还允许 exec，因此从不请求',
  'detail.nodes-not-collected': () => '尚未采集节点',
  'detail.kubelets-in-turn': p => `kubelet 轮流查询，每次采集 ${p.kubelets} 个`,
  'detail.lease-list-expired': () =>
    '读取过程中列表两次过期（HTTP 410）：其变化快于读取速度',
  'detail.no-date-header': () =>
    '响应没有 Date 头，因此无法按服务器时钟确定 Lease 的年龄',
  'detail.too-many-leases': p =>
    `${p.pages} 页上有 ${p.leases} 个 Lease 且仍有更多；上限为 ${p.leaseBound} 和 ${p.pageBound}。请删除不再续约的 Lease，或检查该地址是否为 API 服务器`,
  'detail.bad-continue-token': () =>
    '列表的 continue 令牌重复、过长或不是有效文本：无法请求列表的其余部分',
  'detail.endpoint-not-reachable': () =>
    '此连接只能通过自身地址访问 API，不能通过 apiServer.endpoint',
  'detail.kube-vip-no-statistics': () =>
    'kube-vip 没有后端统计信息；其 Pod 为 Ready',
  'detail.kube-vip-pod-not-ready': p => `Pod ${p.pod} 未 Ready`,
  'detail.lb-declared-provider': () =>
    '已在配置中声明（loadBalancer.kind: provider）：由云厂商运行',
  'detail.lb-declared-none': () =>
    '已在配置中声明（loadBalancer.kind: none）：没有负载均衡器',
  'detail.lb-provider-managed': p =>
    `在 ${p.platform} 上由云厂商运行负载均衡器`,
  'detail.kube-vip-unread': p =>
    `kube-vip 通过其 Pod 和 Lease 发现，而 ${p.section} 未知：${p.detail}`,
  'detail.lb-not-configured': p =>
    `${p.cluster} 的配置中没有负载均衡器：请将该集群的 loadBalancer.kind 设为 haproxy（并设置 loadBalancer.haproxy）、kube-vip、provider 或 none；未找到：${p.searched}`,
  'detail.source-timeout': p =>
    `信号源 ${p.source} 未在 ${p.milliseconds} 毫秒内完成`,
  'detail.source-stopped': p => `采集在信号源 ${p.source} 完成之前被停止`,
  'detail.source-crashed': p =>
    `信号源 ${p.source} 处理所采集的数据时失败：${p.detail}`,
  'detail.source-no-signal': p => `信号源 ${p.source} 未给出该数据段的信号`,
  'detail.identity-timeout': () => '集群未在截止时间前报告其身份',
  'detail.connection-failed': p => `连接失败：${p.detail}`,
  'detail.no-source-collected': () => '尚无信号源采集',
  'detail.older-snapshot': () => '生成该快照的版本未采集此数据',
  'detail.stale-signal': p =>
    `上次观测于 ${p.ageSeconds} 秒前；超过 ${p.limitSeconds} 秒的数据视为过期`,
  'detail.observed-in-future': p =>
    `观测时间 ${p.observedAt} 在未来：请检查后端机器的时钟`,
  'detail.no-static-pod': p => `看不到 ${p.component} 的静态 Pod`,
  'detail.deadline': () => '截止时间前没有响应',
  'detail.unexpected-shape': () => '响应的结构不符合预期',
  'detail.not-json': () => '响应不是有效的 JSON',
};
