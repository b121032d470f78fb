/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import type { Claim, ScheduleStore } from '../database/ScheduleStore';
import { fakeConfig } from './__testUtils__/fakeConfig';
import type { CollectionResult } from './CollectionService';
import { Dispatcher } from './Dispatcher';

const collector = {
  sectionsOf: () => [],
  identity: async () => ({ identity: {} }),
  collect: async () => ({ sections: {}, readingMs: 0 }),
  close: async () => {},
};
const due = (cluster: string): Claim => ({
  cluster,
  group: 'control-plane',
  dueAt: '2026-11-20T10:00:00.000Z',
  id: `claim-of-${cluster}`,
});

const started: Dispatcher[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map(dispatcher => dispatcher.stop()));
});

/** A dispatcher on a schedule that hands out these claims once each. */
function setUp(
  clusters: string[],
  collect: (cluster: string, signal: AbortSignal) => Promise<CollectionResult>,
  idleShare = 1,
) {
  const waiting = clusters.map(due);
  const released: [string, number | undefined][] = [];
  const all = createDeferred();
  const asked: number[] = [];
  const gone = new AbortController();
  const backlog = { waiting: 0 };
  const claim: jest.MockedFunction<ScheduleStore['claim']> = jest.fn(
    async (group, { most }) => {
      if (group !== 'control-plane') return [];
      asked.push(most);
      return waiting.splice(0, most);
    },
  );
  const logger = mockServices.logger.mock();
  const dispatcher = new Dispatcher({
    schedule: {
      schedule: async () => {},
      claim,
      release: async ({ cluster }, nextSeconds) => {
        released.push([cluster, nextSeconds]);
        if (released.length === clusters.length) all.resolve();
      },
    },
    collections: {
      collect: ({ config: { name } }, _group, signal) => collect(name, signal),
      waiting: () => backlog.waiting,
    },
    collected: name => ({
      config: { ...fakeConfig, name },
      collector,
      signal: gone.signal,
    }),
    logger,
    idleShare: () => idleShare,
  });
  started.push(dispatcher);
  return { dispatcher, claim, released, all, asked, logger, gone, backlog };
}

/** What the mock does, and before it what a test wants to know. */
function wrapped(
  claim: jest.MockedFunction<ScheduleStore['claim']>,
  before: (...args: Parameters<ScheduleStore['claim']>) => void,
): ScheduleStore['claim'] {
  const real = claim.getMockImplementation();
  if (!real) throw new Error('the mock does nothing yet');
  return async (...args) => {
    before(...args);
    return real(...args);
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('due collections', () => {
  it('are made and given back with the time of the next one', async () => {
    const { dispatcher, released, all } = setUp(['one'], async () => ({
      result: 'collected',
      nextSeconds: 42,
    }));
    dispatcher.start();
    await all;
    expect(released).toEqual([['one', 42]]);
  });

  it('are claimed only for free places: the others are left to other replicas', async () => {
    const full = createDeferred();
    const end = createDeferred();
    const clusters = Array.from({ length: 80 }, (_, i) => `c${i}`);
    const { dispatcher, asked, all, claim } = setUp(clusters, async () => {
      await end;
      return { result: 'collected', nextSeconds: 30 };
    });
    claim.mockImplementation(
      wrapped(claim, (group, { most }) => {
        if (group === 'control-plane' && most === 0) full.resolve();
      }),
    );
    dispatcher.start();
    await full;
    const claimed = asked.slice(0, asked.indexOf(0));
    expect(sum(claimed)).toBeLessThan(80);
    end.resolve();
    await all;
    expect(Math.max(...asked)).toBeLessThanOrEqual(sum(claimed));
  });

  it.each([
    [1, 48],
    [0.5, 24],
    [0.1, 8],
    [0, 8],
  ])(
    'of a process that is idle for %d of the time are %d at once, until all are made',
    async (idleShare, atOnce) => {
      const clusters = Array.from({ length: 80 }, (_, i) => `c${i}`);
      let underWay = 0;
      let most = 0;
      const { dispatcher, asked, all } = setUp(
        clusters,
        async () => {
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise(resolve => setImmediate(resolve));
          underWay -= 1;
          return { result: 'collected', nextSeconds: 30 };
        },
        idleShare,
      );
      dispatcher.start();
      await all;
      expect(asked[0]).toBe(atOnce);
      expect(most).toBe(atOnce);
    },
  );

  it('are not claimed while those before wait for this process', async () => {
    const idle = createDeferred();
    const { dispatcher, released, all, claim, backlog } = setUp(
      ['one'],
      async () => ({ result: 'collected', nextSeconds: 30 }),
    );
    backlog.waiting = 16;
    claim.mockImplementation(
      wrapped(claim, group => {
        if (group === 'inventory') idle.resolve();
      }),
    );
    dispatcher.start();
    await idle;
    expect(claim).toHaveBeenCalledWith(
      'control-plane',
      expect.objectContaining({ most: 0 }),
    );
    expect(released).toEqual([]);
    backlog.waiting = 15;
    await all;
    expect(released).toEqual([['one', 30]]);
  });

  it('that fail are said and made again at their interval', async () => {
    const { dispatcher, released, all, logger } = setUp(['one'], async () => {
      throw new Error('too many clients');
    });
    dispatcher.start();
    await all;
    expect(released).toEqual([['one', 30]]);
    expect(logger.error).toHaveBeenCalledWith(
      'The control-plane collection of cluster one failed.',
      expect.objectContaining({ message: 'too many clients' }),
    );
  });

  /** Collects until it is told to stop. */
  function untilStopped(begun: { resolve: () => void }) {
    return async (_name: string, signal: AbortSignal) => {
      const stopped = createDeferred();
      signal.addEventListener('abort', () => stopped.resolve());
      begun.resolve();
      await stopped;
      return { result: 'stopped' } as const;
    };
  }

  it('that a stop or a changed configuration ends stay due, for another replica', async () => {
    const begun = createDeferred();
    const { dispatcher, released } = setUp(['one'], untilStopped(begun));
    dispatcher.start();
    await begun;
    await dispatcher.stop();
    expect(released).toEqual([['one', undefined]]);

    const again = createDeferred();
    const dropped = setUp(['one'], untilStopped(again));
    dropped.dispatcher.start();
    await again;
    dropped.gone.abort();
    await dropped.all;
    expect(dropped.released).toEqual([['one', undefined]]);
  });

  it('that are being claimed while it stops are given back, and not made', async () => {
    const collect = jest.fn(
      async (): Promise<CollectionResult> => ({ result: 'stopped' }),
    );
    const { dispatcher, claim, released } = setUp(['one'], collect);
    const asked = createDeferred();
    const answer = createDeferred();
    const real = claim.getMockImplementation()!;
    claim.mockImplementation(async (...args) => {
      asked.resolve();
      await answer;
      return real(...args);
    });
    dispatcher.start();
    await asked;
    const stopped = dispatcher.stop();
    answer.resolve();
    await stopped;
    expect(released).toEqual([['one', undefined]]);
    expect(collect).not.toHaveBeenCalled();
  });

  it('that outlive their claim are not begun again beside themselves', async () => {
    const begun = createDeferred();
    const asked = createDeferred();
    const { dispatcher, claim } = setUp(['one'], untilStopped(begun));
    const ours: boolean[] = [];
    claim.mockImplementation(
      wrapped(claim, (_group, { isOurs }) => {
        ours.push(isOurs('one'));
        // Both groups were looked at twice.
        if (ours.length === 4) asked.resolve();
      }),
    );
    dispatcher.start();
    await begun;
    await asked;
    // Of the control plane, of the inventory; then again.
    expect(ours).toEqual([true, true, false, true]);
  });

  it('are searched again after an outage of the database, which is one line of the log', async () => {
    const { dispatcher, claim, all, logger } = setUp(['one'], async () => ({
      result: 'collected',
      nextSeconds: 30,
    }));
    claim.mockRejectedValueOnce(new Error('connection reset'));
    claim.mockRejectedValueOnce(new Error('connection reset'));
    dispatcher.start();
    await all;
    await dispatcher.stop();
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('schedule of collections cannot be read'),
      expect.objectContaining({ message: 'connection reset' }),
    );
  });
});
