/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bytes, duration, listZh, percent, round } from '../format';
import type { TranslationOf } from '../types';
import type { etcdStorage as en } from '../en/etcdStorage';

const ms = (seconds: number) => `${round(seconds * 1000, 1)} 毫秒`;

const over = (windowSeconds: number) =>
  windowSeconds > 0 ? `最近 ${duration(windowSeconds, 'zh')}内` : '自启动以来';

/** The sentence of both disk latency checks. */
const p99 = (p: {
  member: string;
  p99Seconds: number;
  windowSeconds: number;
  slow: readonly string[];
}) =>
  `${p.member} ${over(p.windowSeconds)}的 P99 为 ${ms(p.p99Seconds)}${
    p.slow.length > 1 ? `；共 ${p.slow.length} 个成员偏慢` : ''
  }`;

const orShare = (share: number | undefined) =>
  share === undefined ? '' : `或总有效期的 ${percent(share)}`;

export const etcdStorage: TranslationOf<typeof en> = {
  'etcd-db-quota.title': () => 'etcd 数据库大小与配额',
  'etcd-db-quota.observed': p =>
    `${p.member} 已用 ${bytes(p.sizeBytes)}，配额 ${bytes(
      p.quotaBytes,
    )}（${percent(p.ratio)}）`,
  'etcd-db-quota.required': p => `每个成员低于配额的 ${percent(p.warnRatio)}`,
  'etcd-db-quota.fix': () =>
    '找出占用 etcd 数据库的来源，压缩历史，逐个成员进行碎片整理；达到配额后 etcd 拒绝写入',

  'etcd-db-growth.title': () => 'etcd 数据库增长',
  'etcd-db-growth.observed': p =>
    `已用 ${bytes(p.usedBytes)}，每小时增长 ${bytes(
      Math.round(p.bytesPerHour),
    )}：${duration(p.leftSeconds, 'zh')}后达到配额 ${bytes(
      p.quotaBytes,
    )}（已观测 ${duration(p.seenSeconds, 'zh')}）`,
  'etcd-db-growth.steady': p =>
    `已用 ${bytes(p.usedBytes)}，配额 ${bytes(p.quotaBytes)}，${duration(
      p.seenSeconds,
      'zh',
    )}内没有增长`,
  'etcd-db-growth.short-history': p =>
    `已用 ${bytes(p.usedBytes)}，配额 ${bytes(p.quotaBytes)}；仅观测 ${duration(
      p.seenSeconds,
      'zh',
    )}，不足以判断趋势`,
  'etcd-db-growth.no-history': () => '尚未观测到数据库大小',
  'etcd-db-growth.required': p =>
    `${duration(p.warnSeconds, 'zh')}内不会达到配额`,
  'etcd-db-growth.fix': () =>
    '找出对象最多的资源（指标 apiserver_resource_objects），再对 etcd 进行压缩和碎片整理',
  'etcd-db-growth.fix-wait': p =>
    `等待，直到数据库大小已被观测 ${duration(p.minimumSeconds, 'zh')}`,

  'etcd-quota-config.title': () => 'etcd 配额配置',
  'etcd-quota-config.observed': p =>
    `配额${
      p.smallestBytes === p.largestBytes
        ? ` ${bytes(p.smallestBytes)}`
        : `从 ${bytes(p.smallestBytes)} 到 ${bytes(
            p.largestBytes,
          )}，各成员不一致`
    }；数据库 ${bytes(p.sizeBytes)}`,
  'etcd-quota-config.off': p =>
    `${listZh(p.members)} 关闭了配额：只有磁盘写满才会停止`,
  'etcd-quota-config.over-memory': p =>
    `${p.member} 的配额为 ${bytes(
      p.quotaBytes,
    )}，其节点供所有 Pod 使用的内存为 ${bytes(p.memoryBytes)}`,
  'etcd-quota-config.required': p =>
    `所有成员一致，介于 ${bytes(p.minimumBytes)} 与 ${bytes(
      p.maximumBytes,
    )} 之间，不小于数据库的 ${p.sizeFactor} 倍，且不超过节点内存`,
  'etcd-quota-config.fix': p =>
    `在所有成员上将 etcd 的 --quota-backend-bytes 设为同一值，不低于 ${bytes(
      p.minimumBytes,
    )}`,
  'etcd-quota-config.fix-memory': () =>
    '降低 etcd 的 --quota-backend-bytes，或为节点增加内存：etcd 会将整个数据库映射到内存',

  'etcd-fragmentation.title': () => 'etcd 可回收空间',
  'etcd-fragmentation.observed': p =>
    `${p.member}：${bytes(p.sizeBytes)} 中有 ${bytes(
      p.freeBytes,
    )} 空闲页（${percent(p.ratio)}）`,
  'etcd-fragmentation.required': p =>
    `达到 ${bytes(p.minimumBytes)} 的数据库中空闲页低于 ${percent(
      p.fragmentedRatio,
    )}`,
  'etcd-fragmentation.fix': p =>
    `对 ${listZh(p.members)} 逐个进行碎片整理，领导者最后`,

  'etcd-fsync-p99.title': () => 'etcd WAL fsync 延迟',
  'etcd-fsync-p99.observed': p99,
  'etcd-fsync-p99.required': p =>
    `每个成员 WAL fsync 的 P99 低于 ${ms(p.warnSeconds)}`,
  'etcd-fsync-p99.fix': () =>
    '为 etcd 配备独立磁盘（SSD 或 NVMe），并移走其他 I/O',

  'etcd-commit-p99.title': () => 'etcd 后端提交延迟',
  'etcd-commit-p99.observed': p99,
  'etcd-commit-p99.required': p =>
    `每个成员后端提交的 P99 低于 ${ms(p.warnSeconds)}`,
  'etcd-commit-p99.fix': () =>
    '为 etcd 配备独立磁盘（SSD 或 NVMe），并移走其他 I/O',

  'etcd-compaction.title': () => 'etcd 历史压缩',
  'etcd-compaction.by-api-server': p =>
    `API 服务器每 ${duration(p.seconds, 'zh')}压缩一次`,
  'etcd-compaction.by-etcd': p =>
    `etcd 自行压缩（--auto-compaction-retention=${p.retention}）`,
  'etcd-compaction.off': () => 'API 服务器和 etcd 都不压缩历史',
  'etcd-compaction.unread': p =>
    `无法看到相关启动参数${p.detail ? `：${p.detail}` : ''}`,
  'etcd-compaction.required': p =>
    `至少每 ${duration(p.warnSeconds, 'zh')}压缩一次`,
  'etcd-compaction.fix': () =>
    '将 API 服务器的 --etcd-compaction-interval 设为默认值 5m',

  'etcd-request-limit.title': () => 'etcd 请求大小上限',
  'etcd-request-limit.default': () =>
    '未设置 --max-request-bytes：使用 etcd 默认值',
  'etcd-request-limit.observed': p => `接受最大 ${bytes(p.bytes)} 的请求`,
  'etcd-request-limit.unreadable': p =>
    `${p.member} 的 --max-request-bytes 为“${p.text}”`,
  'etcd-request-limit.required': p => `单个请求不超过 ${bytes(p.warnBytes)}`,
  'etcd-request-limit.fix': () =>
    '从 etcd 的启动参数中移除 --max-request-bytes，并拆分过大的对象',

  'etcd-hash-consistency.title': () => 'etcd 数据一致性',
  'etcd-hash-consistency.single': () =>
    'etcd 只有一个投票成员：没有其他成员可供比较',
  'etcd-hash-consistency.observed': p =>
    `${listZh(p.members)} 在修订版本 ${p.revision} 的哈希相同`,
  'etcd-hash-consistency.differs': p =>
    `比较了 ${p.compared} 个成员：同一修订版本下 ${listZh(
      p.members,
    )} 的哈希不同`,
  'etcd-hash-consistency.incomparable': p =>
    `${listZh(p.members)} 的哈希来自不同修订版本，无法比较`,
  'etcd-hash-consistency.required': () =>
    '每个投票成员在相同修订版本和压缩版本下哈希相同',
  'etcd-hash-consistency.fix': p =>
    `停止向集群写入的自动化任务，复核哈希，再用空成员替换 ${listZh(p.members)}`,

  'etcd-corruption-checks-on.title': () => 'etcd 内置数据损坏检查',
  'etcd-corruption-checks-on.on': () => 'etcd 在启动时和每次压缩时检查其数据',
  'etcd-corruption-checks-on.off': p =>
    `${listZh(p.members)} 未开启 ${listZh(p.gates)}`,
  'etcd-corruption-checks-on.removed': p =>
    `etcd ${p.version} 带有 ${listZh(
      p.flags.map(flag => `--${flag}`),
    )} 时无法启动`,
  'etcd-corruption-checks-on.required': p => `每个成员开启 ${listZh(p.gates)}`,
  'etcd-corruption-checks-on.fix': p =>
    `在每个 etcd 成员上设置 --feature-gates=${p.gates
      .map(gate => `${gate}=true`)
      .join(',')}（etcd 3.6 及以上；更早版本用 --experimental- 参数）`,
  'etcd-corruption-checks-on.fix-removed': () =>
    '在成员重启之前，移除 etcd 的 --experimental- 参数并设置特性门控',

  'etcd-cert-expiry.title': () => 'etcd 证书有效期',
  'etcd-cert-expiry.observed': p =>
    `${p.member}（${p.endpoint}）的${p.isCa ? ' CA 证书 ' : '证书 '}${
      p.subject
    } ${
      p.leftSeconds > 0
        ? `剩余 ${duration(p.leftSeconds, 'zh')}${
            p.lifetimeSeconds && p.lifetimeSeconds > 0
              ? `（总有效期 ${duration(p.lifetimeSeconds, 'zh')}）`
              : ''
          }`
        : `已过期 ${duration(-p.leftSeconds, 'zh')}`
    }，有效期至 ${p.notAfter}；为 ${p.shown} 张证书中最先到期者${
      p.peersUnseen && p.peersUnseen.length > 0
        ? `；未观测到 ${listZh(p.peersUnseen)} 的对等端口`
        : ''
    }`,
  'etcd-cert-expiry.none-shown': p => `${listZh(p.members)} 未出示证书`,
  'etcd-cert-expiry.required': p =>
    `每张证书剩余超过 ${p.warnDays} 天${orShare(p.warnShare)}，CA 证书超过 ${
      p.caWarnDays
    } 天${orShare(p.caWarnShare)}`,
  'etcd-cert-expiry.fix': p =>
    `在 ${listZh(p.members)} 上逐个成员更新 etcd 的证书（kubeadm certs renew）`,
  'etcd-cert-expiry.fix-ca': p =>
    `规划新的 CA：先让 ${listZh(
      p.members,
    )} 同时信任新旧两个 CA，再重新签发证书`,
};
