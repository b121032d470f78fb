/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, SecureContext } from 'node:tls';
import type { ConnectionFailure } from 'backstage-plugin-kubernetes-ha-common';
import { configuredPath } from '../configuredPath';
import { ConnectionError } from '../contracts';
import { trustedBy } from '../transport/trustedBy';

/** Where the files are; one client certificate serves every member. */
export interface TlsFiles {
  caFile?: string;
  certFile?: string;
  keyFile?: string;
}

/** What was in them. */
export interface TlsMaterial {
  ca?: Buffer;
  cert?: Buffer;
  key?: Buffer;
  context: SecureContext;
  /** Changes whenever one of the files does. */
  version: string;
  /** Whom it trusts. */
  trusted: NonNullable<ConnectionFailure['trusted']>;
  /** End of the client certificate, if there is one. */
  clientNotAfter?: Date;
}

/**
 * Reads the files anew at each collection: they are small, and certificates are
 * replaced while the backend runs, often by moving a symbolic link, which
 * neither shows in a file's times nor in a watch.
 */
export class TlsMaterialSource {
  readonly #files: TlsFiles;
  #last: TlsMaterial | undefined;

  constructor(files: TlsFiles) {
    this.#files = files;
  }

  /**
   * The present material; the same object as long as nothing changed.
   * Errors: ConnectionError `not-configured` for a file that cannot be read,
   * `tls` for content that is no certificate or key, or a key of another certificate.
   */
  async read(): Promise<TlsMaterial> {
    const [ca, cert, key] = await Promise.all([
      readNamed('etcd.caFile', this.#files.caFile),
      readNamed('etcd.certFile', this.#files.certFile),
      readNamed('etcd.keyFile', this.#files.keyFile),
    ]);
    const hash = createHash('sha256');
    for (const part of [ca, cert, key]) {
      hash.update(`${part?.length ?? -1}:`).update(part ?? '');
    }
    const version = hash.digest('hex');
    if (this.#last?.version === version) return this.#last;
    this.#last = this.#parse({ ca, cert, key }, version);
    return this.#last;
  }

  #parse(
    parts: Pick<TlsMaterial, 'ca' | 'cert' | 'key'>,
    version: string,
  ): TlsMaterial {
    try {
      return {
        ...parts,
        context: createSecureContext(parts),
        version,
        trusted: trustedBy('etcd.caFile', parts.ca),
        clientNotAfter:
          parts.cert && new Date(new X509Certificate(parts.cert).validTo),
      };
    } catch (error) {
      const { caFile, certFile, keyFile } = this.#files;
      throw new ConnectionError(
        'tls',
        `The certificates for etcd cannot be used: ${
          error instanceof Error ? error.message : String(error)
        }. Expected PEM files: a CA in ${
          caFile ?? '(none)'
        }, a certificate in ${certFile ?? '(none)'} and its own key in ${
          keyFile ?? '(none)'
        }.`,
        { cause: error },
      );
    }
  }
}

async function readNamed(
  setting: string,
  path: string | undefined,
): Promise<Buffer | undefined> {
  if (path === undefined) return undefined;
  try {
    return await readFile(configuredPath(path));
  } catch (error) {
    throw new ConnectionError(
      'not-configured',
      `${setting} cannot be read: ${
        error instanceof Error ? error.message : String(error)
      }. Make the file readable for the backend, or correct the path.`,
      { cause: error },
    );
  }
}
