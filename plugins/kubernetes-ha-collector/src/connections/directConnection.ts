/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CertificateInfo,
  ClusterFacts,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, ClusterConnection } from '../contracts';
import { HttpApiEndpoint, Route } from '../transport/apiEndpoint';
import type {
  IdentityProvider,
  ServerTrust,
} from '../transport/clientIdentity';
import { PoolCache, PoolOptions } from '../transport/poolCache';
import { presentedChain } from '../transport/presentedChain';
import {
  apiServerNames,
  hostOf,
  identityCheck,
  sniOf,
} from '../transport/serverNames';

/** Pools of one cluster: its endpoint, its API servers, and kubelets in rotation. (proposal) */
const POOL_LIMIT = 160;

/** Sockets at once: to the endpoint for lists in parallel, to an instance one for each of two probes, to a kubelet for one question. A handshake is what a probe costs most. (proposal) */
const CONNECTIONS = { api: 8, instance: 2, kubelet: 1 };

/**
 * Straight to the cluster: its configured endpoint, each API server instance
 * and the kubelets.
 *
 * Servers are checked against the cluster's CA. One exception: a reader with a
 * client certificate and without a token asks kubelets without judging their
 * certificate, as the API server itself does by default
 * (`--kubelet-certificate-authority` is not set by kubeadm, and kubelets sign
 * their own certificates unless `serverTLSBootstrap` is on). A client key does
 * not leave this process in a handshake; a token would, so with a token the
 * kubelet has to prove itself.
 */
export class DirectConnection implements ClusterConnection {
  readonly kind: Extract<
    ClusterFacts['connection'],
    'kubeconfig' | 'serviceAccount'
  >;
  readonly api: ApiEndpoint;
  readonly instance?: (address: string) => ApiEndpoint;
  readonly kubelet?: (address: string) => ApiEndpoint;
  readonly #identity: IdentityProvider;
  readonly #trust: ServerTrust;
  readonly #pools = new PoolCache(POOL_LIMIT);

  constructor(options: {
    kind: DirectConnection['kind'];
    server: URL;
    identity: IdentityProvider;
    trust: ServerTrust;
  }) {
    this.kind = options.kind;
    this.#identity = options.identity;
    this.#trust = options.trust;

    const { host, origin, pathname } = options.server;
    const basePath = pathname.replace(/\/+$/, '');
    const name = options.trust.serverName ?? hostOf(host);
    this.api = this.#endpoint(
      `${origin}${basePath}`,
      this.#poolOptions('api', sniOf(name), [name]),
    );
    // A path before the API is that of a proxy (Rancher, Teleport): its CA and its credential are not those of the instances behind it.
    if (basePath === '') {
      this.instance = address => this.#instance(address);
      this.kubelet = address => this.#kubelet(address);
    }
  }

  async certificates(
    address: string,
    usage: CertificateInfo['usage'],
    signal: AbortSignal,
  ): Promise<CertificateInfo[]> {
    return presentedChain({
      address,
      usage,
      // An API server may have certificates by name (--tls-sni-cert-key): ask for the cluster's own.
      servername: usage === 'apiserver-serving' ? apiServerNames[0] : undefined,
      signal,
    });
  }

  async close(): Promise<void> {
    await this.#pools.close();
  }

  #instance(address: string): ApiEndpoint {
    const { serverName } = this.#trust;
    return this.#endpoint(
      `https://${address}`,
      this.#poolOptions('instance', apiServerNames[0], [
        hostOf(address),
        ...apiServerNames,
        ...(serverName ? [serverName] : []),
      ]),
    );
  }

  #kubelet(address: string): ApiEndpoint {
    const host = hostOf(address);
    return this.#endpoint(
      `https://${address}`,
      this.#poolOptions('kubelet', sniOf(host), [host]),
    );
  }

  #poolOptions(
    kind: keyof typeof CONNECTIONS,
    servername: string | undefined,
    names: readonly string[],
  ): PoolOptions {
    return {
      kind,
      connections: CONNECTIONS[kind],
      servername,
      verify: !this.#trust.insecure,
      checkServerIdentity: identityCheck(names),
    };
  }

  #endpoint(url: string, options: PoolOptions): ApiEndpoint {
    const { origin } = new URL(url);
    const kubelet = options.kind === 'kubelet';
    return new HttpApiEndpoint({
      url,
      route: async () => {
        const identity = await this.#identity.current();
        const { authorization } = identity;
        const verify =
          options.verify && !(kubelet && authorization === undefined);
        const headers: Route['headers'] =
          authorization === undefined ? {} : { authorization };
        return {
          dispatcher: this.#pools.pool(origin, identity, {
            ...options,
            verify,
          }),
          headers,
          onStatus: status => {
            // A kubelet refuses for reasons of its own (no webhook authentication).
            if (status === 401 && !kubelet) this.#identity.rejected?.(identity);
          },
        };
      },
    });
  }
}
