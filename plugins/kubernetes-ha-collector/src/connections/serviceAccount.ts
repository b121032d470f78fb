/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../contracts';
import type { ServiceAccountConnectionConfig } from '../config/clusterConfig';
import { checkIdentity, problemOf } from './checkIdentity';
import type { ConnectionType } from './connectionType';
import { DirectConnection } from './directConnection';
import { ServiceAccountIdentity } from './serviceAccountIdentity';

/** Straight to the cluster with a ServiceAccount's token. */
export const serviceAccount: ConnectionType<'serviceAccount'> = {
  type: 'serviceAccount',

  async check(config) {
    try {
      serverOf(config);
      const identity = await new ServiceAccountIdentity(config).current();
      return checkIdentity(identity, 'connection.caFile or caData', Date.now());
    } catch (error) {
      return problemOf(error);
    }
  },

  async create(config) {
    return new DirectConnection({
      kind: 'serviceAccount',
      server: serverOf(config),
      identity: new ServiceAccountIdentity(config),
      trust: { insecure: false },
    });
  },
};

function serverOf(config: ServiceAccountConnectionConfig): URL {
  const server = URL.canParse(config.url) ? new URL(config.url) : undefined;
  if (server?.protocol !== 'https:' || server.username || server.password) {
    throw new ConnectionError(
      'not-configured',
      'connection.url is no https URL, or one with credentials in it. Required: https://host:port of the API.',
    );
  }
  return server;
}
