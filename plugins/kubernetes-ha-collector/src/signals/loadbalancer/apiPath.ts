/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type {
  ApiPathInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SourceContext } from '../../contracts';
import {
  refusalOfError,
  refusalOfResponse,
  refused,
} from '../../refusals/classify';
import { within } from '../../refusals/deadline';
import { previousValue } from '../previousValue';
import { observedSignal, unknownSignal } from '../signals';
import { ATTEMPTS, ATTEMPT_MS, READYZ_BYTES } from './bounds';
import { shownByTurns } from './shownByTurns';

/** `/readyz` on the path that clients use, three times, with the certificates that it shows. */
export async function readApiPath(
  context: SourceContext,
  configuredEndpoint: string | undefined,
): Promise<Signal<ApiPathInfo>> {
  const url = new URL(configuredEndpoint ?? context.connection.api.url);
  const via = `GET ${url.origin}${withoutSlash(url.pathname)}/readyz`;
  const endpoint = endpointOf(context, configuredEndpoint && url);
  if (!endpoint) {
    return unknownSignal(
      context,
      'loadbalancer',
      via,
      refused('not-exposed', message('detail.endpoint-not-reachable')),
    );
  }
  const [attempts, certificates] = await Promise.all([
    attemptsAt(context, endpoint),
    certificatesOf(context, url),
  ]);
  const ok = attempts.some(({ status }) => status === 200);
  const failures =
    previousValue(context.lastObserved, 'apiPath')?.consecutiveFailures ?? 0;
  return observedSignal(context, 'loadbalancer', via, {
    url: withoutSlash(url.href),
    attempts,
    certificates,
    consecutiveFailures: ok ? 0 : failures + 1,
  });
}

/** The connection itself, or the same identity at another address, checked against the cluster's CA. */
function endpointOf(
  { connection }: SourceContext,
  other: URL | '' | undefined,
): ApiEndpoint | undefined {
  if (!other || other.origin === new URL(connection.api.url).origin) {
    return connection.api;
  }
  return connection.instance?.(addressOf(other));
}

/** One after the other: three at once would share one connection's fate. */
async function attemptsAt(
  context: SourceContext,
  endpoint: ApiEndpoint,
): Promise<ApiPathInfo['attempts']> {
  const attempts: ApiPathInfo['attempts'] = [];
  for (let i = 0; i < ATTEMPTS; i++) {
    attempts.push(await attempt(context, endpoint));
  }
  return attempts;
}

async function attempt(
  context: SourceContext,
  endpoint: ApiEndpoint,
): Promise<ApiPathInfo['attempts'][number]> {
  try {
    const response = await within(context.signal, ATTEMPT_MS, signal =>
      endpoint.request({
        path: '/readyz',
        accept: 'text/plain, */*',
        signal,
        maxBytes: READYZ_BYTES,
      }),
    );
    const { status } = response;
    const latencyMs = Math.round(response.latencyMs);
    return { status, latencyMs, ...refusalOfResponse(response) };
  } catch (error) {
    return refusalOfError(error);
  }
}

async function certificatesOf(
  context: SourceContext,
  url: URL,
): Promise<ApiPathInfo['certificates']> {
  const address = addressOf(url);
  const via = `TLS handshake with ${address}`;
  const { connection } = context;
  const readChain = connection.certificates?.bind(connection);
  if (!readChain) {
    return unknownSignal(
      context,
      'loadbalancer',
      via,
      refused('not-exposed', message('detail.no-direct-route')),
    );
  }
  try {
    const shown = await within(context.signal, ATTEMPT_MS, signal =>
      readChain(address, 'load-balanced-endpoint', signal),
    );
    return observedSignal(
      context,
      'loadbalancer',
      via,
      shownByTurns(
        shown,
        previousValue(context.previous, 'apiPath')?.certificates,
        context.now(),
      ),
    );
  } catch (error) {
    return unknownSignal(context, 'loadbalancer', via, refusalOfError(error));
  }
}

function addressOf({ hostname, port }: URL): string {
  return `${hostname}:${port || '443'}`;
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}
