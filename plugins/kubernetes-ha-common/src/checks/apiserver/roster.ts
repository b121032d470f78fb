/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import type { ApiServerInstance } from '../../snapshot/sections/apiServers';
import { hostPort } from '../hostPort';
import { nodesOfHosts } from '../nodesOfHosts';
import {
  ApiServerIdentity,
  freshIdentities,
  IDENTITY_LEASE_FRESH_SECONDS,
} from './identityLeases';
import { Readiness, readinessOf } from './instances';

/** A number that is known only within bounds. */
export interface Range {
  atLeast: number;
  atMost: number;
}

/** An instance of which nothing could be told, with why. */
interface Untold {
  instance: ApiServerInstance;
  said: Extract<Readiness, { state: 'untold' }>;
}

/** The API server instances by what they answer. */
export interface Roster {
  /** All that were asked; the load-balanced path is none of them. */
  instances: ApiServerInstance[];
  ready: ApiServerInstance[];
  /** Not ready, for fewer probes than count. */
  slipped: ApiServerInstance[];
  down: ApiServerInstance[];
  untold: Untold[];
  /** API servers that renew their identity Lease. */
  identities: ApiServerIdentity[];
  /** More API servers may run than have an address of their own here. */
  hidesOthers: boolean;
}

/** Numbers of the checks by which a roster is made. */
export interface RosterThresholds {
  /** Probes in a row that must fail. */
  failedProbes: number;
  /** A hiccup is forgiven only while so many others are ready. */
  readyInstances: number;
  leaseFreshSeconds?: number;
}

/** The API servers by their own answers. Undefined while no instance is known. */
export function rosterOf(
  signals: Readonly<Sections>,
  { failedProbes, readyInstances, leaseFreshSeconds }: RosterThresholds,
): Roster | undefined {
  const instances = askedInstances(signals);
  if (instances.length === 0) return undefined;
  const freshSeconds = leaseFreshSeconds ?? IDENTITY_LEASE_FRESH_SECONDS;
  const identities = freshIdentities(signals, freshSeconds);
  const roster: Roster = {
    instances,
    ready: [],
    slipped: [],
    down: [],
    untold: [],
    identities,
    hidesOthers:
      identities.length > instances.length ||
      (identities.length === 0 &&
        instances.length === 1 &&
        instances[0].nodeName === undefined),
  };
  const notReady: ApiServerInstance[] = [];
  for (const [instance, said] of readinessOf(
    instances,
    signals,
    freshSeconds,
  )) {
    if (said.state === 'ready') roster.ready.push(instance);
    else if (said.state === 'untold') roster.untold.push({ instance, said });
    else notReady.push(instance);
  }
  const isForgiving =
    distinctServers(roster.ready, roster, signals).atLeast >= readyInstances;
  for (const instance of notReady) {
    const lasts = instance.readyz.consecutiveFailures >= failedProbes;
    (isForgiving && !lasts ? roster.slipped : roster.down).push(instance);
  }
  return roster;
}

/** The instances without one that is the load-balanced path itself (`--advertise-address`), unless it is all there is. */
function askedInstances({
  apiServers,
  apiPath,
}: Readonly<Sections>): ApiServerInstance[] {
  if (apiServers.state !== 'observed') return [];
  const path =
    apiPath.state === 'observed'
      ? hostPort(apiPath.value.url)?.host
      : undefined;
  const own = apiServers.value.filter(
    ({ address, nodeName }) =>
      nodeName !== undefined || hostPort(address)?.host !== path,
  );
  return own.length > 0 ? own : apiServers.value;
}

/**
 * How many servers some of the instances are. Two nodes are two servers, and
 * so are two addresses that the same list tells of. An address without a node
 * may be a second one of a server that is counted by its node: then the
 * identity Leases decide, as far as they are known.
 */
export function distinctServers(
  counted: readonly ApiServerInstance[],
  { instances, identities }: Pick<Roster, 'instances' | 'identities'>,
  signals: Readonly<Sections>,
): Range {
  const nodes = new Set(counted.flatMap(({ nodeName }) => nodeName ?? []));
  const nodeless = counted.filter(({ nodeName }) => nodeName === undefined);
  const listed = new Map<string, number>();
  for (const how of nodeless.flatMap(({ discoveredBy }) => discoveredBy)) {
    listed.set(how, (listed.get(how) ?? 0) + 1);
  }
  const atLeast = Math.max(nodes.size, ...listed.values());
  const atMost = nodes.size + nodeless.length;
  if (identities.length === 0) return { atLeast, atMost };
  const all = instances.flatMap(({ nodeName }) => nodeName ?? []);
  const elsewhere = new Set(all.filter(name => !nodes.has(name)));
  const nodeOf = nodesOfHosts(
    identities.flatMap(({ host }) => host ?? []),
    all,
    signals,
  );
  const renewing = identities.filter(
    ({ host }) => host === undefined || !elsewhere.has(nodeOf(host) ?? ''),
  ).length;
  const servers = Math.min(atMost, Math.max(atLeast, renewing));
  return { atLeast: servers, atMost: servers };
}
