/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  KubernetesHaClient,
  whyOf,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  ClusterConfig,
  Collector,
} from 'backstage-plugin-kubernetes-ha-collector';
import { en } from 'backstage-plugin-kubernetes-ha-common/src/messages/en';
import express from 'express';
import knexFactory from 'knex';
import request from 'supertest';
import { declared } from '../__testUtils__/snapshots';
import { ConnectionTests } from '../connect/ConnectionTests';
import { createStores } from '../database/createStores';
import { migrationsDirectory } from '../database/migrate';
import { ClusterAccess } from '../permissions/clusterAccess';
import { ResponseValidator } from './__testUtils__/responseValidator';
import { createRouter } from './createRouter';
import type { HttpDeps } from './deps';

// Long because it has one case for each reason with which the API refuses, in both languages.

const config: ClusterConfig = {
  name: 'one',
  tier: 'production',
  platform: 'self-managed',
  connection: { type: 'custom', name: 'fake', settings: {} },
  apiServer: { instances: [] },
  intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
};

const now = () => new Date('2026-11-23T12:00:00.000Z');
const logger = mockServices.logger.mock();
const knex = knexFactory({
  client: 'better-sqlite3',
  connection: ':memory:',
  useNullAsDefault: true,
});
afterAll(() => knex.destroy());

let deps: HttpDeps;
beforeAll(async () => {
  await knex.migrate.latest({ directory: migrationsDirectory });
  const stores = createStores(knex);
  await stores.clusters.declare([declared('one')], now());
  deps = {
    ...stores,
    httpAuth: mockServices.httpAuth(),
    access: ClusterAccess.create({
      permissions: mockServices.permissions.mock({
        authorizeConditional: async () => [{ result: AuthorizeResult.ALLOW }],
      }),
      permissionsRegistry: mockServices.permissionsRegistry.mock({
        // Everything is allowed: no rule is looked up.
        getPermissionRuleset: () => ({
          getRuleByName: name => {
            throw new Error(`No rule ${name}.`);
          },
        }),
      }),
      clusters: stores.clusters,
    }),
    configured: {
      configOf: () => config,
      stateOf: () => ({
        state: 'in-force',
        since: now().toISOString(),
        problems: [],
      }),
    },
    connectionTests: testsOf(undefined),
    checks: [],
    policy: () => {
      throw new Error('no refusal asks for the policy');
    },
    links: () => [],
    replayOf: () => undefined,
    now,
  };
});

/** Tests of the connection where this is what collects from every cluster. */
function testsOf(collector: Collector | undefined) {
  return new ConnectionTests({
    running: () => collector && { config, collector },
    signals: { readBoth: async () => ({ newest: {}, lastObserved: {} }) },
    logger,
    now,
  });
}

const recording: Collector = {
  sectionsOf: () => [],
  identity: async () => ({ identity: {} }),
  collect: async () => ({ sections: {}, readingMs: 0 }),
  close: async () => {},
};

/** Tests of which every place, running and waiting, is taken. */
function busyTests(): ConnectionTests {
  const tests = testsOf({
    ...recording,
    collectSections: () => new Promise(() => {}),
  });
  for (let i = 0; i < 20; i += 1) {
    const { facts, ...known } = declared(`busy-${i}`);
    const cluster = { ...known, facts, configured: true };
    // None of them ends: the process of the test does.
    tests.run(cluster, 'etcd').catch(() => {});
  }
  return tests;
}

function throws(error: Error): Partial<HttpDeps> {
  return {
    httpAuth: mockServices.httpAuth.mock({
      credentials: async () => {
        throw error;
      },
    }),
  };
}

/** The API as Backstage serves it, its errors too. */
function serving(parts: Partial<HttpDeps> = {}) {
  const app = express();
  app.use(createRouter({ ...deps, ...parts }));
  app.use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger,
    }).error(),
  );
  return app;
}

interface Refused {
  code: string;
  status: number;
  path: string;
  parts?: () => Partial<HttpDeps>;
  en: string;
  zh: string;
}

const one = '/v1/clusters/one';
const test = `POST ${one}/connection/tests/etcd`;
const HASH = '0'.repeat(64);

const refusals: Refused[] = [
  {
    code: 'error.cluster-not-found',
    status: 404,
    path: '/v1/clusters/two',
    en: 'There is no cluster "two" that you may read',
    zh: '没有你可以读取的集群“two”',
  },
  {
    code: 'error.cluster-removed',
    status: 404,
    path: one,
    parts: () => ({
      fleet: Object.assign(Object.create(deps.fleet), {
        get: async () => undefined,
      }),
    }),
    en: 'Cluster "one" was removed while it was read',
    zh: '集群“one”在读取期间已被移除',
  },
  {
    code: 'error.not-assessed',
    status: 404,
    path: `${one}/scorecard`,
    en: 'Cluster "one" has not been assessed yet',
    zh: '集群“one”尚未评估',
  },
  {
    code: 'error.no-scorecard-at',
    status: 404,
    path: `${one}/scorecard?at=2020-01-01T00:00:00Z`,
    en: 'no scorecard that was in force at 2020-01-01T00:00:00.000Z',
    zh: '在 2020-01-01T00:00:00.000Z 没有生效的记分卡',
  },
  {
    code: 'error.snapshot-not-found',
    status: 404,
    path: `${one}/snapshots/${HASH}`,
    en: `no stored snapshot ${HASH}`,
    zh: `没有已存储的快照 ${HASH}`,
  },
  {
    code: 'error.not-collected-here',
    status: 404,
    path: test,
    en: 'Cluster "one" is not collected from here at the moment',
    zh: '此处目前不采集集群“one”',
  },
  {
    code: 'error.recording',
    status: 409,
    path: test,
    parts: () => ({ connectionTests: testsOf(recording) }),
    en: 'Cluster "one" is a recording',
    zh: '集群“one”是录制数据',
  },
  {
    code: 'error.tests-waiting',
    status: 503,
    path: test,
    parts: () => ({ connectionTests: busyTests() }),
    en: '4 connection tests run and 16 wait already',
    zh: '已有 4 个连接测试正在运行，16 个正在等待',
  },
  {
    code: 'error.range',
    status: 400,
    path: `${one}/history?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z`,
    en: 'from is 2026-11-02T00:00:00.000Z, after to, which is 2026-11-01T00:00:00.000Z',
    zh: 'from 为 2026-11-02T00:00:00.000Z，晚于 to（2026-11-01T00:00:00.000Z）',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: '/v1/clusters?tier=prod',
    en: 'tier is "prod". Expected one of: production, staging, development.',
    zh: 'tier 为 "prod"。期望：production、staging、development 之一。',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: '/v1/clusters?limit=501',
    en: 'limit is "501". Expected a whole number from 1 to 500.',
    zh: 'limit 为 "501"。期望：1 至 500 的整数。',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: '/v1/clusters?limit=1&limit=2',
    en: 'limit is "1, 2". Expected a whole number from 1 to 500.',
    zh: 'limit 为 "1, 2"。期望：1 至 500 的整数。',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: `${one}/scorecard?at=yesterday`,
    en: 'at is "yesterday". Expected a time like 2026-11-23T12:00:00Z',
    zh: 'at 为 "yesterday"。期望：形如 2026-11-23T12:00:00Z 的时间',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: `${one}/scorecard?at=2026-11-23T23:59:60Z`,
    en: 'at is "2026-11-23T23:59:60Z". Expected a time',
    zh: 'at 为 "2026-11-23T23:59:60Z"。期望：形如',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: `${one}/signals?section=pod`,
    en: 'section is "pod". Expected one of: version, nodes, pods,',
    zh: 'section 为 "pod"。期望：version、nodes、pods、',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: `${one}/findings?${'check=a&'.repeat(21)}`,
    en: 'Expected at most 20 values, each a text that matches ^[a-z0-9]',
    zh: '期望：最多 20 个值，每个为匹配 ^[a-z0-9]',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: '/v1/clusters?search=%00',
    en: 'search is "\\u0000". Expected a text that matches',
    zh: 'search 为 "\\u0000"。期望：匹配 ',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: '/v1/clusters/ONE',
    en: 'name is "ONE". Expected a text that matches ^[a-z0-9]',
    zh: 'name 为 "ONE"。期望：匹配 ^[a-z0-9]',
  },
  {
    code: 'error.parameter',
    status: 400,
    path: `POST ${one}/connection/tests/zones`,
    en: 'step is "zones". Expected one of: api, instances, etcd',
    zh: 'step 为 "zones"。期望：api、instances、etcd',
  },
  {
    code: 'error.parameter-missing',
    status: 400,
    path: '/v1/fleet/groups',
    en: 'by is missing. Expected one of: owner, tier, platform. Add it.',
    zh: '缺少 by。期望：owner、tier、platform 之一。请添加该参数。',
  },
  {
    code: 'error.parameter-unknown',
    status: 400,
    path: `${one}/scorecard?when=now`,
    en: 'There is no parameter "when" here. Expected one of: at.',
    zh: '此处没有参数 "when"。期望：at 之一。',
  },
  {
    code: 'error.parameter-unknown',
    status: 400,
    path: '/v1/checks?a=b',
    en: 'There is no parameter "a" here. Expected none.',
    zh: '此处没有参数 "a"。期望：不带参数。',
  },
  {
    code: 'error.no-such-path',
    status: 404,
    path: '/v1/cluster/one',
    en: 'There is no GET "/v1/cluster/one" in this API. Expected a path',
    zh: '此 API 没有 GET "/v1/cluster/one"。',
  },
  {
    code: 'error.no-such-path',
    status: 404,
    path: `POST ${one}`,
    en: 'There is no POST "/v1/clusters/one" in this API',
    zh: '此 API 没有 POST "/v1/clusters/one"。',
  },
  {
    code: 'error.both',
    status: 400,
    path: '/v1/clusters?grade=Z&layer=dns',
    en: 'Correct or remove it. layer is "dns". Expected one of: apiserver',
    zh: '请更正或删除该参数。layer 为 "dns"。期望：apiserver',
  },
  {
    code: 'error.request',
    status: 400,
    path: '/v1/checks',
    parts: () => throws(new InputError('unexpected end of text')),
    en: '(openapi.yaml): unexpected end of text. Correct it.',
    zh: '（openapi.yaml）不符：unexpected end of text。请更正请求。',
  },
  {
    code: 'error.signed-out',
    status: 401,
    path: '/v1/fleet',
    parts: () => throws(new AuthenticationError('Missing credentials')),
    en: 'The request has no valid credentials. Sign in again',
    zh: '请求没有有效的凭据。请重新登录',
  },
  {
    code: 'error.not-allowed',
    status: 403,
    path: '/v1/fleet',
    parts: () => throws(new NotAllowedError('no limited access')),
    en: 'These credentials may not do this: no limited access.',
    zh: '该凭据不允许执行此操作：no limited access。',
  },
  {
    code: 'error.internal',
    status: 500,
    path: '/v1/fleet',
    parts: () => throws(new Error('the disk is full')),
    en: 'The backend failed: the disk is full.',
    zh: '后端出错：the disk is full。',
  },
];

/** Without stand-ins it is the same for all. */
let plain: ReturnType<typeof serving> | undefined;

/** Asks as `curl` does; `POST` stands before a path that is posted to. */
function ask({ path, parts }: Refused, language: string) {
  const [address, method = 'GET'] = path.split(' ').reverse();
  plain ??= serving();
  const app = request(parts ? serving(parts()) : plain);
  return (method === 'POST' ? app.post(address) : app.get(address)).set(
    'Accept-Language',
    language,
  );
}

const validator = new ResponseValidator();

it.each(
  refusals.flatMap(refused => [
    { ...refused, refused, language: 'en-GB', tag: 'en', sentence: refused.en },
    {
      ...refused,
      refused,
      language: 'zh-CN',
      tag: 'zh-CN',
      sentence: refused.zh,
    },
  ]),
)(
  '$path: $status and $code in $language',
  async ({ refused, path, code, status, language, tag, sentence }) => {
    const { body, headers, ...answer } = await ask(refused, language);
    expect(answer.status).toBe(status);
    expect(headers['content-language']).toBe(tag);
    expect(headers.vary).toMatch(/Accept-Language/);
    expect(body.error.message).toContain(sentence);
    expect(body.error.why).toMatchObject({ code, text: body.error.message });
    // Nothing describes the answer to what is not described.
    if (code === 'error.no-such-path') return;
    validator.check(
      new URL(path.split(' ').at(-1)!, 'http://api.test').pathname,
      status,
      body,
    );
  },
);

it('has a case for every reason with which the API refuses', () => {
  // Of the client, where nothing answers at all.
  const ofClient = ['error.no-answer'];
  const codes = Object.keys(en).filter(code => code.startsWith('error.'));
  expect(
    [...new Set(refusals.map(({ code }) => code)), ...ofClient].sort(),
  ).toEqual(codes.sort());
});

it('gives the client its reason as data', async () => {
  const server = serving().listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address?.port;
  const client = new KubernetesHaClient({
    fetchApi: { fetch },
    discoveryApi: { getBaseUrl: async () => `http://127.0.0.1:${port}` },
  });
  const error = await client
    .getCluster('two', { language: 'zh' })
    .catch(failure => failure);
  server.close();
  expect(error.cause.message).toMatch(/^没有你可以读取的集群“two”/);
  expect(whyOf(error.cause)).toMatchObject({
    code: 'error.cluster-not-found',
    params: { cluster: 'two' },
  });
});
