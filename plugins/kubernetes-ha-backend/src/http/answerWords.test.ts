/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Finding, Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import express from 'express';
import request from 'supertest';
import { fakeClusterConfig, startReplica } from '../__testUtils__/backends';
import { answerWords } from './answerWords';

let url: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  const backend = await startReplica({
    kubernetesHa: { clusters: [fakeClusterConfig('one')] },
    behaviour: () => ({
      uid: 'u1',
      etcd: async context => observedEtcd(context, { voters: 3, healthy: 2 }),
    }),
  });
  url = `http://127.0.0.1:${backend.server.port()}/api/kubernetes-ha/v1`;
  stop = () => backend.stop();
});
afterAll(() => stop());

/** As `curl -H 'Accept-Language: …'` asks; without a header when there is no language. */
function curl(path: string, language?: string) {
  const call = request(url).get(path);
  return language ? call.set('Accept-Language', language) : call;
}

it.each`
  language                     | tag        | title                            | observed
  ${undefined}                 | ${'en'}    | ${'etcd quorum fault tolerance'} | ${'2 of 3 voters healthy'}
  ${'en-GB,en;q=0.9'}          | ${'en'}    | ${'etcd quorum fault tolerance'} | ${'2 of 3 voters healthy'}
  ${'zh-CN,zh;q=0.9,en;q=0.8'} | ${'zh-CN'} | ${'etcd 仲裁容错能力'}           | ${'3 个投票成员中 2 个健康'}
  ${'fr, zh;q=0.3, en;q=0.5'}  | ${'en'}    | ${'etcd quorum fault tolerance'} | ${'2 of 3 voters healthy'}
  ${'fr'}                      | ${'en'}    | ${'etcd quorum fault tolerance'} | ${'2 of 3 voters healthy'}
  ${'%%%'}                     | ${'en'}    | ${'etcd quorum fault tolerance'} | ${'2 of 3 voters healthy'}
`('says $title to $language', async ({ language, tag, title, observed }) => {
  const answer = await curl('/clusters/one/scorecard', language);
  expect(answer.headers['content-language']).toBe(tag);
  expect(answer.headers.vary).toMatch(/Accept-Language/);
  const { results }: Scorecard = answer.body;
  const result = results.find(
    ({ checkId }) => checkId === 'etcd-quorum-fault-tolerance',
  );
  expect(result?.title).toBe(title);
  expect(result?.observed.text).toContain(observed);
  expect(result?.required?.text).toContain('3');
  expect(result?.fix?.text).toBeTruthy();
});

it.each`
  language | headline                                      | reason
  ${'en'}  | ${/^etcd, broken now: 2 of 3 voters healthy/} | ${'not collected yet'}
  ${'zh'}  | ${/^etcd 存储，当前故障：3 个投票成员中/}     | ${'尚未采集'}
`(
  'says in $language what is first to be said, of a cluster and in its scorecard',
  async ({ language, headline, reason }) => {
    const one = await curl('/clusters/one', language);
    expect(one.body.headline.text).toMatch(headline);
    const card = await curl('/clusters/one/scorecard', language);
    expect(card.body.headline.text).toMatch(headline);
    const reasons: Scorecard['results'] = card.body.results;
    expect(reasons.map(({ reasonText }) => reasonText)).toContain(reason);
  },
);

it('words findings and the names of checks', async () => {
  const findings = await curl('/clusters/one/findings', 'zh');
  const items: Finding[] = findings.body.items;
  expect(items.length).toBeGreaterThan(0);
  for (const { result } of items) {
    expect(result.title).toMatch(/[\u4e00-\u9fff]/);
    expect(result.observed.text).toMatch(/[\u4e00-\u9fff]/);
  }
  const checks = await curl('/checks', 'zh');
  for (const { title } of checks.body) {
    expect(title.text).toMatch(/[\u4e00-\u9fff]/);
  }
});

describe('a long page', () => {
  const message = { code: 'reason.timeout', params: {} };

  /** Answers with these items, in Chinese. */
  function answering(items: unknown[]) {
    const app = express();
    app.use(answerWords);
    app.get('/', (_, res) => {
      res.json({ items, totalItems: items.length });
    });
    return request(app).get('/').set('Accept-Language', 'zh');
  }

  it('is worded whole', async () => {
    const { body, headers } = await answering(Array(500).fill({ message }));
    expect(headers['content-language']).toBe('zh-CN');
    expect(body.totalItems).toBe(500);
    expect(body.items).toEqual(
      Array(500).fill({ message: { ...message, text: '超时' } }),
    );
  });

  it('that cannot be worded is an error like any other', async () => {
    const broken = {
      get message() {
        throw new Error('no words');
      },
    };
    const { status } = await answering(Array(500).fill(broken));
    expect(status).toBe(500);
  });
});
