/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiEndpoint, ApiRequest, ClusterConnection } from '../contracts';
import { requestLine } from './requestLine';
import { NotYetError, retryAfterSeconds } from './retryAfter';

/** A slip in a header shall not blind a source for a day. (proposal) */
const LONGEST_SECONDS = 900;

/**
 * A connection whose addresses are not asked before the time that they named
 * with `429` and `Retry-After`, in whichever collection that is: its requests fail
 * with {@link NotYetError} until then. One for each user of the connection:
 * priority and fairness refuses one kind of request and serves the others.
 */
export function retryAfterConnection(
  connection: ClusterConnection,
): ClusterConnection {
  const notBefore = new Map<string, number>();
  const instance = connection.instance?.bind(connection);
  const kubelet = connection.kubelet?.bind(connection);
  const waiting = (endpoint: ApiEndpoint): ApiEndpoint => ({
    get url() {
      return endpoint.url;
    },
    request: request => ask(endpoint, request, notBefore),
  });
  return {
    kind: connection.kind,
    api: waiting(connection.api),
    instance: instance && (address => waiting(instance(address))),
    kubelet: kubelet && (address => waiting(kubelet(address))),
    certificates: connection.certificates?.bind(connection),
    close: () => connection.close(),
  };
}

async function ask(
  endpoint: ApiEndpoint,
  request: ApiRequest,
  notBefore: Map<string, number>,
) {
  const { url } = endpoint;
  const waitMs = (notBefore.get(url) ?? 0) - Date.now();
  if (waitMs > 0) throw new NotYetError(requestLine(url, request.path), waitMs);
  notBefore.delete(url);
  const response = await endpoint.request(request);
  const seconds = retryAfterSeconds(response, Date.now());
  if (seconds) {
    const until = Date.now() + Math.min(seconds, LONGEST_SECONDS) * 1000;
    // Requests side by side: the longest wish counts.
    notBefore.set(url, Math.max(until, notBefore.get(url) ?? 0));
  }
  return response;
}
