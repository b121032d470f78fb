/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiEndpoint } from '../contracts';
import { identityOf } from './identityOf';

function connectionOf(request: ApiEndpoint['request']) {
  return { api: { url: 'https://192.0.2.1:6443', request } };
}

function answering(status: number, body: string): ApiEndpoint['request'] {
  return async () => ({
    status,
    headers: {},
    body: Buffer.from(body),
    latencyMs: 1,
  });
}

describe('identityOf', () => {
  it('is the UID of kube-system', async () => {
    const connection = connectionOf(
      answering(200, '{"metadata":{"uid":"u-1"}}'),
    );
    expect(await identityOf(connection, AbortSignal.timeout(1_000))).toEqual({
      identity: { uid: 'u-1' },
    });
  });

  it.each<[string, ApiEndpoint['request'], object]>([
    [
      'that it may not say it',
      answering(403, '{"message":"namespaces \\"kube-system\\" is forbidden"}'),
      {
        reason: 'forbidden',
        detail:
          'GET /api/v1/namespaces/kube-system: HTTP 403: namespaces "kube-system" is forbidden',
      },
    ],
    [
      'that the connection of a module fails, without its secret',
      async () => {
        throw new RangeError('bad https://user:pa55@proxy.invalid/ given');
      },
      {
        reason: 'invalid-response',
        detail: 'the connection failed: bad https://***@proxy.invalid/ given',
      },
    ],
    [
      'that the connection throws before it returns a promise',
      () => {
        throw new RangeError('at once');
      },
      { reason: 'invalid-response', detail: 'the connection failed: at once' },
    ],
  ])('says %s', async (_name, request, refusal) => {
    expect(
      await identityOf(connectionOf(request), AbortSignal.timeout(1_000)),
    ).toMatchObject({ identity: {}, refusal });
  });

  it('aborts a connection that ignores the end of its time', async () => {
    const deaf = connectionOf(() => new Promise(() => {}));
    expect(await identityOf(deaf, AbortSignal.timeout(1))).toMatchObject({
      identity: {},
      refusal: { reason: 'timeout' },
    });
  });
});
