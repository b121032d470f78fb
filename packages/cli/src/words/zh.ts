/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Words } from './index';

/** Words of the reports in Chinese. */
export const zh: Words = {
  grade: (grade, score) => `等级 ${grade}，得分 ${score}`,
  noGrade: () => '没有等级：没有任何检查给出可计分的结果',
  aside: text => `（${text}）`,
  provisional: () => '暂定：并非一切都已知，等级可能更低',
  headline: (verdict, layer, checks) => `${verdict}：${layer}：${checks}`,
  possible: (best, worst) =>
    `可能的等级：未知项全部通过为 ${best}，全部失败为 ${worst}`,
  weakestLink: (layer, checks) => `最薄弱环节：${layer}：${checks}`,
  coverage: (known, applicable, unknown) =>
    `已知：${applicable} 项检查中的 ${known} 项；未知 ${unknown} 项`,
  ofThemCritical: count => `其中严重程度为“严重”的 ${count} 项`,
  recordedAt: time => `录制于 ${time}`,
  layer: () => '层',
  score: () => '得分',
  status: () => '状态',
  findings: count => `发现：${count}`,
  unknowns: count => `未知：${count}`,
  required: text => `要求：${text}`,
  fix: text => `修复：${text}`,
  notRead: () => '未能读取',
  notAssessed: () => '未评估：无法读取集群的任何内容，因此没有等级。',
  gradeRequired: grade => `等级为 ${grade} 或更高`,
  gradeNotReached: (observed, required) =>
    `未达到要求：等级为 ${observed}，要求为 ${required} 或更高（--min-grade）。`,
  checksFailed: (severity, ids) =>
    `未达到要求：严重程度为“${severity}”或更高的检查失败（--fail-on）：${ids}。`,
  met: () => '已满足所有要求。',
  because: (source, reason, detail) => `${source}（${reason}）：${detail}`,
  none: () => '无',
};
