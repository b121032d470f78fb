/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import { readFileSync } from 'node:fs';
import {
  absentReasons,
  ClusterQuery,
  KubernetesHaApi,
  KubernetesHaClient,
  layers,
  platforms,
  Scorecard,
  sectionNames,
  severities,
  statuses,
  tiers,
  unknownReasons,
} from 'backstage-plugin-kubernetes-ha-common';
import request from 'supertest';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { fakeClusterConfig, startReplica } from '../__testUtils__/backends';
import { ResponseValidator } from './__testUtils__/responseValidator';
import { openApiFile } from './apiRouter';

const descriptionSchema = z.object({
  openapi: z.string(),
  components: z.object({
    schemas: z.record(
      z.string(),
      z.object({ enum: z.array(z.string().nullable()).optional() }),
    ),
  }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z
          .array(
            z.union([
              z.object({ $ref: z.string() }),
              z.object({ name: z.string(), in: z.string() }),
            ]),
          )
          .default([]),
      }),
    ),
  ),
});
const description = descriptionSchema.parse(
  parse(readFileSync(openApiFile, 'utf8')),
);

const responses = new ResponseValidator();

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
  url = `http://127.0.0.1:${backend.server.port()}/api/kubernetes-ha`;
  stop = () => backend.stop();
});
afterAll(() => stop());

/** Every call of the client, with everything it can be asked. */
const query: Required<ClusterQuery> = {
  search: 'one',
  tier: ['production', 'staging'],
  owner: ['group:default/a'],
  grade: ['F', 'none'],
  layer: ['etcd'],
  verdict: ['broken', 'none'],
  platform: ['self-managed', 'eks'],
  order: 'name',
  direction: 'descending',
  offset: 0,
  limit: 10,
};
const { order, direction, offset, limit, ...filter } = query;
const now = '2026-11-23T12:00:00.000Z';
const calls: {
  [K in keyof KubernetesHaApi]: (api: KubernetesHaApi) => Promise<unknown>;
} = {
  getFleet: api => api.getFleet(),
  listClusters: api => api.listClusters(query),
  getClustersCsv: api => api.getClustersCsv({ ...filter, order, direction }),
  listFleetGroups: api =>
    api.listFleetGroups('owner', { ...filter, offset, limit }),
  listFleetFixes: api => api.listFleetFixes({ ...filter, offset, limit }),
  getCluster: api => api.getCluster('one'),
  getScorecard: api => api.getScorecard('one', { at: '2999-01-01T00:00:00Z' }),
  getCurrentSnapshot: api => api.getCurrentSnapshot('one'),
  getSignals: api => api.getSignals('one', ['etcd', 'nodes']),
  getConnection: api => api.getConnection('one'),
  testConnection: api => api.testConnection('one', 'etcd'),
  listSnapshots: api => api.listSnapshots('one', { offset: 0, limit: 1 }),
  getSnapshot: async api => {
    const { items } = await api.listSnapshots('one');
    return api.getSnapshot('one', items[0].hash);
  },
  listFindings: api =>
    api.listFindings('one', {
      state: 'all',
      check: ['etcd-member-health'],
      offset: 0,
      limit: 1,
    }),
  getHistory: api =>
    api.getHistory('one', {
      from: '2026-11-01T00:00:00Z',
      to: now,
      stepSeconds: 60,
    }),
  listIncidents: api =>
    api.listIncidents('one', {
      from: '2026-11-01T00:00:00Z',
      to: now,
      limit: 10,
    }),
  getMeasurements: api =>
    api.getMeasurements('one', {
      from: '2026-11-01T00:00:00Z',
      to: now,
      resolution: 'hour',
    }),
  listChecks: api => api.listChecks(),
};

/** A client that writes down what it asks for. */
function recordingClient(asked: URL[]): KubernetesHaClient {
  return new KubernetesHaClient({
    discoveryApi: { getBaseUrl: async () => url },
    fetchApi: {
      fetch: async (input, init) => {
        const asking = new URL(String(input));
        asked.push(asking);
        const answer = await fetch(input, init);
        const body: unknown = await bodyOf(answer.clone());
        responses.check(asking.pathname, answer.status, body);
        return answer;
      },
    },
  });
}

/** The body of an answer, as its type says it is written. */
async function bodyOf(answer: Response): Promise<unknown> {
  const isJson = answer.headers.get('content-type')?.includes('json');
  return isJson ? answer.json() : answer.text();
}

/** Asks for a path under the API; the answer, whatever its status, is as described. */
async function get(path: string) {
  return answered(await request(url).get(path), path);
}

function answered(answer: request.Response, path: string) {
  responses.check(path.split('?')[0], answer.status, answer.body);
  return answer;
}

describe('openapi.yaml, router and client', () => {
  it('is OpenAPI 3.1 and describes one operation for each call of the contract', () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    const operations = Object.values(description.paths).flatMap(methods =>
      Object.values(methods).map(operation => operation.operationId),
    );
    expect(operations.sort()).toEqual(Object.keys(calls).sort());
  });

  it.each(Object.keys(calls) as (keyof typeof calls)[])(
    '%s: the client asks for what is described, and the router answers as described',
    async operationId => {
      const asked: URL[] = [];
      await calls[operationId](recordingClient(asked));
      // The client's answer is what the description says; recordingClient holds it against that.
      expect(responses.seen).toContain(`${operationId} 200`);
      const last = asked.at(-1)!;
      const [found] = Object.entries(description.paths).flatMap(
        ([template, methods]) =>
          Object.values(methods)
            .filter(operation => operation.operationId === operationId)
            .map(operation => [template, operation] as const),
      );
      const pattern = new RegExp(
        `^/api/kubernetes-ha${found[0].replace(/\{\w+\}/g, '[^/]+')}$`,
      );
      expect(last.pathname).toMatch(pattern);
      // What the client can say, and what is described, are the same.
      const described = found[1].parameters.flatMap(p => {
        if ('name' in p) return p.in === 'query' ? [p.name] : [];
        if (p.$ref.endsWith('/Name')) return [];
        return [p.$ref.split('/').at(-1)!.toLowerCase()];
      });
      expect([...new Set(last.searchParams.keys())].sort()).toEqual(
        described.sort(),
      );
    },
  );

  it.each`
    path                                                                            | says                                                                                          | rule
    ${'/v1/clusters?limit=501'}                                                     | ${'limit'}                                                                                    | ${'a page that is too large'}
    ${'/v1/clusters?limit=x'}                                                       | ${'limit'}                                                                                    | ${'a number that is none'}
    ${'/v1/clusters?tier=prod'}                                                     | ${'tier'}                                                                                     | ${'a tier that does not exist'}
    ${'/v1/clusters?tier=prod'}                                                     | ${'tier is "prod". Expected one of: production, staging, development. Correct or remove it.'} | ${'a tier that does not exist, saying which do'}
    ${'/v1/clusters?grade=Z&layer=dns'}                                             | ${'Expected one of: apiserver'}                                                               | ${'two filters that do not exist, each by itself'}
    ${'/v1/clusters.csv?order=size'}                                                | ${'order is "size". Expected one of: worst-first, name'}                                      | ${'an order that does not exist'}
    ${'/v1/clusters?verdict=bad'}                                                   | ${'verdict is "bad". Expected one of: broken, weak'}                                          | ${'a verdict that does not exist'}
    ${'/v1/clusters?direction=up'}                                                  | ${'direction is "up". Expected one of: ascending, descending'}                                | ${'a direction that does not exist'}
    ${'/v1/fleet/fixes?platform=rancher'}                                           | ${'platform is "rancher"'}                                                                    | ${'a platform that does not exist'}
    ${'/v1/fleet/groups?by=city'}                                                   | ${'by is "city". Expected one of: owner, tier, platform'}                                     | ${'a grouping that does not exist'}
    ${'/v1/fleet/groups'}                                                           | ${'by'}                                                                                       | ${'groups by nothing'}
    ${'/v1/fleet/fixes?limit=101'}                                                  | ${'limit'}                                                                                    | ${'a fix list that is too long'}
    ${'/v1/clusters?tire=production'}                                               | ${'tire'}                                                                                     | ${'a parameter that does not exist'}
    ${'/v1/clusters/one/scorecard?at=yesterday'}                                    | ${'at'}                                                                                       | ${'a time that is none'}
    ${'/v1/clusters/one/signals?section=pod'}                                       | ${'section'}                                                                                  | ${'a section that does not exist'}
    ${'/v1/clusters/one/scorecard?at=2026-11-23T23:59:60Z'}                         | ${'at is'}                                                                                    | ${'a leap second, which is no time here'}
    ${'/v1/clusters/one/history?from=2026-11-23T23:59:60Z'}                         | ${'from is'}                                                                                  | ${'a leap second as a beginning'}
    ${'/v1/clusters/one/measurements?to=2026-11-23T23:59:60Z'}                      | ${'to is'}                                                                                    | ${'a leap second as an end'}
    ${'/v1/clusters/%00'}                                                           | ${'name'}                                                                                     | ${'a NUL in a name'}
    ${'/v1/clusters/ONE'}                                                           | ${'name'}                                                                                     | ${'a name that no cluster can have'}
    ${'/v1/clusters?search=%00'}                                                    | ${'search'}                                                                                   | ${'a NUL in a search'}
    ${'/v1/clusters?owner=a%00b'}                                                   | ${'owner'}                                                                                    | ${'a NUL in an owner'}
    ${'/v1/clusters?offset=1e300'}                                                  | ${'offset'}                                                                                   | ${'an offset that no database takes'}
    ${'/v1/clusters/one/snapshots/xyz'}                                             | ${'hash'}                                                                                     | ${'a hash that is none'}
    ${'/v1/clusters/one/history?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z'} | ${'after to'}                                                                                 | ${'an end before its beginning'}
  `('answers 400 to $rule', async ({ path, says }) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(says),
    });
  });

  it.each`
    path                                                    | says
    ${'/v1/clusters/two'}                                   | ${'There is no cluster "two"'}
    ${`/v1/clusters/one/snapshots/${'0'.repeat(64)}`}       | ${'no stored snapshot'}
    ${'/v1/clusters/one/scorecard?at=2020-01-01T00:00:00Z'} | ${'no scorecard that was in force'}
  `('answers 404 to $path, saying what to do', async ({ path, says }) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body.error).toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining(says),
    });
  });

  it('takes one value where a list is described, and fills in defaults', async () => {
    const one = await get('/v1/clusters?tier=production');
    expect(one.body.totalItems).toBe(1);
    const other = await get('/v1/clusters?tier=staging&tier=development');
    expect(other.body).toEqual({ items: [], totalItems: 0 });
    const findings = await get('/v1/clusters/one/findings');
    const open = await get('/v1/clusters/one/findings?state=open');
    expect(findings.body).toEqual(open.body);
    expect(findings.body.totalItems).toBeGreaterThan(0);
  });

  it('gives the findings of the wanted checks only, open and resolved', async () => {
    const { body: all } = await get('/v1/clusters/one/findings?state=all');
    const [{ checkId }] = all.items;
    const { body } = await get(
      `/v1/clusters/one/findings?state=all&check=${checkId}`,
    );
    expect(body.items).toEqual(
      all.items.filter((item: { checkId: string }) => item.checkId === checkId),
    );
    expect(body.totalItems).toBe(body.items.length);
    const { body: none } = await get(
      '/v1/clusters/one/findings?check=no-such-check',
    );
    expect(none).toEqual({ items: [], totalItems: 0 });
  });

  it.each([
    ['SectionName', sectionNames],
    ['UnknownReason', unknownReasons],
    ['AbsentReason', absentReasons],
    ['Layer', layers],
    ['Severity', severities],
    ['Status', statuses],
    ['Tier', tiers],
    ['Platform', platforms],
  ])('describes every %s that there is', (name, values) => {
    expect(description.components.schemas[name]?.enum).toEqual([...values]);
  });

  it('gives all signals in outline and the values of the wanted ones', async () => {
    const whole = await get('/v1/clusters/one/snapshot');
    const { body } = await get('/v1/clusters/one/signals?section=etcd');
    const { value, ...outline } = whole.body.sections.etcd;
    expect(value).toBeDefined();
    expect(body.sections).toEqual({ etcd: whole.body.sections.etcd });
    expect(body.outlines.etcd).toEqual(outline);
    expect(Object.keys(body.outlines)).toEqual([...sectionNames]);
    expect(body.outlines.pods).toMatchObject({ state: 'unknown' });
  });

  it('serves the stored scorecard, the same bytes at each reading', async () => {
    const first = await get('/v1/clusters/one/scorecard');
    const second = await get('/v1/clusters/one/scorecard');
    expect(second.text).toBe(first.text);
    const scorecard: Scorecard = first.body;
    expect(scorecard.cluster).toMatchObject({ name: 'one', uid: 'u1' });
  });

  it.each(responses.operations)('%s: a refusal is as described', async path => {
    const missing = path
      .replace('{name}', 'two')
      .replace('{hash}', '0'.repeat(64))
      .replace('{step}', 'etcd');
    const asked = path.includes('{name}') ? missing : `${path}?unknown=1`;
    const answer = path.includes('{step}')
      ? answered(await request(url).post(asked), asked)
      : await get(asked);
    expect([400, 404]).toContain(answer.status);
  });

  it('has held an answer of every operation, and a refusal, against the description', () => {
    expect([...responses.seen].sort()).toEqual(responses.described.sort());
  });
});
