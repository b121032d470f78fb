/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observedEtcd } from '../__testUtils__/observedEtcd';
import { mockServices } from '@backstage/backend-test-utils';
import type { Sections } from 'backstage-plugin-kubernetes-ha-common';
import type {
  AnySignalSource,
  ClusterConnection,
  SourceContext,
} from '../contracts';
import { read } from '../signals/read';
import { LiveCollector } from './LiveCollector';
import { runSource } from './runSource';

const logger = mockServices.logger.mock();
const connection: ClusterConnection = {
  kind: 'kubeconfig',
  api: {
    url: 'https://fake.invalid',
    request: async () => {
      throw new Error('not asked in this test');
    },
  },
  close: jest.fn(async () => {}),
};
const context: SourceContext = {
  cluster: {
    name: 'one',
    tier: 'production',
    platform: 'self-managed',
    connection: 'kubeconfig',
  },
  connection,
  signal: new AbortController().signal,
  intervalSeconds: 30,
  previous: {},
  now: () => new Date('2026-11-23T12:00:00Z'),
  logger,
};
const etcd = observedEtcd(context, { voters: 3, healthy: 3 });
const unknown = {
  state: 'unknown',
  reason: 'timeout',
  detail: 'no answer',
  source: 'x',
  via: 'x',
  observedAt: '2026-11-23T12:00:00.000Z',
} as const;

type Way = Pick<SourceContext, 'connection' | 'signal'>;

function source(
  observe: (context: SourceContext) => Promise<Partial<Sections>>,
  parts: Partial<AnySignalSource> = {},
): AnySignalSource {
  return {
    id: 'test',
    group: 'control-plane',
    provides: ['etcd', 'leases'],
    deadlineMs: 30,
    observe,
    ...parts,
  };
}

beforeEach(() => jest.clearAllMocks());
afterEach(() => jest.restoreAllMocks());

describe('a source', () => {
  it('that answers is taken at its word', async () => {
    const outcome = await runSource(
      source(async () => ({ etcd, leases: unknown })),
      context,
    );
    expect(outcome).toMatchObject({
      source: 'test',
      sections: { etcd, leases: unknown },
    });
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('that throws is unknown in all its sections, with one line in the log', async () => {
    const outcome = await runSource(
      source(async () => {
        throw new Error('Unexpected token < in JSON');
      }),
      context,
    );
    for (const signal of [outcome.sections.etcd, outcome.sections.leases]) {
      expect(signal).toMatchObject({
        state: 'unknown',
        reason: 'invalid-response',
        detail: expect.stringContaining('Unexpected token <'),
      });
    }
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('that throws something long with a password in it keeps both out of signal and log', async () => {
    const outcome = await runSource(
      source(async () => {
        throw new Error(
          `GET https://admin:pa55word@lb.invalid/\n${'x'.repeat(100_000)}`,
        );
      }),
      context,
    );
    expect(outcome.sections.etcd).toMatchObject({
      detail: expect.stringMatching(
        /^the source test failed on what it read: GET https:\/\/\*\*\*@lb.invalid\/ x*…$/,
      ),
    });
    const [said] = jest.mocked(logger.error).mock.calls;
    expect(said[1]).toEqual({ stack: expect.stringMatching(/^ +at /m) });
    expect(JSON.stringify([outcome, said])).not.toContain('pa55word');
    expect(JSON.stringify([outcome, said]).length).toBeLessThan(10_000);
  });

  it('that throws before it returns a promise is unknown as well', async () => {
    const outcome = await runSource(
      source(() => {
        throw new Error('at once');
      }),
      context,
    );
    expect(outcome.sections.etcd).toMatchObject({ reason: 'invalid-response' });
  });

  it('that ignores its deadline is given up', async () => {
    const outcome = await runSource(
      source(() => new Promise(() => {})),
      context,
    );
    expect(outcome.sections.etcd).toMatchObject({
      state: 'unknown',
      reason: 'timeout',
      detail: expect.stringContaining('within 30 ms'),
    });
    expect(outcome.durationMs).toBeLessThan(5_000);
  });

  it('that stops at its deadline may still say what it knows', async () => {
    const outcome = await runSource(
      source(
        ({ signal }) =>
          new Promise(resolve => {
            signal.addEventListener('abort', () =>
              resolve({ etcd, leases: unknown }),
            );
          }),
      ),
      context,
    );
    expect(outcome.sections.etcd).toBe(etcd);
  });

  it('that leaves out a section it promised makes that one unknown, and cannot speak for others', async () => {
    const outcome = await runSource(
      source(async () => ({ etcd, nodes: unknown })),
      context,
    );
    expect(outcome.sections.leases).toMatchObject({
      state: 'unknown',
      reason: 'not-collected',
    });
    expect(outcome.sections).not.toHaveProperty('nodes');
  });
});

describe('the sources of a cluster', () => {
  const collector = (...sources: AnySignalSource[]) =>
    new LiveCollector({
      connection,
      sources,
      readIdentity: async () => ({ identity: {} }),
    });
  const lookAt = (live: LiveCollector) =>
    live.collect('control-plane', context);

  it('do not fail each other', async () => {
    const { sections } = await lookAt(
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

  it('may need what another one finds in the same look', async () => {
    const { sections } = await lookAt(
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
      const { sections } = await lookAt(live);
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
            'GET https://192.0.2.10:6443/leases: not asked, for it said HTTP 429 and to come back in 1 s',
        }),
      },
    });
    now += 1_000;
    expect((await look()).asked).toEqual(['/etcd', '/leases', '/uid']);
  });

  it('are closed with the connection', async () => {
    const close = jest.fn(async () => {});
    await collector(source(async () => ({}), { close })).close();
    expect(close).toHaveBeenCalledTimes(1);
    expect(connection.close).toHaveBeenCalledTimes(1);
  });
});
