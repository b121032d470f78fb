/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { QueryClient } from '@tanstack/react-query';
import type { KubernetesHaApi } from 'backstage-plugin-kubernetes-ha-common';

/** How long an answer that no component shows any more is kept in memory (proposal): a way back is quick, a large cluster does not stay. */
const UNUSED_MS = 60_000;

const clients = new WeakMap<KubernetesHaApi, QueryClient>();

/**
 * The cache of what this API answered: one for each API, so one for each app.
 * It is handed to every query by name and stands in no React context: a
 * QueryClientProvider of the app or of another plugin neither sees nor
 * replaces it.
 * @internal
 */
export function queryClientOf(api: KubernetesHaApi): QueryClient {
  const known = clients.get(api);
  if (known) return known;
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: UNUSED_MS,
        // The next poll is the retry; until then the reader sees why there is nothing new.
        retry: false,
        // A portal on a company's network is reachable while the browser believes to be offline.
        networkMode: 'always',
        // In that mode it is off by default.
        refetchOnReconnect: true,
        // Answers are large and each differs by its times: comparing them deeply costs more than it saves.
        structuralSharing: false,
      },
    },
  });
  // Follows whether the page is visible, which a provider would do otherwise.
  client.mount();
  clients.set(api, client);
  return client;
}
