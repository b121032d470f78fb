/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  KubernetesHaApi,
  KubernetesHaClient,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
// The scripts of the root belong to no package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { ensureBundle } from '../../scripts/portal/bundle.mjs';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import {
  Portal,
  PortalOptions,
  startPortal,
  Tools,
} from '../../scripts/portal/portal.mjs';

/** How long the portal may take until it has judged a cluster that it was given at start. */
const FIRST_JUDGEMENT_MS = 180_000;

const root = path.resolve(__dirname, '../..');

const tools: Tools = {
  node: process.execPath,
  yarn: path.join(
    root,
    '.tools/@yarnpkg+cli-dist/node_modules/@yarnpkg/cli-dist/bin/yarn.js',
  ),
};

/** Starts the real portal, as `npm start` does. */
export function startRealPortal(options: PortalOptions): Promise<Portal> {
  return startPortal(tools, options);
}

/** Builds the portal's pages, where that was not done since they changed. */
export function buildPages(): Promise<void> {
  return ensureBundle(tools);
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

/** Polls, for the API has no event that tells, until a scorecard is as wanted or time is up; then it is returned as it is. */
export async function scorecardWhen(
  api: KubernetesHaApi,
  cluster: string,
  wanted: (card: Scorecard) => boolean,
): Promise<Scorecard> {
  const deadline = Date.now() + FIRST_JUDGEMENT_MS;
  for (;;) {
    const card = await api.getScorecard(cluster).catch(() => undefined);
    if (card && wanted(card)) return card;
    if (Date.now() > deadline) {
      assert.ok(card, `no scorecard of ${cluster} within three minutes`);
      return card;
    }
    await delay(500);
  }
}
