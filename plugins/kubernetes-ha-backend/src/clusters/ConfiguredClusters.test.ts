/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { checks } from 'backstage-plugin-kubernetes-ha-common';
import { directConnectionTypes } from 'backstage-plugin-kubernetes-ha-collector';
import { ConfiguredClusters } from './ConfiguredClusters';
import { problemsOf } from './problemsOf';
import { kubernetesPlugin } from './kubernetesPlugin/kubernetesPlugin';

const [{ id: checkId }] = checks;

/** Configuration that a test changes, and what then comes of it. */
function setUp(first: JsonObject) {
  const logger = mockServices.logger.mock();
  let reader = new ConfigReader({ kubernetesHa: first });
  const changed: (() => void)[] = [];
  const root = Object.assign(new ConfigReader({}), {
    getOptional: <T>(key?: string) => reader.getOptional<T>(key),
    subscribe: (listener: () => void) => {
      changed.push(listener);
      return { unsubscribe: () => {} };
    },
  });
  const config = ConfiguredClusters.follow(root, {
    checks,
    connections: {
      ...directConnectionTypes,
      kubernetesPlugin: kubernetesPlugin({
        auth: mockServices.auth(),
        discovery: mockServices.discovery(),
      }),
    },
    customConnectionTypes: ['x'],
    logger,
    now: () => new Date(),
  });
  const change = (kubernetesHa: JsonObject) => {
    reader = new ConfigReader({ kubernetesHa });
    for (const listener of changed) listener();
  };
  const said = (level: 'info' | 'error') =>
    new Promise<string>(resolve => {
      logger[level].mockImplementation(message => resolve(message));
    });
  return { config, change, said };
}

const cluster = { name: 'one', connection: { type: 'x' } };

it.each`
  part           | changed
  ${'policy'}    | ${{ policy: { severities: { [checkId]: 'low' } } }}
  ${'retention'} | ${{ retention: { snapshotDays: 7 } }}
  ${'clusters'}  | ${{ clusters: [{ ...cluster, title: 'Renamed' }] }}
`(
  'a change of $part is in force without a restart, and is said',
  async ({ part, changed }) => {
    const first = { clusters: [cluster] };
    const { config, change, said } = setUp(first);
    const before = config.current();
    const info = said('info');
    change({ ...first, ...changed });
    expect(await info).toBe(`The changed configuration is in force: ${part}.`);
    const after = config.current();
    expect({ ...after, [part]: undefined }).toEqual({
      ...before,
      [part]: undefined,
    });
    expect(after).not.toEqual(before);
  },
);

it('a change that cannot be used leaves everything as it was, and says so', async () => {
  const { config, change, said } = setUp({ clusters: [cluster] });
  const before = config.current();
  const error = said('error');
  change({ clusters: [cluster], retention: { snapshotDays: 'many' } });
  expect(await error).toContain('refused');
  expect(config.current()).toBe(before);
});

it('what is wrong is said to whoever reads that cluster, and cleared by the next change', async () => {
  const other = { name: 'two', connection: { type: 'x' } };
  const { config, change, said } = setUp({ clusters: [cluster, other] });
  expect(config.stateOf('one')).toMatchObject({ state: 'in-force' });
  const error = said('error');
  const wrong = { endpoints: ['https://10.0.0.1:2379'], caFile: 'no/such.crt' };
  change({
    clusters: [
      cluster,
      { ...other, etcd: wrong },
      { ...other, name: 'three', etcd: wrong },
    ],
  });
  await error;
  expect(config.stateOf('two')).toMatchObject({
    state: 'refused',
    problems: [
      expect.stringMatching(/clusters\[1\]\.etcd\.caFile: .*does not exist/),
      expect.stringMatching(/1 other entry is wrong/),
    ],
  });
  expect(config.stateOf('one').problems).toEqual([
    expect.stringMatching(/2 other entries are wrong/),
  ]);
  const info = said('info');
  change({ clusters: [cluster, { ...other, title: 'Two' }] });
  await info;
  expect(config.stateOf('two')).toMatchObject({
    state: 'in-force',
    problems: [],
  });
});

it('what went wrong otherwise is said without naming what it was about', () => {
  const problems = problemsOf('one', new Error('EACCES /etc/two.yaml'), {});
  expect(problems).toEqual([
    expect.stringMatching(/cannot be used\. The log of the backend names/),
  ]);
});

it('whoever asks is called after a change that is in force, and not after one that is refused', async () => {
  const { config, change, said } = setUp({ clusters: [cluster] });
  const called = new Promise<string | undefined>(resolve => {
    config.onChange(() => resolve(config.current().clusters[0].title));
  });
  const error = said('error');
  change({ clusters: [{ ...cluster, tier: 'prod' }] });
  await error;
  change({ clusters: [{ ...cluster, title: 'Second' }] });
  expect(await called).toBe('Second');
});
