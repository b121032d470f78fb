/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  AnySignalSource,
  ApiEndpoint,
  ClusterConnection,
  ConnectionError,
  SourceContext,
} from '../contracts';
import { read } from '../signals/read';
import {
  connection,
  context,
  etcd,
  source,
  unknown,
} from './__testUtils__/testSource';
import { LiveCollector } from './LiveCollector';

type Way = Pick<SourceContext, 'connection' | 'signal'>;

beforeEach(() => jest.clearAllMocks());
afterEach(() => jest.restoreAllMocks());

describe('the sources of a cluster', () => {
  const collector = (...sources: AnySignalSource[]) =>
    new LiveCollector({
      connection,
      sources,
      readIdentity: async () => ({ identity: {} }),
    });
  const collect = (live: LiveCollector) =>
    live.collect('control-plane', context);

  it('do not fail each other', async () => {
    const { sections } = await collect(
      collector(
        source(async () => ({ etcd }), { id: 'a', provides: ['etcd'] }),
        source(() => new Promise(() => {}), { id: 'b', provides: ['leases'] }),
        source(async () => Promise.reject(new Error('broken')), {
          id: 'c',
          provides: ['apiPath'],
        }),
      ),
    );
    expect(sections).toMatchObject({
      etcd,
      leases: { reason: 'timeout' },
      apiPath: { reason: 'invalid-response' },
    });
  });

  it('may need what another one finds in the same collection', async () => {
    const { sections } = await collect(
      collector(
        source(
          async ({ previous }) => ({
            leases:
              previous.etcd === etcd
                ? { ...unknown, detail: 'knows' }
                : { ...unknown, reason: 'not-collected' },
          }),
          { id: 'a', provides: ['leases'], needs: ['etcd'] },
        ),
        source(async () => ({ etcd }), { id: 'b', provides: ['etcd'] }),
      ),
    );
    expect(sections.leases).toMatchObject({ detail: 'knows' });
  });

  it('are refused when they need each other in a circle', () => {
    expect(() =>
      collector(
        source(async () => ({}), {
          id: 'a',
          provides: ['etcd'],
          needs: ['leases'],
        }),
        source(async () => ({}), {
          id: 'b',
          provides: ['leases'],
          needs: ['etcd'],
        }),
      ),
    ).toThrow('The sources "a", "b", "a" need each other in a circle.');
  });

  it('do not wait for what is known already', async () => {
    const seen: unknown[] = [];
    let release = () => {};
    const live = collector(
      source(
        () =>
          new Promise(resolve => {
            release = () => resolve({ etcd });
          }),
        { id: 'b', provides: ['etcd'], deadlineMs: 60_000 },
      ),
      source(
        async ({ previous }) => {
          seen.push(previous.etcd);
          release();
          return { leases: unknown };
        },
        { id: 'a', provides: ['leases'], needs: ['etcd'] },
      ),
    );
    await live.collect('control-plane', { ...context, previous: { etcd } });
    expect(seen).toEqual([etcd]);
  });

  it('are refused when two provide one section', () => {
    expect(() =>
      collector(
        source(async () => ({}), { id: 'a' }),
        source(async () => ({}), { id: 'b' }),
      ),
    ).toThrow(
      'The section "etcd" is provided by the sources "a" and "b". Expected: one source for each section.',
    );
  });

  it('are not asked anew before the time that the server named, and each for itself', async () => {
    let now = 1_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    let asked: string[] = [];
    const busy: ClusterConnection = {
      ...connection,
      api: {
        url: 'https://192.0.2.10:6443',
        request: async ({ path }) => {
          asked.push(path);
          const status = path === '/leases' ? 429 : 200;
          const headers = { 'retry-after': '300' };
          return { status, headers, body: Buffer.alloc(0), latencyMs: 1 };
        },
      },
    };
    const ask = async (path: string, { connection: { api }, signal }: Way) =>
      read(api, { path, signal }, () => etcd);
    const live = new LiveCollector({
      connection: busy,
      sources: [
        source(
          async way => {
            const answer = await ask('/leases', way);
            expect(answer.ok).toBe(false);
            return {
              leases: { ...unknown, ...(!answer.ok && answer.refusal) },
            };
          },
          { id: 'a', provides: ['leases'], deadlineMs: 5_000 },
        ),
        source(
          async way => {
            const answer = await ask('/etcd', way);
            return answer.ok ? { etcd: answer.value } : {};
          },
          { id: 'b', provides: ['etcd'], deadlineMs: 5_000 },
        ),
      ],
      readIdentity: async ({ api }, signal) => {
        await api.request({ path: '/uid', signal });
        return { identity: {} };
      },
    });
    const look = async () => {
      asked = [];
      const { sections } = await collect(live);
      await live.identity(context.signal);
      return { asked: asked.sort(), sections };
    };
    expect((await look()).asked).toEqual(['/etcd', '/leases', '/uid']);
    now += 299_000;
    expect(await look()).toEqual({
      asked: ['/etcd', '/uid'],
      sections: {
        etcd,
        leases: expect.objectContaining({
          reason: 'throttled',
          detail:
            'GET https://192.0.2.10:6443/leases: not sent, because the server returned HTTP 429 with Retry-After 1 s',
        }),
      },
    });
    now += 1_000;
    expect((await look()).asked).toEqual(['/etcd', '/leases', '/uid']);
  });

  it('that read through instances are led around an endpoint that does not serve, and no others', async () => {
    const asked: string[] = [];
    const endpointOf = (url: string, fails: boolean): ApiEndpoint => ({
      url,
      request: async ({ path }) => {
        asked.push(`${url}${path}`);
        if (fails) throw new ConnectionError('refused', `nobody at ${url}`);
        return {
          status: 200,
          headers: {},
          body: Buffer.alloc(0),
          latencyMs: 1,
        };
      },
    });
    const dead: ClusterConnection = {
      ...connection,
      api: endpointOf('https://lb', true),
      instance: address => endpointOf(`https://${address}`, false),
    };
    const ask = async (path: string, { connection: { api }, signal }: Way) => {
      const answer = await read(api, { path, signal }, () => etcd);
      return answer.ok ? etcd : { ...unknown, ...answer.refusal };
    };
    const probe = { ok: true, consecutiveFailures: 0 };
    const live = new LiveCollector({
      connection: dead,
      sources: [
        source(async way => ({ etcd: await ask('/etcd', way) }), {
          id: 'a',
          provides: ['etcd'],
          deadlineMs: 5_000,
        }),
        source(
          async way => {
            const { state } = await ask('/leases', way);
            return { leases: { ...unknown, detail: state } };
          },
          {
            id: 'b',
            provides: ['leases'],
            deadlineMs: 5_000,
            readsThroughInstances: true,
          },
        ),
      ],
      readIdentity: async ({ api }, signal) => {
        await api.request({ path: '/uid', signal });
        return { identity: { uid: api.url } };
      },
    });
    const { sections } = await live.collect('control-plane', {
      ...context,
      previous: {
        apiServers: {
          state: 'observed',
          source: 'test',
          via: 'test',
          observedAt: '2026-11-23T12:00:00.000Z',
          intervalSeconds: 30,
          value: [
            {
              address: '192.0.2.1:6443',
              discoveredBy: ['endpoint-slice'],
              readyz: probe,
              livez: probe,
              readyzChecks: [],
              certificates: unknown,
              version: unknown,
              flags: unknown,
              metrics: unknown,
            },
          ],
        },
      },
    });
    expect(sections).toMatchObject({
      etcd: { state: 'unknown', reason: 'refused' },
      leases: { detail: 'observed' },
    });
    expect(asked.filter(url => url.includes('192.0.2.1'))).toEqual([
      'https://192.0.2.1:6443/leases',
    ]);
    // Whose answers they are is asked the same way.
    expect(await live.identity(context.signal)).toEqual({
      identity: { uid: 'https://192.0.2.1:6443' },
    });
  });

  it('cost what those that stretch the interval read with success', async () => {
    let nowMs = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => nowMs);
    const slow: ClusterConnection = {
      ...connection,
      api: {
        url: 'https://fake.invalid',
        request: async ({ path }) => {
          nowMs += 500;
          const status = path === '/ill' ? 504 : 200;
          return { status, headers: {}, body: Buffer.alloc(0), latencyMs: 1 };
        },
      },
    };
    const reading = (path: string, parts: Partial<AnySignalSource>) =>
      source(
        async ({ connection: { api }, signal }) => {
          await api.request({ path, signal });
          return {};
        },
        { deadlineMs: 60_000, ...parts },
      );
    const costOf = async (...sources: AnySignalSource[]) => {
      const live = new LiveCollector({
        connection: slow,
        sources,
        readIdentity: async () => ({ identity: {} }),
      });
      return (await live.collect('control-plane', context)).readingMs;
    };
    const stretches = { stretchesInterval: true };
    expect(await costOf(reading('/well', stretches))).toBe(500);
    expect(await costOf(reading('/ill', stretches))).toBe(0);
    expect(await costOf(reading('/well', {}))).toBe(0);
  });

  it('are closed with the connection', async () => {
    const close = jest.fn(async () => {});
    await collector(source(async () => ({}), { close })).close();
    expect(close).toHaveBeenCalledTimes(1);
    expect(connection.close).toHaveBeenCalledTimes(1);
  });
});
