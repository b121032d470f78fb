/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import type { Collector } from 'backstage-plugin-kubernetes-ha-collector';
import { declared } from '../__testUtils__/snapshots';
import { fakeConfig } from '../collection/__testUtils__/fakeConfig';
import type { KnownCluster } from '../database/ClusterStore';
import { ConnectionTests } from './ConnectionTests';

const known: KnownCluster = { ...declared('one'), configured: true };

const named = (name: string): KnownCluster => ({
  ...known,
  facts: { ...known.facts, name },
});

/** Tests of clusters whose collector answers so. */
function setUp(collectSections?: Collector['collectSections']) {
  let nowMs = Date.parse('2026-11-23T12:00:00.000Z');
  const collector: Collector = {
    sectionsOf: () => ['etcd'],
    identity: async () => ({ identity: {} }),
    collect: async () => ({ sections: {}, readingMs: 0 }),
    close: async () => {},
    ...(collectSections && { collectSections }),
  };
  const tests = new ConnectionTests({
    running: name =>
      name === 'absent' ? undefined : { config: fakeConfig, collector },
    signals: { readBoth: async () => ({ newest: {}, lastObserved: {} }) },
    logger: mockServices.logger.mock(),
    now: () => new Date(nowMs),
  });
  return {
    tests,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

const unknownEtcd = async () => ({
  etcd: {
    state: 'unknown' as const,
    reason: 'not-configured' as const,
    detail: 'nothing says where it is',
    source: 'etcd',
    via: 'configuration',
    observedAt: '2026-11-23T12:00:00.000Z',
  },
});

it('gives the state of the step and what does not match, and stores nothing', async () => {
  const { tests } = setUp(unknownEtcd);
  expect(await tests.run(known, 'etcd')).toMatchObject({
    step: 'etcd',
    state: 'not-configured',
    parts: [{ state: 'unknown', mismatch: { code: 'connect.not-configured' } }],
  });
});

it('asks once for all who ask within five seconds, and anew after them', async () => {
  const ask = jest.fn(unknownEtcd);
  const { tests, pass } = setUp(ask);
  await Promise.all([tests.run(known, 'etcd'), tests.run(known, 'etcd')]);
  pass(4_999);
  await tests.run(known, 'etcd');
  expect(ask).toHaveBeenCalledTimes(1);
  await tests.run(known, 'loadBalancer');
  expect(ask).toHaveBeenCalledTimes(2);
  pass(1);
  await tests.run(known, 'etcd');
  expect(ask).toHaveBeenCalledTimes(3);
});

it('asks once however long it takes: who asks meanwhile waits for the same answer', async () => {
  let answer: () => void = () => {};
  const ask = jest.fn(async () => {
    await new Promise<void>(resolve => {
      answer = resolve;
    });
    return unknownEtcd();
  });
  const { tests, pass } = setUp(ask);
  const first = tests.run(known, 'etcd');
  await new Promise(resolve => setImmediate(resolve));
  pass(19_000);
  const second = tests.run(known, 'etcd');
  await new Promise(resolve => setImmediate(resolve));
  expect(ask).toHaveBeenCalledTimes(1);
  answer();
  expect(await second).toBe(await first);
});

it('says that a recording cannot be tested, and that a cluster is not collected from here', async () => {
  const { tests } = setUp();
  await expect(tests.run(known, 'etcd')).rejects.toThrow(/is a recording/);
  await expect(tests.run(named('absent'), 'etcd')).rejects.toThrow(
    /"absent" is not collected from here/,
  );
});

it('lets a bounded number wait, and refuses who comes after them', async () => {
  const { tests } = setUp(
    (_, { signal }) =>
      new Promise(resolve => {
        signal.addEventListener('abort', () => resolve({}));
        if (signal.aborted) resolve({});
      }),
  );
  const asked = Array.from({ length: 20 }, (_, i) =>
    tests.run(named(`c${i}`), 'etcd'),
  );
  await new Promise(resolve => setImmediate(resolve));
  await expect(tests.run(named('one-more'), 'etcd')).rejects.toThrow(
    /4 connection tests run and 16 wait already/,
  );
  tests.stop();
  expect(await Promise.all(asked)).toHaveLength(20);
});

it('ends what runs when the plugin stops', async () => {
  let begin: () => void = () => {};
  const begun = new Promise<void>(resolve => {
    begin = resolve;
  });
  const { tests } = setUp(async (_, { signal }) => {
    await new Promise(resolve => {
      signal.addEventListener('abort', resolve);
      begin();
    });
    return {};
  });
  const test = tests.run(known, 'etcd');
  await begun;
  tests.stop();
  expect(await test).toMatchObject({ state: 'pending', parts: [] });
});
