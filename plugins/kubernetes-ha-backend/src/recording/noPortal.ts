/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';

/**
 * Services of a running portal, which the recorder is not part of. Only the
 * connection through the Kubernetes plugin asks for them, and the recorder
 * refuses that one before; whoever asks all the same is told so.
 */
export const noAuth: AuthService = {
  authenticate: () => missing('auth'),
  getNoneCredentials: () => missing('auth'),
  getOwnServiceCredentials: () => missing('auth'),
  isPrincipal: (credentials, type): credentials is never =>
    missing(`auth (${credentials}, ${type})`),
  getPluginRequestToken: () => missing('auth'),
  getLimitedUserToken: () => missing('auth'),
  listPublicServiceKeys: () => missing('auth'),
};

/** See {@link noAuth}. */
export const noDiscovery: DiscoveryService = {
  getBaseUrl: () => missing('discovery'),
  getExternalBaseUrl: () => missing('discovery'),
};

function missing(service: string): never {
  throw new Error(
    `The recorder has no ${service} service: it runs outside a portal. Record a cluster with a connection of type kubeconfig or serviceAccount.`,
  );
}
