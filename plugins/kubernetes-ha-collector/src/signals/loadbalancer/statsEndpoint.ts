/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiEndpoint } from '../../contracts';
import { HttpApiEndpoint } from '../../transport/apiEndpoint';
import { configuredPath } from '../../configuredPath';
import { ChangingFile } from '../../transport/changingFile';
import { PoolCache } from '../../transport/poolCache';
import { trustedBy } from '../../transport/trustedBy';
import { hostOf, identityCheck, sniOf } from '../../transport/serverNames';
import type { HaproxyConfig } from '../../config/clusterConfig';

/** A collection asks each page once. */
const CONNECTIONS = 1;

/** The server of one statistics page, asked with its user. Redirects are not followed, since credentials must not go elsewhere. */
export function statsEndpoint(
  config: HaproxyConfig,
  pools: PoolCache,
): ApiEndpoint {
  const { origin, host } = new URL(config.statsUrl);
  const name = hostOf(host);
  const caFile =
    config.caFile === undefined
      ? undefined
      : new ChangingFile(
          configuredPath(config.caFile),
          `loadBalancer.haproxy "${config.name}", caFile`,
        );
  return new HttpApiEndpoint({
    url: origin,
    route: async () => {
      const ca = await caFile?.content();
      return {
        dispatcher: pools.sockets(
          origin,
          { ca },
          {
            // Two instances may share an address and have CA files of their own.
            kind: `statistics of ${config.name}`,
            connections: CONNECTIONS,
            servername: sniOf(name),
            verify: true,
            checkServerIdentity: identityCheck([name]),
          },
        ).pool,
        http1Only: true,
        headers: authorizationOf(config),
        trusted: () => trustedBy('loadBalancer.haproxy[].caFile', ca),
      };
    },
  });
}

function authorizationOf({
  username,
  password,
}: HaproxyConfig): Record<string, string> {
  if (username === undefined) return {};
  const pair = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
  return { authorization: `Basic ${pair}` };
}
