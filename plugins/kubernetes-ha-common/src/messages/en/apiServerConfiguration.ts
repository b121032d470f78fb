/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, duration, list, percent, round } from '../format';

const fewEndpoints = (p: { endpoints: number }) =>
  p.endpoints === 0
    ? 'has no ready endpoint'
    : `has only ${count(p.endpoints, 'ready endpoint')}`;

/** Parts of the cluster itself that a webhook stops when it fails closed. */
const webhookStops: Record<string, string> = {
  'kube-system': 'the pods and leases of kube-system',
  nodes: 'the nodes',
  'own-backend': 'its own backend',
};

const chosenBy = (scope: readonly string[] | undefined) =>
  scope && scope.length > 0 ? ` (${scope.join('; ')})` : '';

const webhookWeakness: Record<
  string,
  (p: {
    endpoints: number;
    nodes: number;
    stops?: readonly string[];
    scope?: readonly string[];
    conditions?: number;
  }) => string
> = {
  'too-few-endpoints': p =>
    p.stops && p.stops.length > 0
      ? `${fewEndpoints(p)} and can stop ${list(
          p.stops.map(part => webhookStops[part] ?? part),
        )}`
      : fewEndpoints(p),
  conditional: p =>
    `${fewEndpoints(p)}; whether it can stop ${list(
      (p.stops ?? []).map(part => webhookStops[part] ?? part),
    )} depends on its ${count(
      p.conditions ?? 0,
      'match condition',
    )} (CEL), which are not evaluated here`,
  limited: p =>
    `${fewEndpoints(p)}; it stops only what it is called for${chosenBy(
      p.scope,
    )}, neither kube-system nor the nodes nor its own backend`,
  url: () => 'is served at a URL outside the cluster',
  'one-node': p => `has all ${p.endpoints} ready endpoints on one node`,
  'one-zone': p => `has all ${p.endpoints} ready endpoints in one zone`,
  'own-namespace': () => 'is called for pods of its own namespace',
  'slow-timeout': () => 'has a timeout that is too long',
};

/** What the checks of flags, webhooks and versions say. */
export const apiServerConfiguration = {
  'flags.unknown': (p: {
    component: string;
    instances: readonly string[];
    detail: string;
  }) =>
    `the flags of ${p.component} ${
      p.instances.length > 0 ? `on ${list(p.instances)} ` : ''
    }are not visible${p.detail ? `: ${p.detail}` : ''}`,
  'flags.required': (p: { component: string }) =>
    `the flags of every ${p.component}, from its static pod${
      p.component === 'kube-apiserver' ? ' or from /flagz' : ''
    }`,

  'webhook-failclosed-spof.title': () => 'Fail-closed admission webhooks',
  'webhook-failclosed-spof.observed': (p: {
    webhook: string;
    weakness: string;
    guards: readonly string[];
    endpoints: number;
    nodes: number;
    /** Parts of the cluster itself that it can stop. */
    stops?: readonly string[];
    /** What chooses its requests, as kubectl writes selectors. */
    scope?: readonly string[];
    conditions?: number;
    more: number;
  }) =>
    `${p.webhook}, which fails closed on ${list(p.guards)}, ${
      webhookWeakness[p.weakness]?.(p) ?? p.weakness
    }${p.more > 0 ? `; ${p.more} more are weak as well` : ''}`,
  'webhook-failclosed-spof.none': () =>
    'no webhook fails closed on pods, nodes, leases or EndpointSlices',
  'webhook-failclosed-spof.sound': (p: {
    webhooks: number;
    /** Webhooks that choose by something that is not seen here. */
    untold?: readonly string[];
  }) =>
    `${count(
      p.webhooks,
      'webhook',
    )} failing closed on vital resources, each with spare endpoints${
      p.untold && p.untold.length > 0
        ? `; whether its own namespace is excluded is unknown for ${list(
            p.untold,
          )}`
        : ''
    }`,
  'webhook-failclosed-spof.required': (p: {
    endpoints: number;
    timeoutSeconds: number;
  }) =>
    `${p.endpoints} ready endpoints on as many nodes and zones, its own namespace excluded, and a timeout of at most ${p.timeoutSeconds} s, of every webhook that can stop the cluster itself`,
  'webhook-failclosed-spof.fix': (p: { webhooks: readonly string[] }) =>
    `give ${list(
      p.webhooks,
    )} spread replicas and exclude its own namespace, or set failurePolicy to Ignore`,

  'apiserver-goaway-chance.title': () => 'API connection rebalancing',
  'apiserver-goaway-chance.observed': (p: {
    chances: readonly string[];
    instances: number;
    without: readonly string[];
  }) =>
    p.without.length > 0
      ? `--goaway-chance is 0 on ${p.without.length} of ${count(
          p.instances,
          'API server',
        )}: ${list(p.without)}`
      : `--goaway-chance is ${list(p.chances)} on ${count(
          p.instances,
          'API server',
        )}`,
  'apiserver-goaway-chance.required': (p: {
    single: boolean;
    recommended: number;
  }) =>
    p.single
      ? '0 with a single API server: its clients have no other to connect to'
      : `greater than 0 on every API server; ${p.recommended} is recommended`,
  'apiserver-goaway-chance.fix': (p: { recommended: number }) =>
    `start the API servers with --goaway-chance=${p.recommended}`,
  'apiserver-goaway-chance.fix-single': () =>
    'remove --goaway-chance from the API server until there is a second one',

  'apiserver-inflight-config.title': () => 'API concurrency limits',
  'apiserver-inflight-config.observed': (p: {
    instance: string;
    requests: number;
    level: string;
    seatUse: number;
  }) =>
    `${p.requests} concurrent requests allowed on ${
      p.instance
    }, the lowest limit; ${
      p.level
        ? `the busiest priority level, ${p.level}, uses ${percent(
            p.seatUse,
          )} of its seats`
        : 'the use of seats was not measured'
    }`,
  'apiserver-inflight-config.unfair': (p: { instances: readonly string[] }) =>
    `API Priority and Fairness is off on ${list(p.instances)}`,
  'apiserver-inflight-config.required': (p: {
    requests: number;
    seatUse: number;
  }) =>
    `API Priority and Fairness on, at least ${
      p.requests
    } concurrent requests, less than ${percent(
      p.seatUse,
    )} of the seats of any priority level in use`,
  'apiserver-inflight-config.fix': (p: { small: boolean }) =>
    p.small
      ? 'raise --max-requests-inflight or --max-mutating-requests-inflight of the API servers: their sum counts'
      : 'find the client that uses this priority level, or raise --max-requests-inflight of the API servers if their machines have spare capacity',
  'apiserver-inflight-config.fix-unfair': () =>
    'remove --enable-priority-and-fairness=false from the API servers',

  'apiserver-graceful-shutdown.title': () => 'API server graceful shutdown',
  'apiserver-graceful-shutdown.observed': (p: {
    instance: string;
    delaySeconds: number;
    checks: string;
  }) =>
    `--shutdown-delay-duration is ${round(p.delaySeconds, 1)} s on ${
      p.instance
    }, the shortest; ${
      {
        page: 'the load balancer checks /readyz',
        port: 'the load balancer checks the port only',
      }[p.checks] ?? 'what the load balancer checks is unknown'
    }`,
  'apiserver-graceful-shutdown.required': (p: { detectionSeconds: number }) =>
    `at least ${round(
      p.detectionSeconds,
      1,
    )} s, the time until the load balancer detects that an API server is down`,
  'apiserver-graceful-shutdown.fix': (p: {
    detectionSeconds: number;
    checks: string;
  }) =>
    `set --shutdown-delay-duration=${round(
      p.detectionSeconds,
      1,
    )}s on the API servers${
      p.checks === 'page' ? '' : ' and let the load balancer check /readyz'
    }`,

  'apiserver-endpoint-reconciler.title': () =>
    'Endpoints of the Service kubernetes',
  'apiserver-endpoint-reconciler.observed': (p: {
    addresses: number;
    dead: readonly string[];
    types: readonly string[];
  }) =>
    [
      `${count(p.addresses, 'address', 'addresses')} in the Service kubernetes`,
      p.dead.length > 0 ? `dead: ${list(p.dead)}` : 'none dead',
      p.types.length > 0
        ? `reconciler type ${list(p.types)}`
        : 'the reconciler type is not visible',
    ].join('; '),
  'apiserver-endpoint-reconciler.required': (p: { deadSeconds: number }) =>
    `no dead address for more than ${duration(
      p.deadSeconds,
    )}, and the reconciler type lease`,
  'apiserver-endpoint-reconciler.fix': (p: { dead: readonly string[] }) =>
    `bring back ${list(
      p.dead,
    )}, or remove its entry from the endpoints if it is gone for good`,
  'apiserver-endpoint-reconciler.fix-type': () =>
    'remove --endpoint-reconciler-type=master-count from the API servers: it never removes the address of a dead API server',
  'apiserver-endpoint-reconciler.none': () =>
    'the Service kubernetes has no ready address',
  'apiserver-endpoint-reconciler.off': () =>
    'the endpoints of the Service kubernetes are not maintained by the API servers (--endpoint-reconciler-type=none)',

  'apiserver-version-skew.title': () =>
    'Version skew of API servers and kubelets',
  'apiserver-version-skew.observed': (p: {
    minors: readonly string[];
    newer: readonly string[];
    tooOld: readonly string[];
    apiServers: readonly string[];
  }) =>
    [
      `minor versions ${list(p.minors)}; API servers at ${list(p.apiServers)}`,
      p.newer.length > 0
        ? `kubelets newer than an API server: ${list(p.newer)}`
        : '',
      p.tooOld.length > 0 ? `kubelets too old: ${list(p.tooOld)}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  'apiserver-version-skew.required': (p: { minors: number }) =>
    `one minor version; while upgrading, no kubelet newer than an API server and none more than ${p.minors} minors older`,
  'apiserver-version-skew.fix': (p: { names: readonly string[] }) =>
    `upgrade the API servers first, then ${list(p.names)}`,
  'apiserver-version-skew.unreadable': (p: {
    names: readonly string[];
    text: string;
  }) =>
    `${list(p.names)} reports "${p.text}", which is not a Kubernetes version`,
} as const;
