/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { nextLoss as english } from '../en/nextLoss';
import type { TranslationOf } from '../types';

const things = {
  'api-servers': ['API 服务器', '正在服务', 'API'],
  'load-balancers': ['负载均衡器', '在线', '到 API 的负载均衡路径'],
  backends: ['API 服务器', '在负载均衡器的后端中可用', '到 API 的负载均衡路径'],
} as const;

function losses(spare: number): string {
  return `再失去 ${spare + 1} 个`;
}

/** See the English catalogue. */
export const nextLoss: TranslationOf<typeof english> = {
  'next-loss.etcd': p =>
    [
      `${p.voters} 个投票成员中 ${p.healthy} 个健康`,
      p.unclear > 0 ? `（${p.unclear} 个无应答）` : '',
      p.spare < 0
        ? `：${
            p.unclear > 0 ? '除非这些成员仍在投票，否则' : ''
          }失去仲裁，etcd 不接受写入`
        : `：${losses(p.spare)}，所有写入即停止`,
    ].join(''),
  'next-loss.servers': p => {
    const [name, verb, lost] = things[p.what] ?? things['api-servers'];
    const now = `${p.total} 个${name}中 ${p.serving} 个${verb}`;
    return p.serving <= 0
      ? `${now}：${lost}已中断`
      : `${now}：${losses(p.serving - 1)}，${lost}即中断`;
  },
  'next-loss.zone': p =>
    `失去可用区 ${p.zone} 即失去 ${p.total} 个投票成员中的 ${p.voters} 个：${
      p.spare < 0
        ? '所有写入停止'
        : `其余成员保持仲裁，${losses(p.spare)}，所有写入即停止`
    }`,
  'next-loss.control-plane': p => {
    const now = `${p.machines} 个控制平面节点中 ${p.ready} 个 Ready`;
    const condition =
      p.layout === 'untold' ? '（若 etcd 运行在这些节点上）' : '';
    const stops =
      p.layout === 'external' ? 'API 即中断' : 'etcd 的所有写入即停止';
    return p.spare < 0
      ? `${now}：${
          p.layout === 'external' ? 'API 已中断' : 'etcd 失去仲裁'
        }${condition}`
      : `${now}：${losses(p.spare)}，${stops}${condition}`;
  },
};
