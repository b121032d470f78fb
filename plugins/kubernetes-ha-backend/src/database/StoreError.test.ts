/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { runInNewContext } from 'node:vm';
import { NotFoundError } from '@backstage/errors';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { withoutValues } from './StoreError';

const databases = testDatabases();
/** Everything of an error that a log may print. */
function printed(error: Error): string {
  return [error.message, error.stack, JSON.stringify({ ...error })].join('\n');
}

describe.each(databases.eachSupportedId())('a store error on %s', id => {
  it.each(['signal', 'measurement'])(
    'names the operation and the code, and holds nothing of what was written to %s',
    async table => {
      const { knex, stores } = await migratedStores(databases, id);
      await knex.schema.dropTable(table);
      const observedAt = '2026-11-23T12:00:00.000Z';
      const failing =
        table === 'signal'
          ? stores.signals.write('one', 1, {
              version: {
                state: 'observed',
                value: { gitVersion: 'pa55word' },
                intervalSeconds: 30,
                source: 'test',
                via: 'https://admin:pa55word@lb.invalid',
                observedAt,
              },
            })
          : stores.measurements.add('pa55word', observedAt, {
              'nodes-ready': { pa55word: 1 },
            });
      const error: Error = await failing.then(
        () => new Error('nothing was refused'),
        refused => refused,
      );
      expect(error.name).toBe('StoreError');
      expect(error.message).toMatch(
        /^The database refused (signals.write|measurements.add)/,
      );
      expect(error.message).toMatch(/: (SQLITE_ERROR|42P01)/);
      expect(printed(error)).not.toContain('pa55word');
    },
  );
});

it.each`
  error                                                                            | message
  ${Object.assign(new Error('insert x - disk'), { code: 'SQLITE_FULL' })}          | ${'The database refused signals.write: SQLITE_FULL, the disk is full. Values are left out; the log of the database may have them.'}
  ${Object.assign(new Error('x'), { code: '23505', table: 'a', constraint: 'b' })} | ${'The database refused signals.write (a, b): 23505, a row contradicts another one. Values are left out; the log of the database may have them.'}
  ${Object.assign(new Error('x'), { code: '22021' })}                              | ${'The database refused signals.write: 22021, a value does not fit its column. Values are left out; the log of the database may have them.'}
  ${Object.assign(new Error('x'), { code: 'ECONNRESET' })}                         | ${'The database refused signals.write: ECONNRESET, the connection was lost. Values are left out; the log of the database may have them.'}
`('says what $error.code means', ({ error, message }) => {
  expect(withoutValues('signals.write', error)).toMatchObject({ message });
});

it.each([
  ['an error of the store itself', new NotFoundError('no such cluster')],
  ['an error of another kind', Object.assign(new Error('x'), { code: 7 })],
  ['what is no error', 'text'],
])('leaves %s as it is', (_, error) => {
  expect(withoutValues('signals.write', error)).toBe(error);
});

it('knows an error that a native driver made in another realm', () => {
  const error: unknown = runInNewContext(
    "Object.assign(new Error('insert pa55word'), { code: 'SQLITE_FULL' })",
  );
  expect(withoutValues('signals.write', error)).toMatchObject({
    name: 'StoreError',
    code: 'SQLITE_FULL',
  });
});
