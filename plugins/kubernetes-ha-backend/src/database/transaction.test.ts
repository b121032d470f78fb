/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { transaction } from './transaction';

const databases = testDatabases();
const failing = (code: string) => Object.assign(new Error('refused'), { code });

describe.each(databases.eachSupportedId())('a transaction on %s', id => {
  it.each([['40001'], ['40P01'], ['55P03'], ['SQLITE_BUSY']])(
    'is repeated whole after %s',
    async code => {
      const { knex } = await migratedStores(databases, id);
      let attempts = 0;
      const result = await transaction(knex, async tx => {
        attempts += 1;
        await tx('layer_state').insert({
          cluster: 'one',
          layer: `etcd-${attempts}`,
          status: 'pass',
          provisional: false,
        });
        if (attempts < 3) throw failing(code);
        return 'done';
      });
      expect(result).toBe('done');
      // Nothing of the attempts that were ended is left.
      expect(await knex('layer_state').pluck('layer')).toEqual(['etcd-3']);
    },
  );

  it.each([['23505'], ['SQLITE_FULL']])(
    'is not repeated after %s, which would come again',
    async code => {
      const { knex } = await migratedStores(databases, id);
      let attempts = 0;
      const work = transaction(knex, async () => {
        attempts += 1;
        throw failing(code);
      });
      await expect(work).rejects.toMatchObject({ code });
      expect(attempts).toBe(1);
    },
  );

  it('is aborted in the end', async () => {
    const { knex } = await migratedStores(databases, id);
    let attempts = 0;
    const work = transaction(knex, async () => {
      attempts += 1;
      throw failing('40P01');
    });
    await expect(work).rejects.toMatchObject({ code: '40P01' });
    expect(attempts).toBe(5);
  });
});
