/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import Ajv from 'ajv/dist/2020';
import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import { Language, languages } from 'backstage-plugin-kubernetes-ha-common';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { getResponse } from 'msw';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { fakeClusterConfig, startReplica } from '../__testUtils__/backends';
import { openApiFile } from './apiRouter';

/** What the client reads of an answer. */
interface Answer {
  status: number;
  type?: string;
  body: unknown;
}

/** Asks for a path of the API; `POST` stands before one that is posted to. */
type Ask = (path: string, language?: Language) => Promise<Answer>;

function requestOf(root: string, asked: string, language = 'en'): Request {
  const [path, method = 'GET'] = asked.split(' ').reverse();
  const headers = { 'Accept-Language': language };
  return new Request(`${root}${path}`, { method, headers });
}

async function answerOf(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type')?.split(';')[0];
  const isJson = type === 'application/json';
  const body = isJson ? await response.json() : await response.text();
  return { status: response.status, type, body };
}

const handlers = handlersOf(fixtureFleet(3));
const mock: Ask = async (path, language) => {
  const root = 'http://mock.test/api/kubernetes-ha';
  const response = await getResponse(handlers, requestOf(root, path, language));
  if (!response) throw new Error(`No handler answers ${path}.`);
  return answerOf(response);
};

let real: Ask;
let stop: () => Promise<void>;
beforeAll(async () => {
  const backend = await startReplica({
    kubernetesHa: { clusters: [fakeClusterConfig('pay-eu')] },
    behaviour: () => ({
      uid: 'u1',
      etcd: async context => observedEtcd(context, { voters: 3, healthy: 2 }),
    }),
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/kubernetes-ha`;
  real = async (path, language) =>
    answerOf(await fetch(requestOf(url, path, language)));
  stop = () => backend.stop();
});
afterAll(() => stop());

const operationSchema = z.object({
  operationId: z.string(),
  responses: z.object({
    '200': z.object({
      content: z.record(z.string(), z.object({ schema: z.unknown() })),
    }),
  }),
});
const operationsSchema = z.object({
  paths: z.record(
    z.string(),
    z.union([
      z.object({ get: operationSchema }),
      z.object({ post: operationSchema }),
    ]),
  ),
});
const document: unknown = parse(readFileSync(openApiFile, 'utf8'));
const operations = Object.values(operationsSchema.parse(document).paths).map(
  methods => ('get' in methods ? methods.get : methods.post),
);

/** The description with every object closed: what it does not name must not be sent either. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, closed(value)]),
  );
  return 'properties' in copy && !('additionalProperties' in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(closed(document) as object, 'openapi');

/** What is wrong with a body under a schema of the description; nothing is right. */
function faultsOf(schema: unknown, body: unknown): string {
  const absolute = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/', '"openapi#/'),
  );
  return ajv.validate(absolute, body) ? '' : ajv.errorsText();
}

/** What each operation is asked, by its id; `HASH` stands for a stored snapshot of the asked side. */
const cluster = '/v1/clusters/pay-eu';
const requests: Record<string, string[]> = {
  testConnection: [`POST ${cluster}/connection/tests/etcd`],
  getFleet: ['/v1/fleet'],
  listClusters: [
    '/v1/clusters',
    '/v1/clusters?tier=production&grade=D&grade=F&layer=etcd&order=name&direction=descending&limit=1',
    '/v1/clusters?search=nowhere',
    '/v1/clusters?offset=100',
  ],
  getClustersCsv: ['/v1/clusters.csv', '/v1/clusters.csv?search=nowhere'],
  listFleetGroups: [
    '/v1/fleet/groups?by=owner',
    '/v1/fleet/groups?by=tier&verdict=broken&limit=1',
  ],
  listFleetFixes: ['/v1/fleet/fixes', '/v1/fleet/fixes?owner=none&limit=1'],
  getCluster: [cluster],
  getScorecard: [
    `${cluster}/scorecard`,
    `${cluster}/scorecard?at=2999-01-01T00:00:00Z`,
  ],
  getCurrentSnapshot: [`${cluster}/snapshot`],
  getSignals: [
    `${cluster}/signals`,
    `${cluster}/signals?section=etcd&section=nodes`,
  ],
  getConnection: [`${cluster}/connection`],
  listSnapshots: [`${cluster}/snapshots`, `${cluster}/snapshots?limit=1`],
  getSnapshot: [`${cluster}/snapshots/HASH`],
  listFindings: [
    `${cluster}/findings`,
    `${cluster}/findings?state=resolved`,
    `${cluster}/findings?state=all&limit=1`,
    `${cluster}/findings?check=etcd-member-health&check=lb-redundancy`,
  ],
  getHistory: [
    `${cluster}/history`,
    `${cluster}/history?stepSeconds=3600`,
    `${cluster}/history?from=2999-01-01T00:00:00Z&to=2999-01-02T00:00:00Z`,
  ],
  listIncidents: [`${cluster}/incidents`, `${cluster}/incidents?limit=1`],
  getMeasurements: [
    `${cluster}/measurements`,
    `${cluster}/measurements?resolution=hour`,
  ],
  listChecks: ['/v1/checks'],
};

const pageSchema = z.object({ items: z.array(z.object({ hash: z.string() })) });

/** What is said of a request that is refused; the rest names the request. */
const errorSchema = z.object({
  error: z.object({
    name: z.string(),
    message: z.string(),
    why: z.object({ code: z.string(), params: z.unknown() }),
  }),
});

/** A path as one side is asked for it. */
async function pathFor(ask: Ask, path: string): Promise<string> {
  if (!path.includes('HASH')) return path;
  const { body } = await ask(`${cluster}/snapshots`);
  return path.replace('HASH', pageSchema.parse(body).items[0].hash);
}

describe('the mock API of the tests of the pages answers as the router does', () => {
  it('in every operation that is described', () => {
    expect(Object.keys(requests).sort()).toEqual(
      operations.map(({ operationId }) => operationId).sort(),
    );
  });

  it.each(
    operations.flatMap(({ operationId, responses }) => {
      const [[described, { schema }]] = Object.entries(
        responses['200'].content,
      );
      return requests[operationId].map(path => ({ path, described, schema }));
    }),
  )(
    '$path: status, content type, and a body of the described shape',
    async ({ path, described, schema }) => {
      for (const ask of [real, mock]) {
        const { status, type, body } = await ask(await pathFor(ask, path));
        expect({ status, type, faults: faultsOf(schema, body) }).toEqual({
          status: 200,
          type: described,
          faults: '',
        });
      }
    },
  );

  const missing = '/v1/clusters/missing';
  it.each([
    missing,
    `${missing}/scorecard`,
    `${missing}/snapshot`,
    `${missing}/signals?section=etcd`,
    `${missing}/connection`,
    `POST ${missing}/connection/tests/etcd`,
    `${missing}/snapshots`,
    `${missing}/snapshots/${'0'.repeat(64)}`,
    `${cluster}/snapshots/${'0'.repeat(64)}`,
    `${missing}/findings`,
    `${missing}/history`,
    `${missing}/incidents`,
    `${missing}/measurements`,
    '/v1/clusters?tier=prod',
    '/v1/clusters.csv?order=size&grade=Z',
    '/v1/fleet/groups?by=city',
    '/v1/fleet/fixes?platform=rancher',
  ])('%s: the same refusal, in every language', async path => {
    for (const language of languages) {
      const answers = await Promise.all([
        real(path, language),
        mock(path, language),
      ]);
      const [first, second] = answers.map(({ status, type, body }) => {
        expect(faultsOf({ $ref: '#/components/schemas/Error' }, body)).toBe('');
        return { status, type, ...errorSchema.parse(body) };
      });
      expect(second).toEqual(first);
      expect(first.status).toBe(path.includes('/clusters/') ? 404 : 400);
    }
  });
});
