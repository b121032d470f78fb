/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh, percent, round } from '../format';
import type { TranslationOf } from '../types';
import type { apiServerHealth as en } from '../en/apiServerHealth';
import { reasonWord } from './common';

const named = (label: string, names: readonly string[]) =>
  names.length > 0 ? `${label}：${listZh(names)}` : '';

const clauses = (...parts: readonly string[]) =>
  parts.filter(Boolean).join('；');

const ofLifetime = (days: number | undefined) =>
  days !== undefined && days > 0
    ? `（总有效期 ${duration(days * 86_400, 'zh')}）`
    : '';

const withReasonWord = (answer: string) =>
  answer.replace(
    /: ([a-z-]+)$/,
    (_, reason: string) => `：${reasonWord(reason)}`,
  );

const countedBy: Record<string, string> = {
  probes: '依据各实例自身的响应',
  'identity-leases': '依据身份 Lease',
  endpoints: '依据 Service kubernetes 的端点',
};

export const apiServerHealth: TranslationOf<typeof en> = {
  'apiserver-replica-count.title': () => '提供服务的 API 服务器数量',
  'apiserver-replica-count.observed': p =>
    clauses(
      `${p.serving} 个 API 服务器提供服务（${countedBy[p.by] ?? p.by}）`,
      named('未提供服务', p.down),
      named('状态未知', p.untold),
    ),
  'apiserver-replica-count.required': p =>
    clauses(
      `${p.needed} 个 API 服务器提供服务${
        p.stacked ? '（etcd 与其部署在同一批机器上）' : ''
      }`,
      p.orElsewhere
        ? `若 etcd 部署在独立的机器上，${p.orElsewhere} 个即可，但 etcd 的位置未知`
        : '',
    ),
  'apiserver-replica-count.fix': p =>
    p.down.length > 0
      ? `恢复 ${listZh(p.down)}`
      : `增加 ${p.missing} 个 API 服务器，或让只读账号能够看到已在运行的实例`,
  'apiserver-replica-count.untold': p =>
    `API 服务器、其 Lease 及端点均无法读取：${p.detail}`,

  'apiserver-readyz-each.title': () => 'API 服务器就绪状态',
  'apiserver-readyz-each.observed': p =>
    clauses(
      `${p.instances} 个 API 服务器中有 ${p.ready} 个对 /readyz 返回 200`,
      p.instances < p.least && !p.hidesOthers ? '没有其他实例可以接管' : '',
      p.hidesOthers ? '已知地址背后可能还有其他实例' : '',
      p.addresses
        ? `有 ${p.addresses} 个地址有响应，其中两个可能属于同一个实例`
        : '',
      p.answers.length > 0
        ? `未就绪：${listZh(p.answers.map(withReasonWord))}`
        : '',
      named('目前仅一次探测失败', p.slipped),
      named('状态未知', p.untold),
    ),
  'apiserver-readyz-each.required': p =>
    `每个 API 服务器均返回 200，且就绪实例始终不少于 ${p.least} 个`,
  'apiserver-readyz-each.fix': p =>
    `查明 ${listZh(
      p.instances,
    )} 未就绪的原因：对该实例自身的地址执行 kubectl get --raw '/readyz?verbose'`,
  'apiserver-readyz-each.fix-add': p =>
    `增加控制平面机器，直到有 ${p.least} 个 API 服务器就绪`,
  'apiserver-readyz-each.none': () => '未发现任何 API 服务器实例',

  'apiserver-etcd-path.title': () => 'API 服务器到 etcd 的连接',
  'apiserver-etcd-path.observed': p =>
    `${p.instances} 个 API 服务器可访问 etcd；最慢的 ${
      p.slowest
    } 上 99% 的请求在 ${round(
      p.p99Seconds * 1000,
      p.p99Seconds < 0.01 ? 1 : 0,
    )} 毫秒内完成`,
  'apiserver-etcd-path.unmeasured': p =>
    clauses(
      `${p.instances} 个 API 服务器可访问 etcd`,
      '未测得延迟',
      named('指标无法读取', p.unread ?? []),
    ),
  'apiserver-etcd-path.failing': p =>
    `etcd 检查失败：${listZh(p.failing)}（共探测 ${
      p.instances
    } 个 API 服务器）`,
  'apiserver-etcd-path.untold': p =>
    `${p.instances} 个 API 服务器均未给出 /readyz 中的 etcd 检查项`,
  'apiserver-etcd-path.required': p =>
    `所有 etcd 检查项正常，且 99% 的 etcd 请求低于 ${round(
      p.p99Seconds * 1000,
      0,
    )} 毫秒`,
  'apiserver-etcd-path.fix': p =>
    `恢复 ${listZh(p.instances)} 所使用的 etcd，或恢复通往它的网络`,
  'apiserver-etcd-path.fix-slow': () =>
    '检查 etcd 成员的磁盘以及到 etcd 成员的网络',

  'apiserver-aggregated-apis.title': () => '聚合 API 可用性',
  'apiserver-aggregated-apis.observed': p =>
    p.missing.length === 0
      ? `${p.aggregated} 个聚合 API 均可用`
      : `${p.aggregated} 个聚合 API 中有 ${
          p.missing.length
        } 个不可用，最长已持续 ${duration(p.longestSeconds, 'zh')}：${listZh(
          p.missing,
        )}`,
  'apiserver-aggregated-apis.required': p =>
    `所有聚合 API 可用，不可用时间不超过 ${duration(p.warnSeconds, 'zh')}`,
  'apiserver-aggregated-apis.fix': p =>
    `恢复 ${listZh(p.names)} 背后的 Service；若已不再使用，则删除该 APIService`,
  'apiserver-aggregated-apis.none': () =>
    '该集群没有由其他服务器提供的聚合 API',

  'apiserver-cert-expiry.title': () => 'API 服务器证书有效期',
  'apiserver-cert-expiry.observed': p =>
    clauses(
      `共观测到 ${p.certificates} 张证书`,
      `最先到期的位于 ${p.endpoint}，剩余 ${duration(
        p.days * 86_400,
        'zh',
      )}${ofLifetime(p.lifetimeDays)}`,
      named('未观测到', p.unseen ?? []),
    ),
  'apiserver-cert-expiry.due': p =>
    `${p.endpoint} 上的证书 ${p.subject} ${
      p.days <= 0
        ? `已于 ${p.notAfter} 过期`
        : `将在 ${duration(p.days * 86_400, 'zh')}后到期${ofLifetime(
            p.lifetimeDays,
          )}，即 ${p.notAfter}`
    }${p.more > 0 ? `；另有 ${p.more} 张即将到期` : ''}`,
  'apiserver-cert-expiry.unseen': p =>
    clauses(
      p.names.length > 0
        ? `未观测到 ${listZh(p.names)} 的证书`
        : '没有实例出示证书',
      p.detail,
    ),
  'apiserver-cert-expiry.required': p =>
    `每张证书的剩余有效期多于 ${p.days} 天${
      p.share === undefined ? '' : `，或多于其总有效期的 ${percent(p.share)}`
    }`,
  'apiserver-cert-expiry.fix': p =>
    `更新 ${listZh(
      p.names,
    )} 的证书；使用 kubeadm 时：在每个控制平面节点上执行 kubeadm certs renew all`,
};
