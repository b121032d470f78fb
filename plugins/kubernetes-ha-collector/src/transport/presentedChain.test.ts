/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { issueFor } from '../__testUtils__/issueFor';
import { DETAIL_CHARACTERS } from '../refusals/oneLine';
import { startTcp, unusedAddress } from '../__testUtils__/testServer';
import {
  refusal,
  soon,
  TestCluster,
} from '../connections/__testUtils__/TestCluster';

const cluster = new TestCluster();

/** The certificate with something else in the place of its first date (UTCTime, 13 characters). */
function withoutDate(pem: string): string {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  const date = der.indexOf(Buffer.from([0x17, 13]));
  der.write('not-a-time-at', date + 2, 'latin1');
  return `-----BEGIN CERTIFICATE-----\n${der.toString(
    'base64',
  )}\n-----END CERTIFICATE-----\n`;
}

describe('DirectConnection: certificates', () => {
  it('reads the chain without verifying it and without a request', async () => {
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

  it('refuses a certificate whose validity is not a date', async () => {
    const { cert, key } = await issueFor(cluster.otherCa, 'kubelet');
    const server = await cluster.https(
      (_request, response) => response.end('ok'),
      { cert: withoutDate(cert), key },
    );
    const error = await refusal(
      cluster
        .connectTo('127.0.0.1:1')
        .certificates(server.address, 'kubelet-serving', soon()),
    );
    expect(error).toMatchObject({
      reason: 'invalid-response',
      message: `TLS handshake with ${server.address}: a certificate whose validity is not a date`,
    });
  });

  it('cuts names that go on without an end', async () => {
    const server = await cluster.https(
      (_request, response) => response.end('ok'),
      await issueFor(cluster.otherCa, 'x'.repeat(5_000)),
    );
    const [leaf] = await cluster
      .connectTo('127.0.0.1:1')
      .certificates(server.address, 'kubelet-serving', soon());
    expect(leaf.subject).toHaveLength(DETAIL_CHARACTERS);
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
