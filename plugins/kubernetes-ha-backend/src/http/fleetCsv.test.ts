/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { parse } from 'csv-parse/sync';
import type {
  ClusterSummary,
  Language,
} from 'backstage-plugin-kubernetes-ha-common';
import { fleetCsv } from './fleetCsv';

const cluster: ClusterSummary = {
  name: 'one',
  tier: 'production',
  platform: 'self-managed',
  connection: 'kubeconfig',
  observation: {
    state: 'live',
    observedAt: '2026-11-23T12:00:00.000Z',
    intervalSeconds: 30,
    problems: [],
  },
  score: 20,
  grade: 'F',
  provisional: true,
  layers: [],
  coverage: { applicable: 64, known: 28, unknown: 36, unknownCritical: 2 },
  openFindings: { fail: 1, warn: 0, unknown: 36 },
  trend: [],
};

async function readBack(
  parts: Partial<ClusterSummary>,
  language: Language = 'en',
): Promise<Record<string, string>> {
  const text = await fleetCsv([{ ...cluster, ...parts }], language);
  const [row] = parse(text, { columns: true }) as Record<string, string>[];
  return row;
}

const broken: Partial<ClusterSummary> = {
  causes: { broken: 2, weak: 3, 'not-visible': 4 },
  headline: {
    verdict: 'broken',
    layer: 'apiserver',
    checkId: 'etcd-quorum-fault-tolerance',
    status: 'fail',
    severity: 'critical',
    observed: { code: 'section.required', params: { sections: ['nodes'] } },
  },
  possible: {
    best: { score: 100, grade: 'A' },
    worst: { score: 20, grade: 'F' },
  },
};

it('says what the page says of a cluster', async () => {
  expect(await readBack(broken)).toMatchObject({
    Cluster: 'one',
    Tier: 'production',
    Platform: 'self-managed',
    Grade: 'F',
    Score: '20',
    Provisional: 'yes',
    'Best possible grade': 'A',
    'Most urgent': 'broken now',
    Layer: 'API server',
    Severity: 'critical',
    Check: 'etcd quorum fault tolerance',
    'Check id': 'etcd-quorum-fault-tolerance',
    Observed: 'current data of the nodes',
    'Causes broken now': '2',
    'Checks seen': '28',
    'Checks that apply': '64',
    State: 'live',
    'Last observed': '2026-11-23T12:00:00.000Z',
  });
});

it('says it in Chinese, with the same numbers, names and times', async () => {
  const row = await readBack(broken, 'zh');
  expect(row).toMatchObject({
    集群: 'one',
    级别: '生产',
    平台: '自管',
    得分: '20',
    暂定: '是',
    最紧急: '当前故障',
    层: 'API 服务器',
    严重程度: '严重',
    检查项: 'etcd 仲裁容错能力',
    '检查项 ID': 'etcd-quorum-fault-tolerance',
    状态: '实时',
    最近观测时间: '2026-11-23T12:00:00.000Z',
  });
  expect(row.观测结果).toMatch(/^节点.*最新数据$/);
  // Every heading is there, once.
  const headings = Object.keys(await readBack(broken));
  expect(Object.keys(row)).toHaveLength(headings.length);
});

it('names the check of an adopter, which has no title here, by its id', async () => {
  const headline = { ...broken.headline!, checkId: 'acme.backup' };
  expect(await readBack({ headline }, 'zh')).toMatchObject({
    检查项: 'acme.backup',
    '检查项 ID': 'acme.backup',
  });
});

it.each`
  title                   | read                      | rule
  ${'a "quoted", one'}    | ${'a "quoted", one'}      | ${'quotes and commas'}
  ${'two\nlines'}         | ${'two\nlines'}           | ${'a line break'}
  ${'Über 生产'}          | ${'Über 生产'}            | ${'letters beyond ASCII'}
  ${'=HYPERLINK("http")'} | ${'\'=HYPERLINK("http")'} | ${'a formula'}
  ${'+1'}                 | ${"'+1"}                  | ${'a formula by its sign'}
  ${'-1+1'}               | ${"'-1+1"}                | ${'a formula by a minus'}
  ${'@SUM(A1)'}           | ${"'@SUM(A1)"}            | ${'a formula of another program'}
  ${'\t=1'}               | ${"'\t=1"}                | ${'a formula after a tab'}
  ${'\r=1'}               | ${"'\r=1"}                | ${'a formula after a carriage return'}
`(
  'writes $rule so that a spreadsheet shows it as text',
  async ({ title, read }) => {
    expect((await readBack({ title })).Title).toBe(read);
  },
);

it('ends every line as RFC 4180 has it, and leaves empty what is not known', async () => {
  const lines = (await fleetCsv(Array(120).fill(cluster), 'en')).split('\r\n');
  expect(lines).toHaveLength(122);
  expect(lines[121]).toBe('');
  expect(lines[0]).toMatch(/^Cluster,Title,Tier,Owner,/);
  expect(await readBack({ score: null, grade: null })).toMatchObject({
    Score: '',
    Grade: '',
    Owner: '',
  });
});
