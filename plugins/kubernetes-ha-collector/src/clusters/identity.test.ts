/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ApiResponse, ConnectionError } from '../contracts';
import { readClusterUid } from './identity';

function connectionAnswering(answer: () => Promise<Partial<ApiResponse>>) {
  const paths: string[] = [];
  return {
    paths,
    api: {
      url: 'https://192.0.2.1:6443',
      request: async ({ path }: { path: string }) => {
        paths.push(path);
        return {
          status: 200,
          headers: {},
          body: Buffer.alloc(0),
          latencyMs: 1,
          ...(await answer()),
        };
      },
    },
  };
}

const signal = AbortSignal.timeout(1_000);

describe('readClusterUid', () => {
  it('is the UID of kube-system', async () => {
    const connection = connectionAnswering(async () => ({
      body: Buffer.from('{"metadata":{"name":"kube-system","uid":"u-1"}}'),
    }));
    expect(await readClusterUid(connection, signal)).toEqual({ uid: 'u-1' });
    expect(connection.paths).toEqual(['/api/v1/namespaces/kube-system']);
  });

  it.each<[string, () => Promise<Partial<ApiResponse>>, string]>([
    ['forbidden', async () => ({ status: 403 }), 'forbidden'],
    [
      'no cluster at all',
      async () => ({ body: Buffer.from('<html>') }),
      'invalid-response',
    ],
    [
      'an object without UID',
      async () => ({ body: Buffer.from('{"metadata":{}}') }),
      'invalid-response',
    ],
    [
      'a UID with NUL',
      async () => ({ body: Buffer.from('{"metadata":{"uid":"u\\u0000"}}') }),
      'invalid-response',
    ],
    [
      'a UID with a line break',
      async () => ({ body: Buffer.from('{"metadata":{"uid":"u\\n1"}}') }),
      'invalid-response',
    ],
    [
      'a UID that no column holds',
      async () => ({
        body: Buffer.from(`{"metadata":{"uid":"${'u'.repeat(300)}"}}`),
      }),
      'invalid-response',
    ],
    [
      'no answer',
      async () => {
        throw new ConnectionError('refused', 'nobody there');
      },
      'refused',
    ],
  ])('says why it is not known: %s', async (_name, answer, reason) => {
    expect(
      await readClusterUid(connectionAnswering(answer), signal),
    ).toMatchObject({ reason });
  });
});
