/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import path from 'node:path';
import {
  KubernetesHaApi,
  KubernetesHaClient,
} from 'backstage-plugin-kubernetes-ha-common';
// The scripts of the root belong to no package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import {
  Portal,
  PortalOptions,
  startPortal,
} from '../../scripts/portal/portal.mjs';

const root = path.resolve(__dirname, '../..');

/** Starts the real portal, as `npm start` does. */
export function startRealPortal(options: PortalOptions): Promise<Portal> {
  return startPortal(
    {
      node: process.execPath,
      yarn: path.join(
        root,
        '.tools/@yarnpkg+cli-dist/node_modules/@yarnpkg/cli-dist/bin/yarn.js',
      ),
    },
    options,
  );
}

/** A client of the portal's API, signed in as the guest. */
export async function clientOf(portalUrl: string): Promise<KubernetesHaApi> {
  const answer = await fetch(`${portalUrl}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  if (!answer.ok) {
    throw new Error(
      `The guest sign-in answered ${answer.status}. Expected: 200. Is auth.providers.guest configured?`,
    );
  }
  const { backstageIdentity } = (await answer.json()) as {
    backstageIdentity: { token: string };
  };
  return new KubernetesHaClient({
    discoveryApi: {
      getBaseUrl: async plugin => `${portalUrl}/api/${plugin}`,
    },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: {
            ...init?.headers,
            authorization: `Bearer ${backstageIdentity.token}`,
          },
        }),
    },
  });
}
