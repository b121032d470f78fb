/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { connectionFix as english } from '../en/connectionFix';
import { FixKind, FixParams, processCommands } from '../en/connectionFix';
import { listZh } from '../format';
import type { TranslationOf } from '../types';

const names: Readonly<Record<FixParams['component'], string>> = {
  etcd: 'etcd',
  'kube-apiserver': 'kube-apiserver',
  'kube-controller-manager': 'kube-controller-manager',
  'kube-scheduler': 'kube-scheduler',
  kubelet: 'kubelet',
  haproxy: 'HAProxy',
  'api-path': '负载均衡器',
  cluster: 'API 服务器',
};

const virtualIp =
  '查看虚拟 IP 由谁持有（keepalived、kube-vip 的 Lease），再检查负载均衡器及到它们的路由';

type Sentence = (places: string, p: FixParams) => string;

const sentences: Readonly<Record<FixKind, Sentence>> = {
  refused: (places, p) =>
    `${places} 所在主机有响应但拒绝连接：检查 ${
      names[p.component]
    } 是否在该主机上运行（${processCommands[p.component]}）并监听此地址`,
  closed: places =>
    `${places} 接受连接后又关闭：查看该处进程的日志，并检查中间的网络设备`,
  timeout: (places, p) =>
    p.component === 'api-path'
      ? `${places} 未在限期内响应：${virtualIp}`
      : `${places} 未在限期内响应：检查主机是否开机，再检查到它的路由和防火墙`,
  unreachable: (places, p) =>
    p.component === 'api-path'
      ? `后端无法到达 ${places}：${virtualIp}`
      : `后端无法到达 ${places}：检查主机、路由、防火墙和名称`,
  noRoute: (places, p) =>
    p.component === 'api-path'
      ? `后端没有到 ${places} 的路由：${virtualIp}`
      : `后端没有到 ${places} 的路由：检查主机是否开机、路由和防火墙`,
  nameNotFound: places =>
    `后端无法解析 ${places} 的名称：更正配置中的名称或 DNS 记录`,
  unknownAuthority: (places, p) =>
    `${places} 的证书由${
      p.issuers.length > 0 ? ` ${listZh(p.issuers)} ` : '某个机构'
    }签发，此处不信任它${
      p.trustedBy
        ? `：${p.trustedBy} ${
            p.trusted.length > 0 ? `中是 ${listZh(p.trusted)}` : '中没有 CA'
          }`
        : ''
    }。把签发它的 CA 放入 ${p.trustedBy || 'caFile'}`,
  expired: places =>
    `${places} 的证书已过期：更新证书（kubeadm certs renew all；k3s、RKE2：重启服务；OpenShift：批准待处理的 CSR），然后重启进程`,
  notYetValid: places =>
    `${places} 的证书尚未生效：校准该处和后端的时钟（NTP）`,
  nameMismatch: places =>
    `${places} 的证书属于其他名称：用证书中的名称访问，或把此名称加入 subjectAltName`,
  clientCertificate: places =>
    `${places} 不接受读取者的客户端证书：用它信任的 CA 更新 certFile 和 keyFile`,
  noTls: places =>
    `${places} 的响应未使用 TLS：更正配置中的端口或协议（http://）`,
  tls: places =>
    `与 ${places} 的 TLS 握手失败：将其证书的 CA、名称和有效期与配置比较`,
  unauthorised: places =>
    `${places} 不接受读取者的凭据（401）：更新令牌或客户端证书`,
  forbidden: places =>
    `${places} 拒绝读取者（403）：应用 manifests/reader-rbac.yaml，或授予错误中所述的权限`,
  throttled: places =>
    `${places} 正在限流（429）：增大间隔，或为读取者设置单独的优先级`,
  serverError: (places, p) =>
    p.failedChecks.length > 0
      ? `${places} 报告检查失败：${listZh(p.failedChecks)}。先解决这些问题`
      : `${places} 返回自身错误：查看该处 ${names[p.component]} 的日志`,
  notFound: places => `${places} 不提供此路径：检查地址和版本`,
  notConfigured: places => `在配置中补充所缺内容：${places}`,
};

const kinds = Object.keys(sentences) as FixKind[];

/** See the English catalogue. */
export const connectionFix: TranslationOf<typeof english> = {
  'connection.fix': p =>
    kinds
      .flatMap(kind => {
        const places = p[kind] ?? [];
        return places.length > 0 ? [sentences[kind](listZh(places), p)] : [];
      })
      .join('；') || '将观测结果与配置比较',
};
