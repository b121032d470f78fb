/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import request from 'supertest';
import { fakeClusterConfig, startReplica } from '../__testUtils__/backends';
import { ResponseValidator } from './__testUtils__/responseValidator';

const base = '/api/kubernetes-ha/v1';
const responses = new ResponseValidator();

let backend: Awaited<ReturnType<typeof startReplica>>;
beforeAll(async () => {
  backend = await startReplica({
    kubernetesHa: {
      clusters: [
        fakeClusterConfig('live'),
        {
          name: 'recorded',
          connection: {
            type: 'recorded',
            file: join(__dirname, '../../../../recordings/ha-3az.jsonl.br'),
          },
        },
      ],
    },
    behaviour: () => ({
      uid: 'u1',
      etcd: async context => observedEtcd(context, { voters: 3, healthy: 3 }),
    }),
  });
});
afterAll(() => backend.stop());

async function get(path: string, language = 'en') {
  const { status, body } = await request(backend.server)
    .get(`${base}${path}`)
    .set('Accept-Language', language);
  responses.check(`/v1${path.split('?')[0]}`, status, body);
  expect(status).toBe(200);
  return body;
}

it('says of a recorded cluster what its recording plays, in the language asked for', async () => {
  const { observation } = await get('/clusters/recorded');
  const { replay } = observation;
  expect(observation.state).toBe('recorded');
  expect(replay).toMatchObject({
    title: 'Reference: three zones',
    durationSeconds: 601,
  });
  const aheadMs = Date.now() - Date.parse(replay.startedAt);
  expect(replay.positionSeconds).toBeLessThanOrEqual(aheadMs / 1000);
  expect(replay.next.atSeconds).toBeGreaterThanOrEqual(replay.positionSeconds);
  expect(replay.now[0].atSeconds).toBeLessThanOrEqual(replay.positionSeconds);
  const inChinese = (await get('/clusters/recorded', 'zh')).observation.replay;
  for (const [said, expected] of [
    [replay, /^[\x20-\x7e]+$/],
    [inChinese, /[\u4e00-\u9fff]/],
  ] as const) {
    expect(said.now[0].what.text).toMatch(expected);
    expect(said.next.what.text).toMatch(expected);
  }
});

it('says nothing of the kind about a cluster that is asked, nor in a list', async () => {
  expect((await get('/clusters/live')).observation).not.toHaveProperty(
    'replay',
  );
  const { items } = await get('/clusters');
  expect(items).toHaveLength(2);
  for (const { observation } of items) {
    expect(observation).not.toHaveProperty('replay');
  }
});

it('shows the history of a recorded cluster from its first minute on', async () => {
  const from = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const history = await get(`/clusters/recorded/history?from=${from}`);
  expect(history.time.notAssessed).toBeCloseTo(0, 3);
  expect(history.time.beforeFirst).toBe(0);
  const incidents = await get(`/clusters/recorded/incidents?from=${from}`);
  expect(
    incidents.items.filter(
      ({ verdict, endedAt }: { verdict: string; endedAt?: string }) =>
        verdict === 'broken' && endedAt,
    ).length,
  ).toBeGreaterThanOrEqual(4);
  expect((await get('/clusters/recorded')).lastWeek.grade).toBe('A');
});
