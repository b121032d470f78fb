/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterConnection } from '../../../contracts';
import { Pool } from 'undici';
import { freePorts } from '../../../__testUtils__/freePort';
import { TestEtcd } from '../../../__testUtils__/testEtcd';
import { HttpApiEndpoint } from '../../../transport/apiEndpoint';

const binary = resolve(__dirname, '../../../../../../lab/bin/kube-apiserver');
const READY_WITHIN_MS = 120_000;

/** A real kube-apiserver with an etcd of its own, on loopback. Nothing else runs: objects are what a test makes them. */
export class TestApiServer {
  readonly connection: ClusterConnection;
  readonly #url: string;
  readonly #token: string;
  readonly #pool: Pool;
  readonly #etcd: TestEtcd;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(
    url: string,
    token: string,
    etcd: TestEtcd,
    child: ChildProcess,
    folder: string,
  ) {
    this.#url = url;
    this.#token = token;
    this.#etcd = etcd;
    this.#process = child;
    this.#folder = folder;
    // Its certificate is its own, made when it starts.
    this.#pool = new Pool(url, {
      connections: 8,
      connect: { rejectUnauthorized: false },
    });
    this.connection = {
      kind: 'serviceAccount',
      api: new HttpApiEndpoint({
        url,
        route: async () => ({
          dispatcher: this.#pool,
          headers: { authorization: `Bearer ${token}` },
        }),
      }),
      close: () => this.#pool.close(),
    };
  }

  static async start(): Promise<TestApiServer> {
    const etcd = await TestEtcd.start({ members: 1 });
    const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-apiserver-'));
    const [port] = await freePorts(1);
    const token = randomUUID();
    const tokens = join(folder, 'tokens.csv');
    writeFileSync(tokens, `${token},tester,1,system:masters\n`);
    const key = join(folder, 'service-account.key');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }));
    const child = spawn(
      binary,
      [
        ...['--etcd-servers', etcd.endpoints.join(',')],
        ...['--etcd-cafile', etcd.client.caFile],
        ...['--etcd-certfile', etcd.client.certFile],
        ...['--etcd-keyfile', etcd.client.keyFile],
        ...['--bind-address', '127.0.0.1', '--secure-port', String(port)],
        ...['--cert-dir', folder, '--token-auth-file', tokens],
        ...['--authorization-mode', 'AlwaysAllow'],
        ...['--service-cluster-ip-range', '10.0.0.0/24'],
        ...['--service-account-issuer', 'https://kubernetes.test'],
        ...['--service-account-key-file', key],
        ...['--service-account-signing-key-file', key],
        // There is no controller that would make the accounts pods need.
        ...['--disable-admission-plugins', 'ServiceAccount'],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child.stderr.pipe(createWriteStream(join(folder, 'log')));
    const server = new TestApiServer(
      `https://127.0.0.1:${port}`,
      token,
      etcd,
      child,
      folder,
    );
    try {
      await server.#ready();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Sends an object; returns what the server made of it. Throws on a refusal. */
  async send(
    method: 'POST' | 'PATCH',
    path: string,
    object: object,
  ): Promise<void> {
    const { statusCode, body } = await this.#pool.request({
      origin: this.#url,
      path,
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
      body: JSON.stringify(object),
    });
    const text = await body.text();
    if (statusCode >= 300) throw new Error(`${method} ${path}: ${text}`);
  }

  async stop(): Promise<void> {
    await this.#pool.destroy();
    if (this.#process.exitCode === null) {
      this.#process.kill('SIGKILL');
      await once(this.#process, 'exit');
    }
    await this.#etcd.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Serving, with the namespaces it makes by itself. */
  async #ready(): Promise<void> {
    const signal = AbortSignal.timeout(READY_WITHIN_MS);
    const path = '/api/v1/namespaces/default';
    for (;;) {
      try {
        const { status } = await this.connection.api.request({ path, signal });
        if (status === 200) return;
      } catch {
        // Not listening yet: the reason is in its log if it never does.
      }
      if (signal.aborted || this.#process.exitCode !== null) {
        const log = readFileSync(join(this.#folder, 'log'), 'utf8');
        throw new Error(`kube-apiserver is not ready: ${log.slice(-2000)}`);
      }
      await delay(200);
    }
  }
}
