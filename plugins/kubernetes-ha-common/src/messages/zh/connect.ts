/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { listZh } from '../format';
import type { TranslationOf } from '../types';
import type { connect as en } from '../en/connect';

/** See the English sentences. */
export const connect: TranslationOf<typeof en> = {
  'connect.not-configured': p => `未配置：${p.detail}`,
  'connect.host-not-found': p =>
    `DNS 中找不到主机 ${p.host}。请更正主机名，或将其加入后端所用的 DNS。`,
  'connect.refused': p =>
    `${p.address} 拒绝连接：主机有应答，但该端口上没有进程监听。请更正端口，或启动该进程。`,
  'connect.timeout': p =>
    `${p.address} 未在期限内应答。请更正地址，或在防火墙上放行后端。`,
  'connect.unreachable': p =>
    `没有到 ${p.address} 的路由（${p.detail}）。请更正地址，或检查后端的网络。`,
  'connect.no-tls': p =>
    `${p.address} 的应答未使用 TLS。请更正端口；若确为明文，地址请以 http 开头。`,
  'connect.other-ca': p =>
    `${p.address} 出示的证书由 ${p.issuer} 签发；${p.from} 中${
      p.configured.length > 0
        ? `的 ${listZh(p.configured)} 并未签署它`
        : '没有可读取的证书'
    }。请把签发该证书的 CA 放入此文件。`,
  'connect.not-valid-now': p =>
    `${p.address} 出示的证书有效期为 ${p.notBefore} 至 ${p.notAfter}。请更新证书，或校正后端的时钟。`,
  'connect.other-name': p =>
    `${p.address} 出示的证书适用于 ${listZh(p.served)}；期望：${listZh(
      p.expected,
    )}。请使用证书中列出的地址，或签发包含此地址的证书。`,
  'connect.client-certificate': p =>
    `${p.address} 不接受 ${p.from} 的客户端证书。请使用由成员的 CA 签署、用于客户端认证的证书。`,
  'connect.unauthorised': p =>
    `${p.via} 不接受该凭据（${p.detail}）。请更新令牌、证书或密码。`,
  'connect.forbidden': p =>
    `${p.via} 未获许可（${p.detail}）。请授予缺少的权限。`,
  'connect.not-found': p =>
    `${p.via} 在该处不存在（${p.detail}）。请更正路径。`,
  'connect.other-format': p =>
    `${p.via} 的应答与期望不符（${p.detail}）。请更正地址：该处是另一种服务，或路径不同。`,
  'connect.not-etcd': p =>
    `${p.via} 有应答，但不是 etcd（${p.detail}）。请使用成员的客户端 URL，默认端口为 2379。`,
  'connect.other': p => `${p.address} 没有给出可用的应答：${p.detail}。`,
};
