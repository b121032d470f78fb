/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { issueFor } from '../__testUtils__/issueFor';
import { startTcp, unusedAddress } from '../__testUtils__/testServer';
import {
  refusal,
  soon,
  TestCluster,
} from '../connections/__testUtils__/TestCluster';

const cluster = new TestCluster();

describe('DirectConnection: certificates', () => {
  it('reads the chain without judging it and without a request', async () => {
    const issued = await issueFor(
      cluster.otherCa,
      'kube-apiserver',
      ['a.b'],
      -2,
    );
    const server = await cluster.https(
      (_request, response) => response.end('ok'),
      {
        ...issued,
        cert: `${issued.cert}\n${cluster.otherCa.pem}`,
      },
    );
    const chain = await cluster
      .connectTo('127.0.0.1:1')
      .certificates(server.address, 'apiserver-serving', soon());
    expect(chain).toHaveLength(2);
    expect(chain[0]).toMatchObject({
      endpoint: server.address,
      usage: 'apiserver-serving',
      issuer: 'CN=other',
      isCa: false,
    });
    expect(chain[0].subject).toBe('CN=kube-apiserver');
    expect(Date.parse(chain[0].notAfter)).toBeLessThan(Date.now());
    expect(chain[0].fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(chain[1]).toMatchObject({ subject: 'CN=other', isCa: true });
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['refused', async () => unusedAddress(), 30_000],
    [
      'timeout',
      async () => {
        const silent = await startTcp(() => {});
        cluster.closeLater(silent);
        return silent.address;
      },
      100,
    ],
    [
      'tls',
      async () => {
        const plain = await startTcp(socket => socket.end('220 hello\r\n'));
        cluster.closeLater(plain);
        return plain.address;
      },
      30_000,
    ],
  ] as const)('%s', async (reason, address, deadline) => {
    const error = await refusal(
      cluster
        .connectTo('127.0.0.1:1')
        .certificates(
          await address(),
          'etcd-client-port',
          AbortSignal.timeout(deadline),
        ),
    );
    expect(error.reason).toBe(reason);
  });
});
