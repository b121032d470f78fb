/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CertificateInfo,
  ClusterFacts,
} from 'backstage-plugin-kubernetes-ha-common';
import { ApiEndpoint, ClusterConnection, ConnectionError } from '../contracts';
import { HttpApiEndpoint, Route } from '../transport/apiEndpoint';
import type {
  ClientIdentity,
  IdentityProvider,
  ServerTarget,
  ServerTrust,
} from '../transport/clientIdentity';
import { PoolCache, PoolOptions } from '../transport/poolCache';
import { presentedChain } from '../transport/presentedChain';
import { trustedBy } from '../transport/trustedBy';
import {
  apiServerNames,
  hostOf,
  identityCheck,
  sniOf,
} from '../transport/serverNames';

/** Pools of one cluster: its endpoint, its API servers, and kubelets in rotation. (proposal) */
const POOL_LIMIT = 160;

/**
 * Sockets at once, opened as they are needed: a handshake is what a probe costs
 * most, so a request follows another one on its socket if that is answered at
 * once (see Turns). To the endpoint one for each request that may hang while `/readyz`
 * answers (two lists of the inventory, EndpointSlices, two lists of Leases, the
 * identity, the version) and one for `/readyz`, which would pass for unanswered
 * behind them; to an instance one for each of two probes, to a kubelet for one
 * question. (proposal)
 */
const CONNECTIONS = { api: 8, instance: 2, kubelet: 1 };

/**
 * Straight to the cluster: its configured endpoint, each API server instance
 * and the kubelets.
 *
 * The endpoint is where the operator says; instances and kubelets are where the
 * cluster says, and anybody who can write an EndpointSlice or a Node says it
 * too. So no credential goes there unless the cluster's own CA vouches for the
 * server: an API server by the name `kubernetes` (a kubelet's certificate, by
 * the same CA, does not have it), a kubelet by its address. Without a CA of its
 * own, or with insecure-skip-tls-verify, instances are not asked at all.
 *
 * A reader with a client certificate and without a token asks kubelets without
 * judging their certificate, as the API server itself does by default
 * (`--kubelet-certificate-authority` is not set by kubeadm, and kubelets sign
 * their own certificates unless `serverTLSBootstrap` is on). A client key does
 * not leave this process in a handshake; a token would.
 *
 * When the file that holds the identity names another server, the endpoint
 * follows, so that the change of cluster is seen; known instances and kubelets
 * are of the server before, and are not asked with the new identity.
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
  readonly #first: ServerTarget;
  readonly #pools = new PoolCache(POOL_LIMIT);

  constructor(options: {
    kind: DirectConnection['kind'];
    server: URL;
    identity: IdentityProvider;
    trust: ServerTrust;
  }) {
    this.kind = options.kind;
    this.#identity = options.identity;
    this.#first = { server: options.server, ...options.trust };
    this.api = new HttpApiEndpoint({
      url: urlOf(options.server),
      route: () => this.#toEndpoint(),
    });
    // A path before the API is that of a proxy (Rancher, Teleport): its CA and its credential are not those of the instances behind it.
    if (new URL(urlOf(options.server)).pathname === '/') {
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
    this.#identity.close?.();
    await this.#pools.close();
  }

  async #toEndpoint(): Promise<Route> {
    const identity = await this.#identity.current();
    const { server, serverName, insecure } = identity.target ?? this.#first;
    const name = serverName ?? hostOf(server.host);
    const route = this.#route(server.origin, identity, {
      kind: `api ${name}`,
      connections: CONNECTIONS.api,
      servername: sniOf(name),
      verify: !insecure,
      checkServerIdentity: identityCheck([name]),
    });
    return { ...route, url: urlOf(server) };
  }

  #instance(address: string): ApiEndpoint {
    const url = `https://${address}`;
    return new HttpApiEndpoint({
      url,
      route: async () => {
        const identity = await this.#sameCluster(url);
        const { serverName } = this.#first;
        this.#requireOwnCa(identity, url);
        return this.#route(new URL(url).origin, identity, {
          kind: 'instance',
          connections: CONNECTIONS.instance,
          servername: apiServerNames[0],
          verify: true,
          checkServerIdentity: identityCheck([
            ...apiServerNames,
            ...(serverName ? [serverName] : []),
          ]),
        });
      },
    });
  }

  #kubelet(address: string): ApiEndpoint {
    const url = `https://${address}`;
    const host = hostOf(address);
    return new HttpApiEndpoint({
      url,
      route: async () => {
        const identity = await this.#sameCluster(url);
        const verify = identity.authorization !== undefined;
        if (verify) this.#requireOwnCa(identity, url);
        const route = this.#route(new URL(url).origin, identity, {
          kind: 'kubelet',
          connections: CONNECTIONS.kubelet,
          servername: sniOf(host),
          verify,
          checkServerIdentity: identityCheck([host]),
        });
        // A kubelet refuses for reasons of its own (no webhook authentication).
        return { ...route, onStatus: undefined };
      },
    });
  }

  /** The identity, as long as it is for the server that the addresses were learnt from. */
  async #sameCluster(url: string): Promise<ClientIdentity> {
    const identity = await this.#identity.current();
    const { server } = identity.target ?? this.#first;
    if (server.href === this.#first.server.href) return identity;
    throw new ConnectionError(
      'not-configured',
      `GET ${url}: not sent, because the kubeconfig names ${urlOf(
        server,
      )} now and this address was learnt from ${urlOf(this.#first.server)}. ` +
        'Restart the backend if the cluster has moved.',
    );
  }

  #requireOwnCa({ ca }: ClientIdentity, url: string): void {
    const { insecure } = this.#first;
    if (ca && !insecure) return;
    throw new ConnectionError(
      'not-configured',
      `GET ${url}: not sent, because ${
        insecure
          ? 'insecure-skip-tls-verify is set'
          : "the connection has no CA of the cluster's own"
      } and nothing vouches for an address that the cluster itself names. ` +
        "Required: the cluster's CA (certificate-authority-data, caFile or caData).",
    );
  }

  #route(
    origin: string,
    identity: ClientIdentity,
    options: PoolOptions,
  ): Route {
    const { authorization, caSetting } = identity;
    const { pool, turns } = this.#pools.sockets(origin, identity, options);
    return {
      dispatcher: pool,
      http1Only: true,
      turns,
      headers: authorization === undefined ? {} : { authorization },
      trusted: () =>
        caSetting ? trustedBy(caSetting, identity.ca) : undefined,
      onStatus: status => {
        if (status === 401) this.#identity.rejected?.(identity);
      },
    };
  }
}

/** Scheme, host and port, with the path that stands before the API, if any. */
function urlOf({ origin, pathname }: URL): string {
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}
