/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Beyond, bounds as en, BoundUnit } from '../en/bounds';
import type { TranslationOf } from '../types';

const units: Readonly<Record<BoundUnit, string>> = {
  bytes: '字节',
  characters: '个字符',
  columns: '列',
  entries: '项',
  flags: '个参数',
  'kept bytes': '字节（保留的内容）',
  levels: '层嵌套',
  ms: '毫秒',
  objects: '个对象',
  pages: '页',
  rows: '行',
  series: '个所需指标的时间序列',
  values: '个值',
};

function beyond(
  what: string,
  { observed, bound, unit }: Beyond,
  fix: string,
): string {
  const seen =
    observed === 'more'
      ? `超过 ${bound} ${units[unit]}`
      : `${observed} ${units[unit]}，上限为 ${bound}`;
  return `${what}：${seen}。${fix}`;
}

const document = (what: string, p: Beyond) =>
  beyond(what, p, `请确认${what}内容正确；这种大小的文档不予解析`);
const ofMetrics = '请确认该页面由组件自身提供';
const ofHaproxy = '请确认该 URL 是 HAProxy 统计页面的地址';
const ofEtcd = '请确认应答的是 etcd 成员';
const ofCollection = '请删除不需要的对象';

/** Bounds, in Chinese. */
export const bounds: TranslationOf<typeof en> = {
  'bound.answer': p => `${p.request}：响应超过 ${p.bytes} 字节`,
  'bound.collection-answers': p =>
    beyond('一次采集的全部响应', p, ofCollection),
  'bound.collection-objects': p =>
    beyond('一次采集的全部对象', p, ofCollection),
  'bound.config-map': p => document('该 ConfigMap ', p),
  'bound.config-map-document': p =>
    beyond(`文档 ${p.key}`, p, '请从 ConfigMap 中移除不属于它的内容'),
  'bound.decoding': p =>
    beyond('解码一页', p, '请查找含有数千个容器、规则或条目的对象'),
  'bound.decoding-memory': p => `解码一页需要超过 ${p.megabytes} MB 内存`,
  'bound.document': p => document(` ${p.path} `, p).trimStart(),
  'bound.etcd-answer': p =>
    beyond(`${p.endpoint} 对 ${p.call} 的响应`, p, ofEtcd),
  'bound.etcd-members': p =>
    `该成员列出 ${p.members} 个成员，上限为 ${p.bound}。请确认应答的是本集群的 etcd 成员`,
  'bound.etcd-peer-urls': p =>
    `成员 ${p.member} 有 ${p.urls} 个 peer URL，最多比较 ${p.bound} 个。请将 --initial-advertise-peer-urls 设为成员之间使用的地址`,
  'bound.flagz': p =>
    beyond('/flagz', p, '请确认该地址是 kube-apiserver 的地址'),
  'bound.haproxy-csv': p => beyond('HAProxy 统计 CSV', p, ofHaproxy),
  'bound.haproxy-row': p => beyond('CSV 中的一行', p, ofHaproxy),
  'bound.list': p =>
    beyond(p.kind, p, '请删除不需要的对象，或确认该地址是 API server 的地址'),
  'bound.metrics-line': p => beyond('指标页面中的一行', p, ofMetrics),
  'bound.metrics-page': p => beyond('指标页面', p, ofMetrics),
  'bound.object': p =>
    beyond(`${p.kind} 中的对象 ${p.name}`, p, '请缩小或删除该对象'),
  'bound.page': p =>
    beyond(
      `${p.kind} 的一页`,
      p,
      '请确认该地址是 API server 的地址：请求的是每页 500 个对象',
    ),
  'bound.page-document': p => document(`${p.kind} 的一页`, p),
  'bound.status': p => document('该 Status ', p),
};
