/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import { mockServices, TestDatabaseId } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import { checks, defaultPolicy } from 'backstage-plugin-kubernetes-ha-common';
import { readConfig } from 'backstage-plugin-kubernetes-ha-collector';
import { TestFolder } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/TestFolder';
import { TestCluster } from 'backstage-plugin-kubernetes-ha-collector/src/connections/__testUtils__/TestCluster';
import type { KubernetesHaScorecardEvent } from 'backstage-plugin-kubernetes-ha-node';
import knexFactory, { Knex } from 'knex';
import { stringify } from 'yaml';
import { testDatabases } from '../../__testUtils__/databases';
import { declared } from '../../__testUtils__/snapshots';
import { createStores } from '../../database/createStores';
import { migratedDatabase } from '../../database/migrate';
import { CollectionThread } from './CollectionThread';
import { secondOpening, ThreadDatabase } from './threadDatabase';

const databases = testDatabases();
const folder = new TestFolder();
const apiServers = new TestCluster();

/** Threads of a test, ended after it. */
const started: CollectionThread[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map(thread => thread.stop()));
});

/** An API server that tells who it is and nothing else. */
async function apiServer() {
  return apiServers.https((asked, answer) => {
    answer.setHeader('content-type', 'application/json');
    if (asked.url === '/api/v1/namespaces/kube-system') {
      answer.end(JSON.stringify({ metadata: { uid: 'u1' } }));
    } else answer.writeHead(404).end('{}');
  });
}

/** Configured clusters, all of them at one address. */
function clustersAt(address: string, ...names: string[]) {
  const file = folder.file(
    'kubeconfig',
    stringify({
      'current-context': 'one',
      clusters: [
        {
          name: 'one',
          cluster: {
            server: `https://${address}`,
            'certificate-authority-data': Buffer.from(
              apiServers.ca.pem,
            ).toString('base64'),
          },
        },
      ],
      users: [{ name: 'reader', user: { token: 'reader-token' } }],
      contexts: [{ name: 'one', context: { cluster: 'one', user: 'reader' } }],
    }),
  );
  const connection = { type: 'kubeconfig', kubeconfig: file };
  return readConfig(
    { clusters: names.map(name => ({ name, connection })) },
    { checks, customConnectionTypes: [] },
  ).clusters;
}

/** A database that a second thread can open. */
async function database(id: TestDatabaseId): Promise<Knex> {
  const knex =
    id === 'SQLITE_3'
      ? knexFactory({
          client: 'better-sqlite3',
          connection: { filename: folder.at('plugin.sqlite') },
          useNullAsDefault: true,
        })
      : await databases.init(id);
  return migratedDatabase({ getClient: async () => knex });
}

function openingOf(knex: Knex): ThreadDatabase {
  const opening = secondOpening(knex);
  if ('obstacle' in opening) throw new Error(opening.obstacle);
  return opening.database;
}

describe('the collecting thread', () => {
  it.each(databases.eachSupportedId())(
    'collects from clusters, and from those that are added, on %p',
    async id => {
      const server = await apiServer();
      const knex = await database(id);
      const stores = createStores(knex);
      const logger = mockServices.logger.mock();
      let clusters = clustersAt(server.address, 'one');
      const seen = {
        one: createDeferred<KubernetesHaScorecardEvent>(),
        two: createDeferred<KubernetesHaScorecardEvent>(),
      };
      const declare = () =>
        stores.clusters.declare(
          clusters.map(({ name }) => declared(name)),
          new Date(),
        );
      await declare();
      const thread = new CollectionThread({
        database: openingOf(knex),
        collected: () => ({ clusters, policy: defaultPolicy }),
        onScorecard: event =>
          seen[event.cluster as 'one' | 'two'].resolve(event),
        logger,
      });
      started.push(thread);

      thread.follow();
      expect(thread.isCollecting).toBe(true);
      expect(await seen.one).toMatchObject({ cluster: 'one', cause: 'first' });
      expect(server.requests.map(({ url }) => url)).toContain('/readyz');
      expect(await stores.assessments.head('one')).toMatchObject({
        version: 1,
      });
      expect(logger.info).toHaveBeenCalledWith(
        expect.stringContaining('Cluster one: first, grade'),
      );

      clusters = clustersAt(server.address, 'one', 'two');
      await declare();
      thread.follow();
      expect(await seen.two).toMatchObject({ cluster: 'two', cause: 'first' });

      await thread.stop();
      expect(
        await knex('collection_schedule')
          .whereNotNull('claim')
          .select('cluster'),
      ).toEqual([]);
      expect(logger.error).not.toHaveBeenCalled();
      await knex.destroy();
    },
  );

  /** A thread that runs a file of its own, and what it writes to the log. */
  function threadOf(
    file: string | undefined,
    clusters = clustersAt('127.0.0.1:1', 'one'),
    opening: ThreadDatabase = { client: 'better-sqlite3' },
  ) {
    const state = { clusters };
    const logger = mockServices.logger.mock();
    const thread = new CollectionThread({
      database: opening,
      collected: () => ({ clusters: state.clusters, policy: defaultPolicy }),
      onScorecard: () => {},
      logger,
      ...(file && { file: join(__dirname, '__testUtils__', file) }),
    });
    started.push(thread);
    /** The next line at that level. */
    const line = (level: 'info' | 'error') =>
      new Promise<string>(resolve => {
        logger[level].mockImplementationOnce(resolve);
      });
    return { thread, state, line };
  }

  it('leaves it to others when it can never begin', async () => {
    const { thread, line } = threadOf('neverReadyThread.ts');
    const said = line('error');
    thread.follow();
    expect(await said).toBe(
      'The thread that collects from clusters could not be started (cannot find a driver): the main thread collects in its place, and pages wait for it.',
    );
    expect(thread.isCollecting).toBe(false);
    // Nor is it tried again.
    thread.follow();
    expect(thread.isCollecting).toBe(false);
  });

  it.each([
    [
      'cannot reach the database',
      { client: 'pg', connection: { host: '127.0.0.1', port: 1 } },
      'ECONNREFUSED',
    ],
    [
      'cannot be handed what it needs',
      { client: 'pg', connection: () => ({ host: '127.0.0.1' }) },
      'could not be cloned',
    ],
  ])('leaves it to others when it %s', async (_, opening, why) => {
    const { thread, line } = threadOf(undefined, undefined, opening);
    const said = line('error');
    thread.follow();
    expect(await said).toMatch(
      new RegExp(
        `^The thread that collects from clusters could not be started \\([^]*${why}`,
      ),
    );
    expect(thread.isCollecting).toBe(false);
  });

  it('is started anew when it ends, and collects on', async () => {
    const { thread, line } = threadOf('endingThread.ts');
    const begun = line('info');
    thread.follow();
    await begun;

    const said = line('error');
    const begunAgain = line('info');
    thread.follow();
    expect(await said).toBe(
      'The thread that collects from clusters ended (out of luck); it is started again in 1 s. What it was collecting is collected anew within minutes.',
    );
    expect(thread.isCollecting).toBe(true);
    await begunAgain;
  });

  it('begins when there is something to collect', async () => {
    const { thread, state, line } = threadOf('endingThread.ts', []);
    const begun = line('info');
    thread.follow();
    state.clusters = clustersAt('127.0.0.1:1', 'one');
    thread.follow();
    expect(await begun).toBe('begun');
  });
});
