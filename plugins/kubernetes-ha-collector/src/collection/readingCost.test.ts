/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { ClusterConnection } from '../contracts';
import { ReadingCost } from './readingCost';

let nowMs: number;

beforeEach(() => {
  nowMs = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => nowMs);
});

afterEach(() => jest.restoreAllMocks());

/** Requests that end when the test says so. */
function held() {
  const open: ((status?: number) => Promise<void>)[] = [];
  const cost = new ReadingCost();
  const connection: ClusterConnection = {
    kind: 'kubeconfig',
    api: {
      url: 'https://192.0.2.1:6443',
      request: () =>
        new Promise((resolve, reject) => {
          open.push(async status => {
            if (status === undefined) reject(new Error('no answer'));
            else {
              resolve({
                status,
                headers: {},
                body: Buffer.alloc(0),
                latencyMs: 0,
              });
            }
          });
        }),
    },
    close: async () => {},
  };
  const { api } = cost.measured(connection);
  const begin = (atMs: number) => {
    nowMs = atMs;
    const answer = api
      .request({ path: '/', signal: new AbortController().signal })
      .catch(() => undefined);
    const end = open[open.length - 1];
    return async (untilMs: number, status?: number) => {
      nowMs = untilMs;
      await end(status);
      await answer;
    };
  };
  return { cost, begin };
}

describe('what a collection cost the API server', () => {
  it('is the time in which requests were under way that succeeded, once for those side by side', async () => {
    const { cost, begin } = held();
    const first = begin(0);
    const second = begin(100);
    await first(300, 200);
    await second(500, 200);
    const third = begin(1_000);
    await third(1_200, 200);
    expect(cost.totalMs).toBe(700);
  });

  it.each([
    ['no answer', undefined],
    ['a refusal', 403],
    ['a server that is ill', 504],
  ])('is nothing for the time waited for %s', async (_what, status) => {
    const { cost, begin } = held();
    await begin(0)(100_000, status);
    expect(cost.totalMs).toBe(0);
  });

  it('is two seconds at most for one answer: the rest was waiting', async () => {
    const { cost, begin } = held();
    await begin(0)(35_000, 200);
    expect(cost.totalMs).toBe(2_000);
  });
});
