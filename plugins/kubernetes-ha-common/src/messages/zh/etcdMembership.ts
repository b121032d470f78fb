/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { listZh } from '../format';
import type { TranslationOf } from '../types';
import type { etcdMembership as en } from '../en/etcdMembership';

/** What a member reports that others do not; `kind` is one of `ContradictionKind`. */
function contradiction(kind: string, reporter: string, about: string): string {
  switch (kind) {
    case 'listed':
      return `${reporter} 列出了其他成员没有的 ${about}`;
    case 'not-listed':
      return `${reporter} 没有列出其他成员都有的 ${about}`;
    case 'peer-urls':
      return `${reporter} 所列的对等 URL 与其他成员不同：${about}`;
    case 'learner':
      return `${reporter} 将 ${about} 列为 learner，其他成员列为投票成员`;
    case 'voter':
      return `${reporter} 将 ${about} 列为投票成员，其他成员列为 learner`;
    case 'status-learner':
      return `${about} 在成员列表中为投票成员，自身状态却为 learner`;
    case 'status-voter':
      return `${about} 在成员列表中为 learner，自身状态却为投票成员`;
    case 'cluster-id':
      return `${reporter} 报告了另一个集群 ID：${about}`;
    case 'removed':
      return `${reporter} 以成员 ${about} 的身份响应，而该成员不在成员列表中`;
    default:
      return `${reporter} 对 ${about} 的说法不一致（${kind}）`;
  }
}

export const etcdMembership: TranslationOf<typeof en> = {
  'etcd-membership-agreement.title': () => 'etcd 成员列表一致性',
  'etcd-membership-agreement.observed': p =>
    `${listZh(p.members)} 报告的成员列表相同：${p.voters} 个投票成员${
      p.learners > 0 ? `、${p.learners} 个 learner` : ''
    }`,
  'etcd-membership-agreement.differs': p =>
    [
      ...p.kinds.map((kind, i) =>
        contradiction(kind, p.reporters[i], p.about[i]),
      ),
      p.more > 0 ? `另有 ${p.more} 处不一致` : '',
    ]
      .filter(Boolean)
      .join('；') || '成员之间不一致',
  'etcd-membership-agreement.single': () =>
    'etcd 只有一个投票成员：没有其他成员列表可供比较',
  'etcd-membership-agreement.one-view': p =>
    p.members.length === 0
      ? '没有运行中的成员报告其成员列表'
      : `只有 ${listZh(p.members)} 报告了成员列表，没有其他成员列表可供比较`,
  'etcd-membership-agreement.required': () =>
    '每个成员列出相同的成员、对等 URL 和投票权，且与各成员自身状态一致',
  'etcd-membership-agreement.fix': () =>
    '对每个端点分别运行 "etcdctl member list" 并比较；暂停一切升级；用 "etcdctl member remove" 移除不应存在的成员，并让列表不同的成员清空数据后重新加入',
};
