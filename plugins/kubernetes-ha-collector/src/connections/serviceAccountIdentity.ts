/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../contracts';
import type { ServiceAccountConnectionConfig } from '../config/clusterConfig';
import { configuredPath } from '../configuredPath';
import { ChangingFile } from '../transport/changingFile';
import {
  bearer,
  ClientIdentity,
  IdentityProvider,
} from '../transport/clientIdentity';

/** A ServiceAccount by its token. Projected token and CA files are followed when the kubelet renews them. */
export class ServiceAccountIdentity implements IdentityProvider {
  readonly #token?: string;
  readonly #tokenFile?: ChangingFile;
  readonly #ca?: string;
  readonly #caFile?: ChangingFile;

  constructor(config: ServiceAccountConnectionConfig) {
    this.#token = config.token;
    if (config.tokenFile) {
      this.#tokenFile = new ChangingFile(
        configuredPath(config.tokenFile),
        'connection.tokenFile',
      );
    }
    this.#ca = config.caData && pemOf(config.caData);
    if (config.caFile) {
      this.#caFile = new ChangingFile(
        configuredPath(config.caFile),
        'connection.caFile',
      );
    }
  }

  async current(): Promise<ClientIdentity> {
    const given = this.#token ?? (await this.#tokenFile?.content());
    const token = given?.trim();
    const where = this.#tokenFile
      ? `connection.tokenFile: ${this.#tokenFile.path}`
      : 'connection.token';
    if (!token) {
      throw new ConnectionError(
        'not-configured',
        `${where} is empty. Required: the token of the reader's ServiceAccount.`,
      );
    }
    return {
      ca: this.#ca ?? (await this.#caFile?.content()),
      caSetting: this.#ca ? 'connection.caData' : 'connection.caFile',
      authorization: bearer(token, where),
    };
  }
}

/** PEM as it is, or base64 of it, as in a Secret or a kubeconfig. */
function pemOf(data: string): string {
  return data.includes('-----BEGIN')
    ? data
    : Buffer.from(data, 'base64').toString('utf8');
}
