/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { ServerOptions } from 'node:https';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  checks,
  KubeletInfo,
  languages,
  say,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  handshakingConnection,
  sourceContext,
} from '../__testUtils__/sourceContext';
import { LeafOptions, TestCa } from '../__testUtils__/testPki';
import {
  startHttp,
  startHttps,
  startTcp,
  TestServer,
  unusedAddress,
} from '../__testUtils__/testServer';
import { LiveCollector } from '../collection/LiveCollector';
import { readConfig } from '../config/readConfig';
import { createEtcdSource } from '../signals/etcd/etcdSource';
import { createLoadBalancerSource } from '../signals/loadbalancer/loadBalancerSource';
import { observedSignal, unknownSignal } from '../signals/signals';
import { testConnection, TestableStep } from './testConnection';

const files = createMockDirectory();
const servers: TestServer[] = [];
let ca: TestCa;
let other: TestCa;

beforeAll(async () => {
  [ca, other] = await Promise.all([
    TestCa.create('etcd CA of pay'),
    TestCa.create('etcd CA of another cluster'),
  ]);
});
beforeEach(async () => {
  const client = await ca.issue({
    commonName: 'reader',
    usages: ['clientAuth'],
  });
  files.setContent({
    kubeconfig: 'apiVersion: v1\nkind: Config\n',
    'ca.crt': ca.pem,
    'client.crt': client.certificate,
    'client.key': client.key,
  });
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()));
});

async function kept(starting: Promise<TestServer>): Promise<string> {
  const server = await starting;
  servers.push(server);
  return server.address;
}

/** Address of a server with a certificate of this CA. */
async function https(
  by: TestCa,
  leaf: Partial<LeafOptions> = {},
  options: ServerOptions = {},
  listener: RequestListener = (_, response) => response.writeHead(404).end(),
): Promise<string> {
  const { certificate: cert, key } = await by.issue({
    commonName: 'server',
    usages: ['serverAuth'],
    ...leaf,
  });
  return kept(startHttps({ cert, key, ...options }, listener));
}

const html: RequestListener = (_, response) => response.end('<html>');
const status =
  (code: number): RequestListener =>
  (_, response) =>
    response.writeHead(code).end();

/** A test of a cluster with these parts. */
async function tested(step: TestableStep, parts: object, before = () => {}) {
  const { clusters } = readConfig(
    {
      clusters: [
        {
          name: 'pay',
          connection: {
            type: 'kubeconfig',
            kubeconfig: files.resolve('kubeconfig'),
          },
          ...parts,
        },
      ],
    },
    { checks, customConnectionTypes: [] },
  );
  const [config] = clusters;
  before();
  const collector = new LiveCollector({
    connection: handshakingConnection(),
    sources: [createEtcdSource(config), createLoadBalancerSource(config)],
    readIdentity: async () => ({ identity: {} }),
  });
  try {
    return await testConnection(step, { config, collector }, sourceContext());
  } finally {
    await collector.close();
  }
}

/** What it says, in English; each sentence exists in every language. */
async function said(...test: Parameters<typeof tested>) {
  const { parts } = await tested(...test);
  return parts.flatMap(({ mismatch }) => {
    if (!mismatch) return [];
    for (const language of languages) {
      expect(say(mismatch, language)).not.toContain(mismatch.code);
    }
    return say(mismatch);
  });
}

const etcdAt = (endpoint: string) => ({
  etcd: {
    endpoints: [endpoint],
    caFile: files.resolve('ca.crt'),
    certFile: files.resolve('client.crt'),
    keyFile: files.resolve('client.key'),
  },
});

describe('a test of etcd names what does not match', () => {
  it.each<[rule: string, address: () => Promise<string>, says: RegExp]>([
    [
      'a host that does not resolve',
      async () => 'no-such-host.invalid:2379',
      /host no-such-host\.invalid is not found in DNS/,
    ],
    [
      'a port on which nothing listens',
      unusedAddress,
      /refuses the connection: the host answers and nothing listens/,
    ],
    [
      'a server that does not answer',
      () => kept(startTcp(() => {})),
      /does not answer in time/,
    ],
    [
      'a server without TLS',
      () => kept(startHttp(html)),
      /answers without TLS/,
    ],
    [
      'a certificate of another CA',
      () => https(other),
      /that CN=etcd CA of another cluster issued; etcd\.caFile .*ca\.crt holds CN=etcd CA of pay, which did not sign it/,
    ],
    [
      'a certificate for another name',
      () => https(ca, { dns: ['etcd.example'], ips: [] }),
      /certificate for DNS:etcd\.example; expected: 127\.0\.0\.1/,
    ],
    [
      'a certificate that has expired',
      () =>
        https(ca, {
          notBefore: new Date('2026-01-01T00:00:00Z'),
          notAfter: new Date('2026-02-01T00:00:00Z'),
        }),
      /valid from 2026-01-01T00:00:00\.000Z to 2026-02-01/,
    ],
    [
      'a client certificate that is refused',
      () =>
        https(
          ca,
          {},
          {
            requestCert: true,
            rejectUnauthorized: true,
            ca: other.pem,
            ALPNProtocols: ['h2', 'http/1.1'],
          },
        ),
      /does not accept the client certificate of etcd\.certFile/,
    ],
  ])('%s', async (_, address, says) => {
    const sentences = await said('etcd', etcdAt(`https://${await address()}`));
    expect(sentences).toEqual([expect.stringMatching(says)]);
  });

  it('two CAs of one name are two CAs', async () => {
    const namesake = await TestCa.create('etcd CA of pay');
    const [sentence] = await said(
      'etcd',
      etcdAt(`https://${await https(namesake)}`),
    );
    expect(sentence).toMatch(/which did not sign it/);
  });

  it('a file that has gone since the configuration was read', async () => {
    const sentences = await said('etcd', etcdAt('https://127.0.0.1:1'), () =>
      rmSync(files.resolve('ca.crt')),
    );
    expect(sentences).toEqual([
      expect.stringMatching(/etcd\.caFile cannot be read: .*ca\.crt/),
    ]);
  });

  it('a CA file that holds none any more', async () => {
    const sentences = await said(
      'etcd',
      etcdAt(`https://${await https(ca)}`),
      () => writeFileSync(files.resolve('ca.crt'), 'certificate goes here\n'),
    );
    expect(sentences).toEqual([
      expect.stringMatching(
        /CN=etcd CA of pay issued; etcd\.caFile .*ca\.crt holds no certificate that can be read/,
      ),
    ]);
  });

  it('a certificate that names more than anybody reads, in part', async () => {
    const dns = Array.from({ length: 500 }, (_, i) => `host-${i}.example`);
    const { parts } = await tested(
      'etcd',
      etcdAt(`https://${await https(ca, { dns, ips: [] })}`),
    );
    expect(parts[0].mismatch?.params.served).toHaveLength(20);
  });

  it('every configured address by itself', async () => {
    const addresses = [await unusedAddress(), await https(other)];
    const sentences = await said('etcd', {
      etcd: {
        ...etcdAt('').etcd,
        endpoints: addresses.map(address => `https://${address}`),
      },
    });
    expect(sentences).toEqual([
      expect.stringContaining(`${addresses[0]} refuses`),
      expect.stringContaining(`${addresses[1]} presents`),
    ]);
  });

  it('an etcd that is not configured', async () => {
    expect(await said('etcd', {})).toEqual([
      expect.stringMatching(/set etcd\.endpoints/),
    ]);
  });
});

describe('a test of the load balancer names what does not match', () => {
  const statsAt = (statsUrl: string, parts: object = {}) => ({
    loadBalancer: { haproxy: [{ name: 'lb-a', statsUrl, ...parts }] },
  });
  const lb = async (parts: object) =>
    (await said('loadBalancer', parts)).filter(
      text => !text.includes('readyz'),
    );

  it.each([
    [
      'a user or password that is refused',
      status(401),
      /does not accept the credential/,
    ],
    [
      'a path that does not exist',
      status(404),
      /does not exist there .* Correct the path/,
    ],
    ['a right that is missing', status(403), /is not permitted/],
    [
      'a page that is no statistics',
      html,
      /returns something other than expected/,
    ],
  ])('%s', async (_, listener, says) => {
    const address = await kept(startHttp(listener));
    const sentences = await lb(statsAt(`http://${address}/stats`));
    expect(sentences).toContainEqual(expect.stringMatching(says));
  });

  it('a certificate of another CA than the configured one', async () => {
    const address = await https(other, {}, {}, html);
    const sentences = await lb(
      statsAt(`https://${address}/stats`, { caFile: files.resolve('ca.crt') }),
    );
    expect(sentences).toContainEqual(
      expect.stringMatching(
        /loadBalancer\.haproxy "lb-a" caFile .*did not sign it/,
      ),
    );
  });
});

it('explains the kubelets that were asked, however many wait for their turn', async () => {
  const { clusters } = readConfig(
    {
      clusters: [
        {
          name: 'pay',
          connection: {
            type: 'kubeconfig',
            kubeconfig: files.resolve('kubeconfig'),
          },
        },
      ],
    },
    { checks, customConnectionTypes: [] },
  );
  const unknown = (nodeName: string, reason: UnknownReason): KubeletInfo => {
    const signal = unknownSignal(
      { now: () => new Date() },
      'kubelet',
      `GET https://${nodeName}:10250/configz`,
      { reason, detail: 'HTTP 403' },
    );
    return { nodeName, config: signal, certificates: signal };
  };
  const kubelets = observedSignal(sourceContext(), 'kubelet', 'GET /configz', [
    ...Array.from({ length: 20 }, (_, i) => unknown(`w-${i}`, 'not-collected')),
    unknown('w-20', 'forbidden'),
  ]);
  const { parts } = await testConnection(
    'kubelets',
    {
      config: clusters[0],
      collector: { collectSections: async () => ({ kubelets }) },
    },
    sourceContext(),
  );
  expect(parts.filter(({ mismatch }) => mismatch)).toMatchObject([
    { name: 'w-20', mismatch: { code: 'connect.forbidden' } },
  ]);
});
