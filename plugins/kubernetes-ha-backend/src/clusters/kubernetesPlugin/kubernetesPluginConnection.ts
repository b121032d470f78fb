/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ApiEndpoint,
  ClusterConnection,
  ConnectionError,
} from 'backstage-plugin-kubernetes-ha-node';
import { Agent } from 'undici';
import {
  oneLine,
  HttpApiEndpoint,
  Route,
} from 'backstage-plugin-kubernetes-ha-collector';

/** Of the plugin's service token, which lives an hour: minting one for every request would be waste. (proposal) */
const TOKEN_SECONDS = 300;

/** A request more than this waits: each one is also a line in the kubernetes plugin's audit log. (proposal) */
const CONNECTIONS = 4;

/** One cluster of the kubernetes plugin: its endpoint and nothing behind it. */
export class KubernetesPluginConnection implements ClusterConnection {
  readonly kind = 'kubernetesPlugin';
  readonly api: ApiEndpoint;
  readonly #cluster: string;
  readonly #auth: AuthService;
  readonly #agent = new Agent({
    connections: CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 4_000,
    connect: { timeout: 5_000 },
  });
  #token: { value: string; until: number } | undefined;

  constructor(cluster: string, url: string, auth: AuthService) {
    this.#cluster = cluster;
    this.#auth = auth;
    this.api = new HttpApiEndpoint({
      url,
      route: () => this.#route(),
    });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #route(): Promise<Route> {
    const token = await this.#serviceToken();
    return {
      dispatcher: this.#agent,
      http1Only: true,
      headers: {
        authorization: `Bearer ${token}`,
        'backstage-kubernetes-cluster': this.#cluster,
      },
      onStatus: status => {
        // Only the token that was refused: another request may have a newer one by now.
        if (status === 401 && this.#token?.value === token) {
          this.#token = undefined;
        }
      },
    };
  }

  async #serviceToken(): Promise<string> {
    if (this.#token && Date.now() < this.#token.until) return this.#token.value;
    try {
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      });
      this.#token = { value: token, until: Date.now() + TOKEN_SECONDS * 1000 };
      return token;
    } catch (error) {
      throw new ConnectionError(
        'unauthorised',
        oneLine(
          `Backstage gave no service token for the kubernetes plugin: ${
            error instanceof Error ? error.message : String(error)
          }`,
        ),
        { cause: error },
      );
    }
  }
}
