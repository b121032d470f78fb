/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { duration, listZh } from '../format';
import type { TranslationOf } from '../types';
import type { etcd as en } from '../en/etcd';
import { reasonWords } from './common';

/** What is read of a member. */
const readingWords = {
  status: '状态',
  metrics: '指标',
  certificates: '证书',
  hash: '数据哈希',
  membership: '成员列表',
} as const;

function votersInNameOnly(names: readonly string[] = []): string {
  return names.length === 0
    ? ''
    : `成员列表中为投票成员、自身状态却为 learner：${listZh(names)}`;
}

export const etcd: TranslationOf<typeof en> = {
  'etcd.unread.observed': p =>
    `未能读取 ${listZh(p.members)} 的${readingWords[p.kind]}（${
      reasonWords[p.reason]
    }）${p.detail ? `：${p.detail}` : ''}`,
  'etcd.unread.required': p => `每个运行中成员的${readingWords[p.kind]}`,
  'etcd.none-running.observed': p =>
    `没有运行中的成员可提供${readingWords[p.kind]}`,
  'etcd.absent.observed': p => `成员没有${readingWords[p.kind]}：${p.detail}`,
  'etcd.no-voters.observed': p => `来自 ${p.from} 的成员列表中没有投票成员`,
  'etcd.no-voters.required': () => '至少含一个投票成员的成员列表',
  'etcd.quota-unknown.observed': p => `${listZh(p.members)} 的空间配额未知`,
  'etcd.quota-unknown.required': () =>
    '由成员、其指标或启动参数报告的配额；不假定默认值',
  'etcd.quota-unknown.fix': () =>
    '配置对 etcd 指标的访问，或升级到会报告配额的 etcd 3.6',
  'etcd.quota-off.observed': () => '空间配额已关闭',
  'etcd.flags-unknown.observed': p => `无法看到 etcd 的启动参数：${p.detail}`,
  'etcd.flags-unknown.required': () => 'etcd 的启动参数',
  'etcd.flags-elsewhere.observed': p =>
    `${listZh(p.members)} 上的 etcd 由配置文件或环境变量设置，其内容不可见`,
  'etcd.read-once.observed': p =>
    `${listZh(
      p.members,
    )}：目前只采集了一次，其计数器覆盖进程启动以来的全部时间`,
  'etcd.quiet-histogram.observed': p =>
    `${listZh(p.members)}：${p.family} 的观测不足 ${p.minimum} 次`,

  'etcd-quorum-fault-tolerance.title': () => 'etcd 仲裁容错能力',
  'etcd-quorum-fault-tolerance.observed': p =>
    [
      `${p.voters} 个投票成员中 ${p.healthy} 个健康`,
      p.unhealthy.length > 0 ? `不健康：${listZh(p.unhealthy)}` : '',
      p.silent.length > 0 ? `无响应：${listZh(p.silent)}` : '',
      votersInNameOnly(p.learners),
    ]
      .filter(Boolean)
      .join('；'),
  'etcd-quorum-fault-tolerance.required': p =>
    `${p.required} 个健康的投票成员：失去 ${p.spare} 个后仍满足 ${p.quorum} 个的仲裁数`,
  'etcd-quorum-fault-tolerance.fix': p =>
    `恢复以下成员中的 ${p.missing} 个：${listZh(p.candidates)}`,
  'etcd-quorum-fault-tolerance.fix-add': p =>
    p.voters < 3
      ? '增加 etcd 成员，直到有 3 个投票成员，每个先作为 learner 加入'
      : '增加 etcd 成员，每个先作为 learner 加入',

  'etcd-member-count.title': () => 'etcd 投票成员数量',
  'etcd-member-count.observed': p =>
    `${p.voters} 个投票成员${
      p.learners > 0 ? `、${p.learners} 个 learner` : ''
    }：可容忍失去 ${p.tolerates} 个成员`,
  'etcd-member-count.required': p =>
    `${p.minimum} 到 ${p.maximum} 之间的奇数个投票成员`,
  'etcd-member-count.fix-grow': p =>
    `逐个增加 ${p.missing} 个 etcd 成员，每个先作为 learner 加入`,
  'etcd-member-count.fix-shrink': p =>
    `移除 etcd 成员，直到剩 ${p.maximum} 个投票成员：每次写入都要等待多数成员确认`,
  'etcd-member-count.fix-even': p =>
    `将投票成员调整为 ${p.larger} 个或 ${p.smaller} 个：偶数个成员可容忍的故障数不比少一个成员时更多`,

  'etcd-has-leader.title': () => 'etcd 领导者',
  'etcd-has-leader.observed': p => {
    const leading =
      p.leaders.length === 0
        ? `${p.heard} 个投票成员都不知道领导者`
        : `${p.voters} 个投票成员中 ${p.following} 个跟随 ${listZh(p.leaders)}`;
    return [
      p.heard === 0 ? `${p.voters} 个投票成员均无响应` : leading,
      p.terms.length === 1 ? `任期 ${p.terms[0]}` : '',
      p.terms.length > 1 ? `同时存在任期 ${listZh(p.terms)}` : '',
      p.leaders.length > 0 && p.leaderless.length > 0
        ? `${listZh(p.leaderless)} 不知道领导者`
        : '',
      p.down && p.down.length > 0 ? `已停止：${listZh(p.down)}` : '',
    ]
      .filter(Boolean)
      .join('；');
  },
  'etcd-has-leader.required': p =>
    `唯一的领导者和任期，由至少 ${p.quorum} 个投票成员报告`,
  'etcd-has-leader.fix': () =>
    '恢复 etcd 成员之间的网络，再用原有数据启动已停止的成员',

  'etcd-member-health.title': () => 'etcd 成员健康状况',
  'etcd-member-health.observed': p =>
    [
      p.down.length === 0 && p.silent.length === 0
        ? `全部 ${p.voters} 个投票成员健康`
        : '',
      p.down.length > 0
        ? `不健康：${listZh(p.down)}${
            p.longestSeconds >= 1
              ? `，已持续 ${duration(p.longestSeconds, 'zh')}`
              : ''
          }`
        : '',
      p.silent.length > 0 ? `无响应：${listZh(p.silent)}` : '',
      votersInNameOnly(p.learners),
      p.errors && p.errors.length > 0 ? listZh(p.errors) : '',
    ]
      .filter(Boolean)
      .join('；'),
  'etcd-member-health.required': p =>
    `每个投票成员都能响应线性一致读；没有成员停机达 ${duration(
      p.downSeconds,
      'zh',
    )}`,
  'etcd-member-health.fix': p =>
    `检查 ${listZh(p.members)} 上的 etcd 进程、磁盘和网络`,

  'etcd-learner-stuck.title': () => 'etcd learner 成员',
  'etcd-learner-stuck.observed': p =>
    p.learners.length + p.unstarted.length === 0
      ? '没有 learner，也没有未启动的成员'
      : [
          p.learners.length > 0 ? `learner：${listZh(p.learners)}` : '',
          p.unstarted.length > 0 ? `未启动：${listZh(p.unstarted)}` : '',
          p.longestSeconds > 0
            ? `已持续 ${duration(p.longestSeconds, 'zh')}`
            : '',
        ]
          .filter(Boolean)
          .join('；'),
  'etcd-learner-stuck.required': p =>
    `新增成员在 ${duration(p.warnSeconds, 'zh')}内成为投票成员`,
  'etcd-learner-stuck.fix': p =>
    `启动并提升（promote）${listZh(p.members)}，或将其从成员列表中移除`,

  'etcd-leader-changes.title': () => 'etcd 领导者选举次数',
  'etcd-leader-changes.observed': p =>
    `最近 ${duration(p.seenSeconds, 'zh')}内选举 ${p.elections} 次`,
  'etcd-leader-changes.required': p =>
    `${duration(p.windowSeconds, 'zh')}内选举少于 ${p.warnElections} 次`,
  'etcd-leader-changes.fix': () =>
    '找出心跳延迟的原因：先检查磁盘，再检查网络和 CPU 不足',
  'etcd-leader-changes.fix-wait': p =>
    `等待，直到选举已被观测 ${duration(p.minimumSeconds, 'zh')}`,

  'etcd-alarms.title': () => 'etcd 告警',
  'etcd-alarms.none': () => '没有告警',
  'etcd-alarms.observed': p =>
    `${listZh(p.members)} 触发了 ${listZh(p.alarms)}`,
  'etcd-alarms.unread': p => `无法读取告警列表：${p.detail}`,
  'etcd-alarms.required': () => '所有成员均无告警',
  'etcd-alarms.fix-nospace': () =>
    '压缩历史，逐个成员进行碎片整理，然后解除告警；在此之前 etcd 拒绝写入',
  'etcd-alarms.fix-corrupt': () =>
    '停止向集群写入的自动化任务，找出哈希不同的成员并替换；不要先解除告警',

  'etcd-raft-lag.title': () => 'etcd 复制延迟',
  'etcd-raft-lag.observed': p =>
    `${p.member} 落后最高 raft 索引 ${p.entries} 条`,
  'etcd-raft-lag.required': p =>
    `每个投票成员落后少于 ${p.warnEntries} 个 raft 条目`,
  'etcd-raft-lag.fix': p =>
    `检查 ${listZh(p.members)} 的磁盘和网络；若无法追上，则替换该成员`,

  'etcd-zone-spread.title': () => 'etcd 投票成员的可用区分布',
  'etcd-zone-spread.observed': p =>
    `各可用区的投票成员：${p.spread.join('、')}；失去 ${p.zone} 后剩 ${
      p.left
    }/${p.voters} 个，仲裁需要 ${p.quorum} 个`,
  'etcd-zone-spread.unplaced': p => `${listZh(p.members)} 所在可用区未知`,
  'etcd-zone-spread.required': p =>
    `失去任意可用区后仍剩 ${p.quorum}/${p.voters} 个投票成员，这需要 ${p.zones} 个可用区`,
  'etcd-zone-spread.fix': p =>
    `将 etcd 成员逐个移出 ${p.zone}，直到分布于 ${p.zones} 个可用区`,
  'etcd-zone-spread.fix-labels': p =>
    `为 ${listZh(
      p.members,
    )} 所在节点加上 topology.kubernetes.io/zone 标签，或在该集群的配置中设置外部成员的可用区`,

  'etcd-host-colocation.title': () => 'etcd 投票成员的机器分布',
  'etcd-host-colocation.single': () => 'etcd 只有一个投票成员',
  'etcd-host-colocation.observed': p =>
    `${p.voters} 个投票成员位于 ${p.voters} 台机器：${listZh(p.hosts)}`,
  'etcd-host-colocation.shared': p =>
    `${listZh(p.members)} 共用 ${p.host}；${p.voters} 个投票成员只占 ${
      p.hosts
    } 台机器`,
  'etcd-host-colocation.unplaced': p => `${listZh(p.members)} 所在机器未知`,
  'etcd-host-colocation.required': () => '每个投票成员独占一台机器',
  'etcd-host-colocation.fix': p =>
    `在 ${p.host} 上只保留一个成员，其余逐个迁走`,

  'etcd-version.title': () => 'etcd 版本',
  'etcd-version.observed': p =>
    `${p.members} 个成员，版本 ${listZh(p.versions)}`,
  'etcd-version.required': () =>
    '所有成员版本一致，且支持由该版本升级到下一个次要版本',
  'etcd-version.fix-spread': () =>
    '使 etcd 成员处于相邻的次要版本：更大的跨度不受支持',
  'etcd-version.fix-mixed': () => '逐个成员完成 etcd 升级',
  'etcd-version.fix-patch': p =>
    `先升级到 ${p.target} 或更高的补丁版本：只支持由此升级到 ${p.next}`,
};
