/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  HaproxyStats,
  LoadBalancerInstance,
  machinesByHost,
  NodeInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SourceContext } from '../../contracts';
import type { HaproxyConfig } from '../../config/clusterConfig';
import { refusalOfError, refusalOfResponse } from '../../refusals/classify';
import { within } from '../../refusals/deadline';
import { withPresentedIssuer } from '../../transport/presentedIssuer';
import { observedSignal, unknownSignal } from '../signals';
import { CSV_BYTES, STATISTICS_MS } from './bounds';
import { parseHaproxyCsv } from './haproxyCsv';
import { earlierCounters } from './haproxyHistory';
import { apiRows } from './haproxyRows';

/** One configured HAProxy by its statistics page. An instance that fails is unknown inside `stats`, and the others are not. */
export async function haproxyInstance(
  context: SourceContext,
  config: HaproxyConfig,
  endpoint: ApiEndpoint,
  surroundings: {
    apiServers: ReadonlySet<string>;
    nodes: readonly NodeInfo[];
    previous: LoadBalancerInstance | undefined;
  },
): Promise<LoadBalancerInstance> {
  const url = new URL(config.statsUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const node =
    surroundings.nodes.find(({ internalIPs }) => internalIPs.includes(host)) ??
    machinesByHost([host], surroundings.nodes).get(host);
  return {
    name: config.name,
    kind: 'haproxy',
    ...(node && { nodeName: node.name }),
    stats: await stats(context, endpoint, url, surroundings),
  };
}

async function stats(
  context: SourceContext,
  endpoint: ApiEndpoint,
  url: URL,
  {
    apiServers,
    previous,
  }: {
    apiServers: ReadonlySet<string>;
    previous: LoadBalancerInstance | undefined;
  },
): Promise<Signal<HaproxyStats>> {
  const path = csvPath(url);
  // A query may hold what is nobody's business.
  const via = `GET ${url.origin}${path.replace(/\?.*/, '?…')}`;
  try {
    const response = await within(context.signal, STATISTICS_MS, signal =>
      endpoint.request({
        path,
        accept: 'text/csv, text/plain',
        signal,
        maxBytes: CSV_BYTES,
      }),
    );
    const refusal = refusalOfResponse(response);
    if (refusal) return unknownSignal(context, 'loadbalancer', via, refusal);
    const rows = await parseHaproxyCsv(response.body);
    const kept = apiRows(rows, apiServers);
    const earlier = earlierCounters(
      kept.servers,
      previous?.stats,
      context.now(),
    );
    return observedSignal(context, 'loadbalancer', via, {
      ...kept,
      ...(earlier && { earlier }),
    });
  } catch (error) {
    return unknownSignal(
      context,
      'loadbalancer',
      via,
      await withPresentedIssuer(
        refusalOfError(error),
        url.origin,
        context.signal,
      ),
    );
  }
}

/**
 * HAProxy answers its statistics as CSV where `;csv` stands behind the URI that
 * it is configured with, whose query is part of it (`/haproxy?stats` by default).
 * Source: haproxy doc/management.txt §9.1, doc/configuration.txt (stats uri)
 */
function csvPath({ pathname, search }: URL): string {
  const uri = `${pathname}${search}`;
  return /;csv(;|$)/.test(uri) ? uri : `${uri};csv`;
}
