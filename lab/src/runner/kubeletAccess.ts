/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { KubernetesClient } from '../kubernetes/client';
import type { KubernetesObject } from '../kubernetes/objects';

/** As kubelet's authentication.webhook.cacheTTL (2 min) and authorization.webhook.cacheUnauthorizedTTL (30 s): the shorter of them. */
const keepMs = 30_000;

interface User {
  username: string;
  uid?: string;
  groups?: string[];
}

interface TokenReview extends KubernetesObject {
  spec: { token: string };
  status?: { authenticated?: boolean; user?: User };
}

interface AccessReview extends KubernetesObject {
  spec: unknown;
  status?: { allowed?: boolean };
}

/** Who may ask a kubelet what, as the API server says: webhook authentication and authorization. */
export class KubeletAccess {
  readonly #client: KubernetesClient;
  readonly #known = new Map<
    string,
    { until: number; status: Promise<number> }
  >();

  constructor(client: KubernetesClient) {
    this.#client = client;
  }

  /**
   * The HTTP status for a bearer of `token` who asks for one of the
   * subresources of a node (any of them suffices, KEP-2862): 200, 401 or 403.
   * An API server that cannot be asked lets nobody in: 401.
   */
  statusFor(
    token: string,
    node: string,
    subresources: readonly string[],
  ): Promise<number> {
    const key = [token, node, ...subresources].join(' ');
    const known = this.#known.get(key);
    if (known && known.until > Date.now()) {
      return known.status;
    }
    const status = this.#ask(token, node, subresources).catch(() => {
      this.#known.delete(key);
      return 401;
    });
    this.#known.set(key, { until: Date.now() + keepMs, status });
    return status;
  }

  async #ask(
    token: string,
    node: string,
    subresources: readonly string[],
  ): Promise<number> {
    const review = await this.#client.evaluate<TokenReview>(
      '/apis/authentication.k8s.io/v1/tokenreviews',
      {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenReview',
        metadata: { name: '' },
        spec: { token },
      },
    );
    const user = review.status?.user;
    if (!review.status?.authenticated || !user) {
      return 401;
    }
    for (const subresource of subresources) {
      const access = await this.#client.evaluate<AccessReview>(
        '/apis/authorization.k8s.io/v1/subjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SubjectAccessReview',
          metadata: { name: '' },
          spec: {
            user: user.username,
            uid: user.uid,
            groups: user.groups,
            resourceAttributes: {
              verb: 'get',
              version: 'v1',
              resource: 'nodes',
              subresource,
              name: node,
            },
          },
        },
      );
      if (access.status?.allowed) {
        return 200;
      }
    }
    return 403;
  }
}
