/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readFileSync } from 'node:fs';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import addFormats from 'ajv-formats';
import Ajv from 'ajv/dist/2020';
import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import { fixtureFleet, handlersOf } from 'kubernetes-ha-mock-api';
import { getResponse } from 'msw';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import kubernetesHaPlugin from '..';
import { fakeClusterModule } from '../__testUtils__/fakeCluster';
import { openApiFile } from './apiRouter';

jest.setTimeout(60_000);

/** What the client reads of an answer. */
interface Answer {
  status: number;
  type?: string;
  body: unknown;
}

/** Asks for a path of the API. */
type Ask = (path: string) => Promise<Answer>;

async function answerOf(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type')?.split(';')[0];
  return { status: response.status, type, body: await response.json() };
}

const handlers = handlersOf(fixtureFleet(3));
const mock: Ask = async path => {
  const url = `http://mock.test/api/kubernetes-ha${path}`;
  const response = await getResponse(handlers, new Request(url));
  if (!response) throw new Error(`No handler answers ${path}.`);
  return answerOf(response);
};

let real: Ask;
let stop: () => Promise<void>;
beforeAll(async () => {
  const clusters = [{ name: 'pay-eu', connection: { type: 'fake' } }];
  const backend = await startTestBackend({
    features: [
      kubernetesHaPlugin,
      mockServices.rootConfig.factory({ data: { kubernetesHa: { clusters } } }),
      fakeClusterModule(() => ({
        uid: 'u1',
        etcd: async context => observedEtcd(context, { voters: 3, healthy: 2 }),
      })),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/kubernetes-ha`;
  real = async path => answerOf(await fetch(`${url}${path}`));
  stop = () => backend.stop();
});
afterAll(() => stop());

const operationsSchema = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string(),
        responses: z.object({
          '200': z.object({
            content: z.object({
              'application/json': z.object({ schema: z.unknown() }),
            }),
          }),
        }),
      }),
    }),
  ),
});
const document: unknown = parse(readFileSync(openApiFile, 'utf8'));
const operations = Object.values(operationsSchema.parse(document).paths).map(
  ({ get }) => get,
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
  getFleet: ['/v1/fleet'],
  listClusters: [
    '/v1/clusters',
    '/v1/clusters?tier=production&grade=D&grade=F&layer=etcd&order=name&limit=1',
    '/v1/clusters?search=nowhere',
    '/v1/clusters?offset=100',
  ],
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
  listSnapshots: [`${cluster}/snapshots`, `${cluster}/snapshots?limit=1`],
  getSnapshot: [`${cluster}/snapshots/HASH`],
  listFindings: [
    `${cluster}/findings`,
    `${cluster}/findings?state=resolved`,
    `${cluster}/findings?state=all&limit=1`,
  ],
  getHistory: [
    `${cluster}/history`,
    `${cluster}/history?resolution=raw`,
    `${cluster}/history?resolution=day&from=2999-01-01T00:00:00Z&to=2999-01-02T00:00:00Z`,
  ],
  getMeasurements: [
    `${cluster}/measurements`,
    `${cluster}/measurements?resolution=hour`,
  ],
  listChecks: ['/v1/checks'],
};

const pageSchema = z.object({ items: z.array(z.object({ hash: z.string() })) });

const errorSchema = z.object({ error: z.object({ name: z.string() }) });

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
      const { schema } = responses['200'].content['application/json'];
      return requests[operationId].map(path => ({ path, schema }));
    }),
  )(
    '$path: status, content type, and a body of the described shape',
    async ({ path, schema }) => {
      for (const ask of [real, mock]) {
        const { status, type, body } = await ask(await pathFor(ask, path));
        expect({ status, type, faults: faultsOf(schema, body) }).toEqual({
          status: 200,
          type: 'application/json',
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
    `${missing}/snapshots`,
    `${missing}/snapshots/${'0'.repeat(64)}`,
    `${cluster}/snapshots/${'0'.repeat(64)}`,
    `${missing}/findings`,
    `${missing}/history`,
    `${missing}/measurements`,
  ])('%s: the same refusal', async path => {
    const answers = await Promise.all([real(path), mock(path)]);
    const [first, second] = answers.map(({ status, type, body }) => {
      expect(faultsOf({ $ref: '#/components/schemas/Error' }, body)).toBe('');
      return { status, type, name: errorSchema.parse(body).error.name };
    });
    expect(second).toEqual(first);
    expect(first.status).toBe(404);
  });
});
