/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh, percent, round } from '../format';
import type { TranslationOf } from '../types';
import type { loadBalancer as en } from '../en/loadBalancer';
import { reasonWords } from './common';

export const loadBalancer: TranslationOf<typeof en> = {
  'lb.no-haproxy.observed': () => '该 API 前没有 HAProxy',
  'lb.none-configured.observed': () =>
    '该集群未配置 HAProxy，且任何命名空间中都没有使用主机网络的 kube-vip Pod',
  'lb.none-configured.required': () => '每个负载均衡器的统计地址',
  'lb.none-configured.unblocks': () =>
    '在该集群的配置中加入每个负载均衡器的统计地址',
  'lb.unread.observed': p =>
    `未能读取 ${listZh(p.instances)} 的统计信息（${reasonWords[p.reason]}）：${
      p.detail
    }`,
  'lb.no-pool.observed': p =>
    `无法判断 ${listZh(p.instances)} 的哪个后端属于 API server`,
  'lb.unread.required': () => '每个在线负载均衡器的统计信息',

  'lb-endpoint-not-a-node.title': () => 'API 拥有独立的访问地址',
  'lb-endpoint-not-a-node.observed': p =>
    `API 的访问地址为 ${listZh(p.hosts)}，不是任何节点的地址`,
  'lb-endpoint-not-a-node.node': p =>
    `${p.from} 指向 ${p.host}，即节点 ${p.node}：该节点故障则 API 不可达`,
  'lb-endpoint-not-a-node.maybe-vip': p =>
    `${p.from} 指向 ${p.host}，即运行 kube-vip 的节点 ${p.node} 的另一个地址：没有 Lease 能说明它是否为虚拟 IP`,
  'lb-endpoint-not-a-node.empty': p =>
    `有 ${p.controlPlaneNodes} 个控制平面节点，但 kubeadm-config 没有 controlPlaneEndpoint`,
  'lb-endpoint-not-a-node.local': () => '客户端使用本节点上的代理（回环地址）',
  'lb-endpoint-not-a-node.unread': p =>
    `没有配置能说明 API 的访问地址${p.detail ? `：${p.detail}` : ''}`,
  'lb-endpoint-not-a-node.required': () =>
    '负载均衡域名或虚拟 IP，而非某个控制平面节点的地址',
  'lb-endpoint-not-a-node.unblocks': () =>
    '在 API 前设置负载均衡器或虚拟 IP，将 controlPlaneEndpoint 指向它，并更新 kubeconfig 与服务端证书',

  'lb-vip-reachable.title': () => '经负载均衡访问 API',
  'lb-vip-reachable.observed': p =>
    `${p.url} ${p.attempts} 次均有应答，耗时 ${round(p.latencyMs, 0)} 毫秒`,
  'lb-vip-reachable.failing': p =>
    [
      p.attempts === 0
        ? `尚未尝试 ${p.url}`
        : `${p.url} ${p.attempts} 次中失败 ${p.failed} 次${
            p.detail ? `（${p.detail}）` : ''
          }`,
      p.instances > 0
        ? `${p.instances} 个 API server 中 ${p.answering} 个在自身地址上就绪`
        : '',
    ]
      .filter(Boolean)
      .join('；'),
  'lb-vip-reachable.required': p =>
    `/readyz 每次都返回 200，且耗时低于 ${p.slowMs} 毫秒`,
  'lb-vip-reachable.unblocks': () =>
    'API server 有应答：检查负载均衡器、虚拟 IP 的持有者和指向它的域名',
  'lb-vip-reachable.unblocks-behind': () =>
    '先检查 API server，再检查负载均衡器和中间网络',
  'lb-vip-reachable.unblocks-trust': () =>
    '核对连接中配置的 CA 和名称与对方出示的证书是否一致',
  'lb-vip-reachable.unblocks-slow': () =>
    '与直接访问 API server 的延迟比较：差值即为该路径的耗时',

  'lb-backends-up.title': () => '负载均衡器后端的 API server',
  'lb-backends-up.observed': p =>
    [
      `${p.instance}：${p.servers} 个后端中 ${p.up} 个在线`,
      p.down.length > 0 ? `下线：${listZh(p.down)}` : '',
      p.automatic && p.automatic.length > 0
        ? `由 HAProxy 自行摘除：${listZh(p.automatic)}`
        : '',
      p.intentional.length > 0 ? `人为摘除：${listZh(p.intentional)}` : '',
      p.noAddress && p.noAddress.length > 0
        ? `DNS 未给出地址（域名无法解析或空闲槽位）：${listZh(p.noAddress)}`
        : '',
      p.unchecked.length > 0 ? `未做检查：${listZh(p.unchecked)}` : '',
    ]
      .filter(Boolean)
      .join('；'),
  'lb-backends-up.required': p => `所有后端在线，且不少于 ${p.minimum} 个`,
  'lb-backends-up.unblocks': () =>
    '恢复下线的 API server，重新启用被摘除的后端，并修正无法解析的域名',
  'lb-backends-up.unblocks-check': () =>
    '让 HAProxy 检查其后端（option httpchk GET /readyz）',

  'lb-backends-up.unblocks-layout': p =>
    `让只读账号能看到 etcd 的位置（kubeadm-config 或静态 Pod）：若 etcd 部署在别处，${p.enough} 个即可`,

  'lb-membership.title': () => '负载均衡器包含所有 API server',
  'lb-membership.observed': p =>
    `${listZh(p.instances)}：恰好包含全部 ${p.apiServers} 个 API server`,
  'lb-membership.missing': p =>
    [
      `${p.instance} 缺少 ${listZh(p.apiServers)}`,
      p.noAddress && p.noAddress.length > 0
        ? `DNS 未给出 ${listZh(p.noAddress)} 的地址`
        : '',
    ]
      .filter(Boolean)
      .join('；'),
  'lb-membership.extra': p =>
    `${p.instance} 中有不属于任何已知 API server 的后端：${listZh(
      p.servers.map((server, i) => `${server}（${p.addresses[i]}）`),
    )}`,
  'lb-membership.hidden': p =>
    p.servers.length > 0
      ? `${p.instance} 未显示 ${listZh(p.servers)} 的地址`
      : `${listZh(p.apiServers)} 只有域名，无法比较`,
  'lb-membership.translated': p =>
    `${p.instance} 中的地址与此处已知的不同，可能是同一批服务器：${listZh(
      p.apiServers,
    )}`,
  'lb-membership.unblocks-translated': () =>
    '在 apiServer.instances 中填写负载均衡器所用的地址，或修正后端池',
  'lb-membership.no-api-servers': () => '没有已知的 API server 可供比较',
  'lb-membership.required': p =>
    p.apiServers.length > 0
      ? `每个后端池恰好包含 ${listZh(p.apiServers)}，且端口一致`
      : '每个后端池恰好包含所有 API server，且端口一致',
  'lb-membership.unblocks-missing': p =>
    `将 ${listZh(
      p.apiServers,
    )} 加入后端池：目前它不接收流量，也无法接替其他实例`,
  'lb-membership.unblocks-extra': () => '从后端池中移除已不存在的后端',
  'lb-membership.unblocks-hidden': () =>
    '在 HAProxy 中设置 "stats show-legends"，或提供其运行时套接字',

  'lb-l7-healthcheck.title': () => '负载均衡器检查 /readyz',
  'lb-l7-healthcheck.observed': p =>
    `${p.servers} 个后端中 ${p.proven} 个的健康检查得到 HTTP 2xx 应答；统计信息不显示所请求的路径`,
  'lb-l7-healthcheck.shallow': p => {
    const words = {
      none: '完全没有检查',
      L4: '只检查端口是否开放（L4OK）',
      L6: '只检查 TLS 握手（L6OK）',
    };
    return `${words[p.level]}：${listZh(p.servers)}`;
  },
  'lb-l7-healthcheck.accepts': p =>
    `HTTP ${listZh(
      p.statuses,
    )} 被视为健康，而未就绪的 API server 也会这样应答：${listZh(p.servers)}`,
  'lb-l7-healthcheck.unproven': p =>
    `没有健康检查得到 HTTP 2xx 应答（${listZh(
      p.statuses,
    )}），因此无法得知检查的内容`,
  'lb-l7-healthcheck.required': () => '请求 GET /readyz 并期望 200 的检查',
  'lb-l7-healthcheck.unblocks': () =>
    '使用 option httpchk GET /readyz、http-check expect status 200 和 check-ssl；若拒绝匿名请求，让健康检查出示客户端证书',

  'lb-redundancy.title': () => '不止一个负载均衡器',
  'lb-redundancy.observed': p =>
    [
      `${p.instances} 个负载均衡器中 ${p.answering.length} 个在线${
        p.machines < p.answering.length ? `，只占 ${p.machines} 台机器` : ''
      }`,
      p.lost.length > 0 ? `失联：${listZh(p.lost)}` : '',
      p.unclear.length > 0 ? `无法读取：${listZh(p.unclear)}` : '',
      p.holder
        ? `虚拟 IP 的 Lease 由 ${p.holder} 持有`
        : '未观测虚拟 IP 的持有者',
    ]
      .filter(Boolean)
      .join('；'),
  'lb-redundancy.one-configured': p =>
    `此处只配置了 ${listZh(p.instances)}；是否另有其他实例无从得知`,
  'lb-redundancy.no-lease': p =>
    `kube-vip 以 ${listZh(
      p.instances,
    )} 运行，但 kube-system 中没有其控制平面模式的 Lease：它可能只服务于 Service，可能以 BGP 通告而不使用 Lease，也可能将 Lease 放在未读取的其他命名空间`,
  'lb-redundancy.unblocks-lease': () =>
    '让 kube-vip 将控制平面 Lease 保存在 kube-system（cp_namespace）；使用 BGP 时在路由器上比较路由',
  'lb-redundancy.unblocks-add': () => '在每个控制面节点上运行 kube-vip',
  'lb-redundancy.required': p =>
    `至少 ${p.minimum} 个负载均衡器在线，且各在不同机器`,
  'lb-redundancy.unblocks': p =>
    p.instances.length > 0
      ? `恢复 ${listZh(p.instances)}，并确认虚拟 IP 能够漂移`
      : '将负载均衡器部署到不同的机器',

  'lb-flapping.title': () => '负载均衡器反复上下线后端',
  'lb-flapping.none': p => `${p.servers} 个后端均未下线`,
  'lb-flapping.observed': p =>
    `${p.server} 在 ${duration(p.seenSeconds, 'zh')}内下线 ${
      p.transitions
    } 次（${p.instance}）${
      p.servers.length > 1 ? `；共 ${p.servers.length} 个后端` : ''
    }`,
  'lb-flapping.short-history': p =>
    `${listZh(p.servers)} 近期有变化，但没有更早的观测可供比较`,
  'lb-flapping.required': p =>
    `${duration(p.windowSeconds, 'zh')}内没有后端下线`,
  'lb-flapping.unblocks': () =>
    '查看检查失败的原因（check_desc）；若 API server 正常，则放宽 inter、fall 和 timeout check',

  'lb-errors.title': () => '负载均衡器到后端的连接失败',
  'lb-errors.none': p => `${p.sessions} 个会话中没有连接失败`,
  'lb-errors.observed': p =>
    `${p.instance}：${p.sessions} 个会话期间连接失败 ${
      p.errors
    } 次，涉及 ${listZh(p.servers)}`,
  'lb-errors.short-history': p =>
    `${p.instance}：启动以来连接失败 ${p.errors} 次，发生时间尚不可知`,
  'lb-errors.required': p =>
    `没有连接失败，且任何时候不超过会话的 ${percent(p.failRatio)}`,
  'lb-errors.unblocks': p => `检查 ${listZh(p.servers)} 的端口和网络`,

  'lb-saturation.title': () => '负载均衡器会话数与上限',
  'lb-saturation.observed': p =>
    `${p.frontend}：会话 ${p.current}，上限 ${p.limit}（${percent(p.ratio)}）`,
  'lb-saturation.no-limit': () => '没有前端显示会话上限',
  'lb-saturation.required': p => `低于会话上限的 ${percent(p.warnRatio)}`,
  'lb-saturation.unblocks': () =>
    '按“客户端数 × watch 数”提高 maxconn（全局和前端），并相应提高打开文件数上限',
};
