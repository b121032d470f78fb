/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { errors as en } from '../en/errors';
import type { TranslationOf } from '../types';

/** See the English sentences. */
export const errors: TranslationOf<typeof en> = {
  'error.cluster-not-found': p =>
    `没有你可以读取的集群“${p.cluster}”。请检查名称，或申请权限 ${p.permission}。`,
  'error.cluster-removed': p =>
    `集群“${p.cluster}”在读取期间已被移除。请返回集群列表。`,
  'error.not-assessed': p =>
    `集群“${p.cluster}”尚未评估。首次采集最多需要一分钟，请稍后重试。`,
  'error.no-scorecard-at': p =>
    `集群“${p.cluster}”在 ${p.at} 没有生效的记分卡。请选择更晚的时间。`,
  'error.snapshot-not-found': p =>
    `集群“${p.cluster}”没有已存储的快照 ${p.hash}。只保留发生变化时的快照，保留时间由 kubernetesHa.retention.snapshotDays 决定；快照列表中列出了现有的快照。`,
  'error.not-collected-here': p =>
    `此处目前不采集集群“${p.cluster}”。其配置刚刚更改，或无法使用；后端日志中有原因。`,
  'error.recording': p =>
    `集群“${p.cluster}”是录制数据。期望：可以访问的集群。录制数据无法测试。`,
  'error.tests-waiting': p =>
    `已有 ${p.running} 个连接测试正在运行，${p.waiting} 个正在等待。请一分钟后重试。`,
  'error.range': p =>
    `from 为 ${p.from}，晚于 to（${p.to}）。期望：from 早于 to。请将两者互换。`,
  'error.parameter': p =>
    `${p.name} 为 ${p.value}。期望：${p.expected}。请更正或删除该参数。`,
  'error.parameter-missing': p =>
    `缺少 ${p.name}。期望：${p.expected}。请添加该参数。`,
  'error.parameter-unknown': p =>
    `此处没有参数 ${p.name}。期望：${
      p.known.length > 0 ? `${p.known.join('、')} 之一` : '不带参数'
    }。请更正或删除该参数。`,
  'error.no-such-path': p =>
    `此 API 没有 ${p.method} ${p.path}。期望：openapi.yaml 中的路径和方法。请更正。`,
  'error.both': p => `${p.first}${p.second}`,
  'error.request': p =>
    `请求与 API 的描述（openapi.yaml）不符：${p.detail}。请更正请求。`,
  'error.signed-out': () => '请求没有有效的凭据。请重新登录，或更新令牌。',
  'error.not-allowed': p =>
    `该凭据不允许执行此操作：${p.detail}。请申请权限，或使用其他凭据。`,
  'error.internal': p =>
    `后端出错：${p.detail}。请重试；后端日志中有更多信息。`,
  'error.no-answer': p =>
    `${p.resource} 在 ${p.seconds} 秒内没有响应。请检查后端是否正在运行并可以访问，然后重试。`,
  'expected.one-of': p => `${p.values.join('、')} 之一`,
  'expected.time': () => '形如 2026-11-23T12:00:00Z 的时间，秒为 00 至 59',
  'expected.number': p => `${p.min} 至 ${p.max} 的整数`,
  'expected.text': p => `匹配 ${p.pattern} 的文本，最多 ${p.max} 个字符`,
  'expected.list': p => `最多 ${p.max} 个值，每个为${p.each}`,
};
