/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { createServer, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithLab } from '../__testUtils__/describeWithLab';
import { freePorts } from '../__testUtils__/freePort';
import { unusedAddress } from '../__testUtils__/testServer';
import { TestEtcd } from '../__testUtils__/testEtcd';
import { TestCa, writeCertificate } from '../__testUtils__/testPki';
import { ANSWER } from '../signals/etcd/bounds';
import { EtcdClient } from './etcdClient';
import { EtcdEndpoints } from './etcdEndpoints';
import { TlsFiles, TlsMaterialSource } from './tlsMaterial';

const options = { deadlineMs: 3_000 };
const open: EtcdClient[] = [];

async function clientOf(
  endpoint: string,
  files: TlsFiles,
): Promise<EtcdClient> {
  const client = new EtcdClient(
    endpoint,
    await new TlsMaterialSource(files).read(),
    ANSWER,
  );
  open.push(client);
  return client;
}

afterEach(() => {
  open.splice(0).forEach(client => client.close());
});

describe('EtcdClient without a member', () => {
  it('says refused when nothing listens there', async () => {
    const client = await clientOf(`https://${await unusedAddress()}`, {});
    await expect(client.status(options)).rejects.toMatchObject({
      reason: 'refused',
    });
    expect(client.broken).toBe(true);
  });

  it('says unreachable for a name that does not exist', async () => {
    const client = await clientOf('https://etcd.invalid:2379', {});
    await expect(client.status(options)).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });

  describe('at a port that accepts and stays silent', () => {
    let silent: Server;
    let url: string;

    beforeAll(async () => {
      const [port] = await freePorts(1);
      url = `http://127.0.0.1:${port}`;
      silent = createServer(socket => socket.on('error', () => {}));
      await new Promise<void>(done => {
        silent.listen(port, '127.0.0.1', done);
      });
    });

    afterAll(() => {
      silent.close();
    });

    it('ends at its deadline', async () => {
      const client = await clientOf(url, {});
      await expect(client.status({ deadlineMs: 300 })).rejects.toMatchObject({
        reason: 'timeout',
      });
    });

    it('ends when its signal aborts', async () => {
      const client = await clientOf(url, {});
      await expect(
        client.status({
          // Longer than any test.
          deadlineMs: 600_000,
          signal: AbortSignal.timeout(200),
        }),
      ).rejects.toMatchObject({ reason: 'timeout' });
    });
  });

  it('checks the address against the certificate, though an address is no server name', async () => {
    const ca = await TestCa.create('CA');
    const leaf = await ca.issue({
      commonName: 'elsewhere',
      usages: ['serverAuth'],
      ips: ['127.0.0.9'],
    });
    const server = createSecureServer({
      cert: leaf.certificate,
      key: leaf.key,
    });
    const [port] = await freePorts(1);
    await new Promise<void>(done => {
      server.listen(port, '127.0.0.1', done);
    });
    const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-tls-'));
    writeFileSync(join(folder, 'ca.crt'), ca.pem);
    try {
      const client = await clientOf(`https://127.0.0.1:${port}`, {
        caFile: join(folder, 'ca.crt'),
      });
      await expect(client.status(options)).rejects.toMatchObject({
        reason: 'tls',
        message: expect.stringContaining('127.0.0.9'),
      });
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('names the file that cannot be read, and what to do', async () => {
    await expect(
      new TlsMaterialSource({ caFile: '/no/such/ca.crt' }).read(),
    ).rejects.toMatchObject({
      reason: 'not-configured',
      message: expect.stringMatching(
        /etcd\.caFile cannot be read.*\/no\/such\/ca\.crt.*correct the path/,
      ),
    });
  });
});

describeWithLab('EtcdClient on a real member', () => {
  let etcd: TestEtcd;

  beforeAll(async () => {
    etcd = await TestEtcd.start({ members: 1 });
  });

  afterAll(async () => {
    await etcd?.stop();
  });

  it('reads members, status, alarms, a hash and a linearizable read', async () => {
    const client = await clientOf(etcd.endpoints[0], etcd.client);
    const [list, status, alarms] = await Promise.all([
      client.memberList(true, options),
      client.status(options),
      client.alarms(options),
      client.linearizableRead(options),
    ]);
    expect(list.members).toEqual([
      expect.objectContaining({
        ID: expect.stringMatching(/^[0-9a-f]{1,16}$/),
        name: 'member-1',
        clientURLs: etcd.endpoints,
        isLearner: false,
      }),
    ]);
    expect(status).toMatchObject({
      version: '3.7.3',
      leader: list.members[0].ID,
      isLearner: false,
      errors: [],
      header: {
        member_id: list.members[0].ID,
        cluster_id: list.header.cluster_id,
      },
    });
    expect(status.dbSize).toBeGreaterThanOrEqual(status.dbSizeInUse);
    expect(status.dbSizeQuota).toBe(2 * 1024 ** 3);
    expect(alarms.alarms).toEqual([]);

    const hash = await client.hashKV(status.header.revision, options);
    expect(hash.hash_revision).toBe(status.header.revision);
    expect(hash.hash).toBeGreaterThan(0);
  });

  it('asks by name as well as by address, without a warning of Node', async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => warnings.push(String(warning));
    process.on('warning', note);
    const { port } = new URL(etcd.endpoints[0]);
    for (const host of ['localhost', '127.0.0.1']) {
      const client = await clientOf(`https://${host}:${port}`, etcd.client);
      await client.status(options);
    }
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('distinguishes a revision that is not there yet from other errors', async () => {
    const client = await clientOf(etcd.endpoints[0], etcd.client);
    await expect(client.hashKV(1e9, options)).rejects.toMatchObject({
      revisionGone: true,
      answered: true,
      reason: 'server-error',
    });
    expect(client.broken).toBe(false);
  });

  it('says tls for a certificate of another CA', async () => {
    const other = await TestCa.create('other CA');
    const caFile = join(etcd.folder, 'other-ca.crt');
    writeFileSync(caFile, other.pem);
    const client = await clientOf(etcd.endpoints[0], {
      ...etcd.client,
      caFile,
    });
    await expect(client.status(options)).rejects.toMatchObject({
      reason: 'tls',
    });
  });

  it.each([
    ['expired', new Date(Date.now() - 60_000), 'test etcd CA'],
    ['of a CA that the member does not know', undefined, 'stranger'],
  ])('says tls for a client certificate %s', async (name, notAfter, caName) => {
    const ca =
      caName === 'stranger' ? await TestCa.create('stranger') : etcd.ca;
    const certificate = await ca.issue({
      commonName: 'reader',
      usages: ['clientAuth'],
      notAfter,
    });
    const files = writeCertificate(
      etcd.folder,
      name.replace(/ /g, '-'),
      certificate,
    );
    const client = await clientOf(etcd.endpoints[0], {
      ...etcd.client,
      ...files,
    });
    await expect(client.status(options)).rejects.toMatchObject({
      reason: 'tls',
    });
  });

  it('says tls without any client certificate', async () => {
    const client = await clientOf(etcd.endpoints[0], {
      caFile: etcd.client.caFile,
    });
    await expect(client.status(options)).rejects.toMatchObject({
      reason: 'tls',
    });
  });

  it('takes a renewed certificate without a restart', async () => {
    const expired = await etcd.ca.issue({
      commonName: 'reader',
      usages: ['clientAuth'],
      notAfter: new Date(Date.now() - 60_000),
    });
    const files = writeCertificate(etcd.folder, 'renewed', expired);
    const endpoints = new EtcdEndpoints(
      new TlsMaterialSource({ ...etcd.client, ...files }),
      ANSWER,
    );
    try {
      const [url] = etcd.endpoints;
      await endpoints.refresh();
      await expect(endpoints.at(url).grpc.status(options)).rejects.toThrow();
      writeCertificate(
        etcd.folder,
        'renewed',
        await etcd.ca.issue({ commonName: 'reader', usages: ['clientAuth'] }),
      );
      await endpoints.refresh();
      await endpoints.at(url).grpc.status(options);
      const { status, body } = await endpoints
        .at(url)
        .http.get('/readyz', { ...options, maxBytes: 10_000 });
      expect([status, body.toString()]).toEqual([200, 'ok\n']);
    } finally {
      endpoints.close();
    }
  });

  it('finds a member again at the next collection after it was away', async () => {
    const endpoints = new EtcdEndpoints(
      new TlsMaterialSource(etcd.client),
      ANSWER,
    );
    try {
      const [url] = etcd.endpoints;
      await endpoints.refresh();
      await endpoints.at(url).grpc.status(options);
      await etcd.kill(0);
      await expect(
        endpoints.at(url).grpc.status(options),
      ).rejects.toMatchObject({ reason: 'refused' });
      await etcd.run(0);
      await etcd.ready(0);
      await endpoints.refresh();
      await endpoints.at(url).grpc.status(options);
    } finally {
      endpoints.close();
    }
  });
});
