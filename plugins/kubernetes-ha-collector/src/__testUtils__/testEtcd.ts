/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EtcdClient } from '../etcd/etcdClient';
import { TlsFiles, TlsMaterialSource } from '../etcd/tlsMaterial';
import { ANSWER } from '../signals/etcd/bounds';
import { freePorts } from './freePort';
import { TestCa, writeCertificate } from './testPki';

const etcdBinary = resolve(__dirname, '../../../../lab/bin/etcd');

interface Member {
  name: string;
  clientUrl: string;
  peerUrl: string;
  process?: ChildProcess;
}

export interface TestEtcdOptions {
  members: 1 | 2 | 3;
  /** Usages of the members' client-port certificates. Default: `serverAuth` alone, the strictest that works. */
  serverUsages?: readonly ('serverAuth' | 'clientAuth')[];
  /** Signs all certificates. Default: one of its own. */
  ca?: TestCa;
  /** Flags for every member. */
  flags?: readonly string[];
}

/**
 * Real etcd members on loopback, with certificates made for this run and
 * client certificates demanded. Ends only what it started.
 */
export class TestEtcd {
  readonly #members: Member[];
  readonly folder: string;
  readonly ca: TestCa;
  /** Files of a client that the members trust. */
  readonly client: Required<TlsFiles>;
  readonly #args: readonly string[];

  private constructor(
    members: Member[],
    folder: string,
    ca: TestCa,
    client: Required<TlsFiles>,
    args: readonly string[],
  ) {
    this.#members = members;
    this.folder = folder;
    this.ca = ca;
    this.client = client;
    this.#args = args;
  }

  static async start(options: TestEtcdOptions): Promise<TestEtcd> {
    if (!existsSync(etcdBinary)) {
      throw new Error(
        'lab/bin/etcd is missing: run `npm run lab -- build` once (it needs Go), then these tests again.',
      );
    }
    const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-etcd-'));
    const ca = options.ca ?? (await TestCa.create('test etcd CA'));
    const caFile = join(folder, 'ca.crt');
    writeFileSync(caFile, ca.pem);
    const server = writeCertificate(
      folder,
      'server',
      await ca.issue({
        commonName: 'member',
        usages: options.serverUsages ?? ['serverAuth'],
      }),
    );
    const peer = writeCertificate(
      folder,
      'peer',
      await ca.issue({
        commonName: 'peer',
        usages: ['serverAuth', 'clientAuth'],
      }),
    );
    const client = {
      caFile,
      ...writeCertificate(
        folder,
        'client',
        await ca.issue({ commonName: 'reader', usages: ['clientAuth'] }),
      ),
    };
    const ports = await freePorts(options.members * 2);
    const members = Array.from({ length: options.members }, (_, i) => ({
      name: `member-${i + 1}`,
      clientUrl: `https://127.0.0.1:${ports[2 * i]}`,
      peerUrl: `https://127.0.0.1:${ports[2 * i + 1]}`,
    }));
    const args = [
      '--initial-cluster',
      members.map(({ name, peerUrl }) => `${name}=${peerUrl}`).join(','),
      ...['--trusted-ca-file', caFile, '--client-cert-auth'],
      ...['--cert-file', server.certFile, '--key-file', server.keyFile],
      ...['--peer-trusted-ca-file', caFile, '--peer-client-cert-auth'],
      ...['--peer-cert-file', peer.certFile, '--peer-key-file', peer.keyFile],
      ...['--log-level', 'warn'],
      ...(options.flags ?? []),
    ];
    const cluster = new TestEtcd(members, folder, ca, client, args);
    await Promise.all(members.map((_, i) => cluster.run(i)));
    await Promise.all(members.map((_, i) => cluster.ready(i)));
    return cluster;
  }

  get members(): readonly Member[] {
    return this.#members;
  }

  get endpoints(): string[] {
    return this.members.map(({ clientUrl }) => clientUrl);
  }

  /** Runs etcdctl against the first member, with the client's certificate. */
  async etcdctl(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(
      `${etcdBinary}ctl`,
      [
        ...['--endpoints', this.members[0].clientUrl],
        ...['--cacert', this.client.caFile],
        ...['--cert', this.client.certFile, '--key', this.client.keyFile],
        ...args,
      ],
      { timeout: 20_000 },
    );
    return stdout;
  }

  /** Adds a learner and starts it; answers its index. */
  async addLearner(): Promise<number> {
    const [client, peer] = await freePorts(2);
    const index = this.members.length;
    const name = `member-${index + 1}`;
    const member: Member = {
      name,
      clientUrl: `https://127.0.0.1:${client}`,
      peerUrl: `https://127.0.0.1:${peer}`,
    };
    const add = ['member', 'add', name, '--learner'];
    await this.#reconfigure(...add, '--peer-urls', member.peerUrl);
    this.#members.push(member);
    await this.run(index, [
      ...['--initial-cluster-state', 'existing', '--initial-cluster'],
      this.members.map(each => `${each.name}=${each.peerUrl}`).join(','),
    ]);
    return index;
  }

  /** Removes a member from the list; its process is left alone. */
  async remove(id: string): Promise<void> {
    await this.#reconfigure('member', 'remove', id);
  }

  /**
   * Starts a member that is not running on its own data as a cluster of its
   * own, on another peer port: with the same ids, and cut off from the others.
   */
  async runAlone(index: number): Promise<void> {
    const [port] = await freePorts(1);
    const peerUrl = `https://127.0.0.1:${port}`;
    await this.run(index, [
      ...['--force-new-cluster', '--listen-peer-urls', peerUrl],
    ]);
    await this.ready(index);
  }

  /** etcd changes its members only after all have been connected for five seconds. */
  async #reconfigure(...args: string[]): Promise<void> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      try {
        await this.etcdctl(...args);
        return;
      } catch (error) {
        const isEarly = /unhealthy cluster/.test(String(error));
        if (!isEarly || Date.now() > deadline) throw error;
        await delay(250);
      }
    }
  }

  /** Starts a member (again); a flag of `extra` is the one that counts. */
  async run(index: number, extra: readonly string[] = []): Promise<void> {
    const member = this.members[index];
    const child = spawn(
      etcdBinary,
      [
        ...['--name', member.name],
        ...['--data-dir', join(this.folder, member.name)],
        ...['--listen-client-urls', member.clientUrl],
        ...['--advertise-client-urls', member.clientUrl],
        ...['--listen-peer-urls', member.peerUrl],
        ...['--initial-advertise-peer-urls', member.peerUrl],
        ...this.#args,
        ...extra,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child.stderr.pipe(
      createWriteStream(join(this.folder, `${member.name}.log`), {
        flags: 'a',
      }),
    );
    await once(child, 'spawn');
    member.process = child;
  }

  /** Until a member answers a read that needs a quorum; `timeoutMs` at most. */
  async ready(index: number, timeoutMs = 20_000): Promise<void> {
    const { clientUrl, name } = this.members[index];
    const tls = await new TlsMaterialSource(this.client).read();
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const client = new EtcdClient(clientUrl, tls, ANSWER);
      try {
        await client.linearizableRead({ deadlineMs: 1_000 });
        return;
      } catch (error) {
        if (Date.now() > deadline) {
          throw new Error(
            `${name} did not become ready within ${timeoutMs} ms: ${error}\n${readFileSync(
              join(this.folder, `${name}.log`),
              'utf8',
            ).slice(-2000)}`,
          );
        }
        await delay(50);
      } finally {
        client.close();
      }
    }
  }

  /** A power cut: no time to say goodbye. Resolves when the process is gone. */
  async kill(index: number): Promise<void> {
    const child = this.members[index].process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Stops the process without ending it: its sockets stay open and silent. */
  freeze(index: number): void {
    this.members[index].process?.kill('SIGSTOP');
  }

  thaw(index: number): void {
    this.members[index].process?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await Promise.all(this.members.map((_, i) => this.kill(i)));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
