/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { once } from 'node:events';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueFor } from '../__testUtils__/issueFor';
import { unusedAddress } from '../__testUtils__/testServer';
import {
  refusal,
  soon,
  TestCluster,
} from '../connections/__testUtils__/TestCluster';
import { EtcdClient } from '../etcd/etcdClient';
import { TlsMaterialSource } from '../etcd/tlsMaterial';
import { refusalOfError } from '../refusals/classify';
import { ANSWER } from '../signals/etcd/bounds';
import { withPresentedIssuer } from './presentedIssuer';

const cluster = new TestCluster();
const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A server whose certificate is signed by a CA that this side does not know. */
async function serverOfAnotherCa() {
  return cluster.https(
    (_request, response) => response.end('ok'),
    await issueFor(cluster.otherCa, 'server', ['127.0.0.1', 'localhost']),
  );
}

describe('a certificate of an authority that is not known', () => {
  it('is reported with both sides: who signed it, and whom the connection trusts', async () => {
    const server = await serverOfAnotherCa();
    const error = await refusal(
      cluster
        .connectTo(server.address)
        .api.request({ path: '/readyz', signal: soon() }),
    );
    const told = await withPresentedIssuer(
      refusalOfError(error),
      `https://${server.address}`,
      soon(),
    );
    expect(told.reason).toBe('tls');
    expect(told.failure).toEqual({
      fault: 'unknown-authority',
      issuer: 'CN=other',
      trusted: {
        setting: expect.stringContaining('certificate-authority'),
        subjects: [expect.stringMatching(/^CN=/)],
      },
    });
    expect(server.requests).toHaveLength(0);
  });

  it('is reported so over gRPC as well, where there is no code but words', async () => {
    const issued = await issueFor(cluster.otherCa, 'etcd', ['localhost']);
    const server = createSecureServer(issued).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const caFile = join(folder, 'ca.crt');
    writeFileSync(caFile, cluster.ca.pem);
    const client = new EtcdClient(
      url,
      await new TlsMaterialSource({ caFile }).read(),
      ANSWER,
    );
    const error = await refusal(client.status({ deadlineMs: 10_000 }));
    client.close();
    const told = await withPresentedIssuer(refusalOfError(error), url, soon());
    server.close();
    expect(told).toMatchObject({
      reason: 'tls',
      failure: {
        fault: 'unknown-authority',
        issuer: 'CN=other',
        trusted: {
          setting: 'etcd.caFile',
          subjects: [expect.stringMatching(/^CN=/)],
        },
      },
    });
  });

  it('stays as it is where the server is gone by then, and where the fault is another', async () => {
    const unknown = {
      reason: 'tls' as const,
      detail: 'self-signed certificate',
      failure: { fault: 'unknown-authority' as const },
    };
    const url = `https://${await unusedAddress()}`;
    expect(await withPresentedIssuer(unknown, url, soon())).toEqual(unknown);
    const expired = {
      ...unknown,
      failure: { fault: 'certificate-expired' as const },
    };
    expect(await withPresentedIssuer(expired, 'not a url', soon())).toEqual(
      expired,
    );
  });
});
