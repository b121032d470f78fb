/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  anotherConnection,
  fakeClusterConfig,
  startReplica,
} from './__testUtils__/backends';
import { testDatabases } from './__testUtils__/databases';
import { FakeBehaviour } from './__testUtils__/fakeCluster';

const databases = testDatabases();
const base = '/api/kubernetes-ha/v1';
/** The shortest that configuration allows. */
const INTERVAL_SECONDS = 5;
const names = ['a', 'b', 'c'];
const kubernetesHa = {
  intervals: { controlPlaneSeconds: INTERVAL_SECONDS, inventorySeconds: 10 },
  clusters: names.map(name => fakeClusterConfig(name)),
};

/** A look at a cluster's etcd by one of the replicas. */
interface Look {
  cluster: string;
  replica: string;
  startedMs: number;
}

/** Writes down every look, and tells when there have been enough. */
class Witness {
  readonly looks: Look[] = [];
  readonly #waiting: { enough: () => boolean; resolve: () => void }[] = [];

  behaviour(
    replica: string,
    hangs: (cluster: string) => boolean = () => false,
  ) {
    return (cluster: string): FakeBehaviour => ({
      uid: `uid-${cluster}`,
      hangs: hangs(cluster),
      etcd: async context => {
        this.looks.push({ cluster, replica, startedMs: Date.now() });
        this.#check();
        return observedEtcd(context, { voters: 3, healthy: 3 });
      },
    });
  }

  of(cluster: string): Look[] {
    return this.looks.filter(look => look.cluster === cluster);
  }

  until(enough: () => boolean): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.push({ enough, resolve });
      this.#check();
    });
  }

  #check() {
    for (const { enough, resolve } of this.#waiting) if (enough()) resolve();
  }
}

/** The database as another process has it. SQLite lives in one process: there, both share its connection. */
function connectionOfAnother(knex: Knex, id: TestDatabaseId): Knex {
  return id === 'SQLITE_3' ? knex : anotherConnection(knex);
}

/** Resolves when no replica holds a claim, so that none uses the database any more. */
async function released(knex: Knex): Promise<void> {
  const held = () =>
    knex('collection_schedule').whereNotNull('claim').first('cluster');
  while (await held()) await new Promise(resolve => setImmediate(resolve));
}

describe.each(databases.eachSupportedId())('replicas on %s', id => {
  it('collect from each cluster once an interval, between them', async () => {
    const knex = await databases.init(id);
    const other = connectionOfAnother(knex, id);
    const witness = new Witness();
    const replicas = [
      await startReplica({
        kubernetesHa,
        knex,
        behaviour: witness.behaviour('first'),
        untilCollected: false,
      }),
      await startReplica({
        kubernetesHa,
        knex: other,
        behaviour: witness.behaviour('second'),
        untilCollected: false,
      }),
    ];
    const rounds = 4;
    await witness.until(() =>
      names.every(name => witness.of(name).length >= rounds),
    );
    await Promise.all(replicas.map(replica => replica.stop()));
    await released(knex);
    if (other !== knex) await other.destroy();

    for (const name of names) {
      const looks = witness.of(name);
      const spentMs = looks.at(-1)!.startedMs - looks[0].startedMs;
      // Two replicas that did not share would look twice an interval. Counted
      // over all of them, for a busy machine makes single gaps short and long.
      expect(looks.length).toBeLessThanOrEqual(
        Math.floor(spentMs / (INTERVAL_SECONDS * 1000)) + 2,
      );
    }
    const stored = await knex('cluster')
      .select('name', 'epoch')
      .orderBy('name');
    expect(stored.map(row => row.name)).toEqual(names);
  });

  it('lose nothing that was stored, and repeat nothing that runs, when one dies', async () => {
    const knex = await databases.init(id);
    const before = new Witness();
    let hanging = false;
    const dead = await startReplica({
      kubernetesHa,
      knex,
      behaviour: before.behaviour(
        'dead',
        cluster => hanging && cluster === 'a',
      ),
      untilCollected: false,
    });
    await before.until(() => names.every(name => before.of(name).length >= 2));
    const assessed = await knex('assessment').select(
      'cluster',
      'version',
      'digest',
    );
    expect(assessed.map(row => row.cluster).sort()).toEqual(names);
    // From now on it is as good as dead in the middle of a look at `a`: it
    // holds the claim, and neither finishes nor gives up.
    hanging = true;
    const count = before.of('a').length;
    await before.until(() => before.of('a').length > count);

    const after = new Witness();
    const other = connectionOfAnother(knex, id);
    const heir = await startReplica({
      kubernetesHa,
      knex: other,
      behaviour: after.behaviour('heir'),
      untilCollected: false,
    });
    const { body } = await request(heir.server).get(
      `${base}/clusters?order=name`,
    );
    expect(
      body.items.map((c: { name: string; grade: string }) => [
        c.name,
        typeof c.grade,
      ]),
    ).toEqual(names.map(name => [name, 'string']));
    const history = await knex('history').where({
      cluster: 'a',
      resolution: 'raw',
    });
    expect(history.length).toBeGreaterThanOrEqual(2);

    const all = () => [...before.looks, ...after.looks];
    const seen = (name: string) =>
      all().filter(look => look.cluster === name).length;
    const [b, c] = [seen('b'), seen('c')];
    const a = seen('a');
    await Promise.race([
      before.until(() => seen('b') >= b + 2 && seen('c') >= c + 2),
      after.until(() => seen('b') >= b + 2 && seen('c') >= c + 2),
    ]);
    // The others went on; the collection that is claimed was made nowhere else.
    expect(seen('a')).toBe(a);
    const versions = await knex('assessment').select('cluster', 'version');
    for (const row of assessed) {
      const now = versions.find(v => v.cluster === row.cluster);
      expect(now?.version).toBeGreaterThanOrEqual(row.version);
    }
    await Promise.all([dead.stop(), heir.stop()]);
    // What the dead one held stays held until its claim runs out.
    await knex('collection_schedule')
      .where({ cluster: 'a' })
      .update({ claim: null, claimed_until: null });
    await released(knex);
    if (other !== knex) await other.destroy();
  });
});
