/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh, percent } from '../format';
import type { TranslationOf } from '../types';
import type { loadBalancerServers as en } from '../en/loadBalancerServers';

export const loadBalancerServers: TranslationOf<typeof en> = {
  'lb-backends-up.title': () => '负载均衡器中运行正常的 API 服务器',
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
  'lb-backends-up.fix': () =>
    '恢复下线的 API 服务器，重新启用被摘除的后端，并修正无法解析的域名',
  'lb-backends-up.fix-check': () =>
    '让 HAProxy 检查其后端（option httpchk GET /readyz）',

  'lb-backends-up.fix-layout': p =>
    `让只读账号能看到 etcd 的位置（kubeadm-config 或静态 Pod）：若 etcd 部署在别处，${p.enough} 个即可`,

  'lb-membership.title': () => '负载均衡器后端池成员',
  'lb-membership.observed': p =>
    `${listZh(p.instances)}：恰好包含全部 ${p.apiServers} 个 API 服务器`,
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
    `${p.instance} 中有不属于任何已知 API 服务器的后端：${listZh(
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
  'lb-membership.fix-translated': () =>
    '在 apiServer.instances 中填写负载均衡器所用的地址，或修正后端池',
  'lb-membership.no-api-servers': () => '没有已知的 API 服务器可供比较',
  'lb-membership.required': p =>
    p.apiServers.length > 0
      ? `每个后端池恰好包含 ${listZh(p.apiServers)}，且端口一致`
      : '每个后端池恰好包含所有 API 服务器，且端口一致',
  'lb-membership.fix-missing': p =>
    `将 ${listZh(p.apiServers)} 加入负载均衡器的后端池：目前不向其转发流量`,
  'lb-membership.fix-extra': () => '从后端池中移除已不存在的后端',
  'lb-membership.fix-hidden': () =>
    '在 HAProxy 中设置 "stats show-legends"，或提供其运行时套接字',

  'lb-l7-healthcheck.title': () => '负载均衡器健康检查',
  'lb-l7-healthcheck.observed': p =>
    `${p.servers} 个后端中 ${p.proven} 个的健康检查得到 HTTP 2xx 响应；统计信息不显示所请求的路径`,
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
    )} 被视为健康，而未就绪的 API 服务器也会这样响应：${listZh(p.servers)}`,
  'lb-l7-healthcheck.unproven': p =>
    `没有健康检查得到 HTTP 2xx 响应（${listZh(
      p.statuses,
    )}），因此检查所请求的内容不可见`,
  'lb-l7-healthcheck.required': () => '请求 GET /readyz 并期望 200 的检查',
  'lb-l7-healthcheck.fix': () =>
    '使用 option httpchk GET /readyz、http-check expect status 200 和 check-ssl；若拒绝匿名请求，让健康检查出示客户端证书',

  'lb-flapping.title': () => '负载均衡器后端抖动',
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
  'lb-flapping.fix': () =>
    '查明健康检查失败的原因（check_desc）；若 API 服务器健康，则调高 HAProxy 的 inter、fall 和 timeout check',

  'lb-errors.title': () => '负载均衡器到后端的连接失败',
  'lb-errors.none': p => `${p.sessions} 个会话中没有连接失败`,
  'lb-errors.observed': p =>
    `${p.instance}：${p.sessions} 个会话期间连接失败 ${
      p.errors
    } 次，涉及 ${listZh(p.servers)}`,
  'lb-errors.short-history': p =>
    `${p.instance}：启动以来连接失败 ${p.errors} 次，发生时间未知`,
  'lb-errors.required': p =>
    `没有连接失败，且任何时候不超过会话的 ${percent(p.failRatio)}`,
  'lb-errors.fix': p => `检查 ${listZh(p.servers)} 的端口和网络`,

  'lb-saturation.title': () => '负载均衡器会话上限',
  'lb-saturation.observed': p =>
    `${p.frontend}：会话 ${p.current}，上限 ${p.limit}（${percent(p.ratio)}）`,
  'lb-saturation.no-limit': () => '没有前端显示会话上限',
  'lb-saturation.required': p => `低于会话上限的 ${percent(p.warnRatio)}`,
  'lb-saturation.fix': () =>
    '按“客户端数 × watch 数”提高 maxconn（全局和前端），并相应提高打开文件数上限',
};
