/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { RequestListener } from 'node:http';
import { ConnectionError } from '../../contracts';
import { Issued, issueFor } from '../../__testUtils__/issueFor';
import { TestCa } from '../../__testUtils__/testPki';
import { startHttps, TestServer } from '../../__testUtils__/testServer';
import type { ClientIdentity } from '../../transport/clientIdentity';
import { DirectConnection } from '../directConnection';

/** Names in the certificate that servers have unless a test gives another. */
export const apiNames = ['127.0.0.1', 'kubernetes', 'kubernetes.default.svc'];

/**
 * Authorities, certificates and servers of one test file. Made at its top
 * level: certificates once, before all tests; what a test starts is closed
 * after it.
 */
export class TestCluster {
  ca!: TestCa;
  otherCa!: TestCa;
  /** Of the API servers, by `ca`. */
  serving!: Issued;
  /** Of the reader, by `ca`. */
  client!: Issued;
  readonly #closing: { close(): Promise<void> }[] = [];

  constructor() {
    beforeAll(async () => {
      this.ca = await TestCa.create('kubernetes');
      this.otherCa = await TestCa.create('other');
      this.serving = await issueFor(this.ca, 'kube-apiserver', apiNames);
      this.client = await issueFor(this.ca, 'reader');
    });
    afterEach(async () => {
      await Promise.all(this.#closing.splice(0).map(item => item.close()));
    });
  }

  /** Starts a server that asks for client certificates. */
  async https(
    listener: RequestListener,
    issued: Issued = this.serving,
  ): Promise<TestServer> {
    return this.closeLater(
      await startHttps(
        {
          ...issued,
          ca: this.ca.pem,
          requestCert: true,
          rejectUnauthorized: false,
        },
        listener,
      ),
    );
  }

  /** A connection of a reader with a token, unless another identity is given. */
  connectTo(
    address: string,
    identity: Partial<ClientIdentity> = {},
    trust: { serverName?: string; insecure?: boolean } = {},
  ): DirectConnection {
    return this.closeLater(
      new DirectConnection({
        kind: 'kubeconfig',
        server: new URL(`https://${address}`),
        identity: {
          current: async () => ({
            ca: this.ca.pem,
            caSetting: 'certificate-authority (kubeconfig)',
            authorization: 'Bearer reader-token',
            ...identity,
          }),
        },
        trust: { insecure: false, ...trust },
      }),
    );
  }

  /** Closes it after the test. */
  closeLater<T extends { close(): Promise<void> }>(item: T): T {
    this.#closing.push(item);
    return item;
  }
}

/** A deadline that only a hang reaches. */
export function soon(): AbortSignal {
  return AbortSignal.timeout(30_000);
}

/** The error with which it is refused; another outcome fails the test. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<ConnectionError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ConnectionError) return error;
    throw error;
  }
  throw new Error('an answer came where a refusal was expected');
}
