/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import type { ApiServerInstance } from '../../snapshot/sections/apiServers';
import type { UnknownReason } from '../../snapshot/signal';
import { machinesByHost } from '../../machinesByHost';
import {
  ApiServerIdentity,
  freshIdentities,
  identitiesOf,
} from './identityLeases';
import { instanceName } from './instances';
import { nodesOfHosts } from '../nodesOfHosts';
import { kubernetesServiceAddresses } from './kubernetesService';
import { distinctServers, Range, Roster, rosterOf } from './roster';
import type { RosterThresholds } from './roster';

/** How many API servers serve: at least and at most, where not all could be told. */
export interface ServingCount extends Range {
  /** What was counted. */
  by: 'probes' | 'identity-leases' | 'endpoints';
  down: string[];
  untold: string[];
  reason?: UnknownReason;
}

/**
 * Counts by the best that is known: the instances' own answers; the identity
 * Leases, where one address hides several servers; the endpoints.
 */
export function countServing(
  signals: Readonly<Sections>,
  thresholds: Required<RosterThresholds>,
): ServingCount | undefined {
  const roster = rosterOf(signals, thresholds);
  if (roster) return countRoster(roster, signals);
  const identities = freshIdentities(signals, thresholds.leaseFreshSeconds);
  if (identities.length > 0) {
    return {
      ...exactly(identities.length, 'identity-leases'),
      down: stoppedHosts(signals, thresholds.leaseFreshSeconds),
    };
  }
  const { size } = kubernetesServiceAddresses(signals);
  if (size === 0) return undefined;
  const count = exactly(size, 'endpoints');
  // One address may be a load balancer with any number of servers behind it.
  return size === 1 ? { ...count, atMost: Infinity } : count;
}

function exactly(servers: number, by: ServingCount['by']): ServingCount {
  return { atLeast: servers, atMost: servers, by, down: [], untold: [] };
}

function countRoster(
  roster: Roster,
  signals: Readonly<Sections>,
): ServingCount {
  const { ready, slipped, down, untold, identities, hidesOthers } = roster;
  const unheard = untold.filter(({ said }) => !said.renews);
  const names = {
    down: down.map(instanceName),
    untold: unheard.map(({ instance }) => instanceName(instance)),
    ...(unheard.length > 0 && { reason: unheard[0].said.reason }),
  };
  // More identities than addresses, for example when `--advertise-address` is
  // that of the load balancer (KEP-1965).
  if (hidesOthers && identities.length > 0) {
    const ill = down.filter(instance => mayRenew(instance, roster, signals));
    const serving = Math.max(0, identities.length - ill.length);
    return { ...exactly(serving, 'identity-leases'), ...names, untold: [] };
  }
  const serving = distinctServers(
    [
      ...ready,
      ...slipped,
      ...untold
        .filter(({ said }) => said.renews)
        .map(({ instance }) => instance),
    ],
    roster,
    signals,
  );
  return {
    atLeast: serving.atLeast,
    atMost: hidesOthers ? Infinity : serving.atMost + unheard.length,
    by: 'probes',
    ...names,
  };
}

/** False when the identity Lease of an instance is known to be none of the fresh ones. */
function mayRenew(
  { nodeName }: ApiServerInstance,
  { identities, instances }: Roster,
  signals: Readonly<Sections>,
): boolean {
  if (nodeName === undefined) return true;
  const nodeOf = nodesOfHosts(
    identities.flatMap(({ host }) => host ?? []),
    instances.flatMap(instance => instance.nodeName ?? []),
    signals,
  );
  return identities.some(({ host }) => !host || nodeOf(host) === nodeName);
}

/**
 * Hosts whose API server has stopped renewing its identity Lease, which stands
 * for an hour after that. A host whose node is gone was taken away.
 */
function stoppedHosts(
  signals: Readonly<Sections>,
  freshSeconds: number,
): string[] {
  const { leases, nodes } = signals;
  if (leases.state !== 'observed') return [];
  const identities = identitiesOf(leases.value, freshSeconds);
  const hostsIn = (wanted: ApiServerIdentity['state']) =>
    new Set(
      identities.flatMap(({ host, state }) =>
        host && state === wanted ? host : [],
      ),
    );
  const fresh = hostsIn('fresh');
  const stopped = [...hostsIn('stale')].filter(host => !fresh.has(host));
  const byHost = machinesByHost(
    stopped,
    nodes.state === 'observed' ? nodes.value : [],
  );
  return stopped.flatMap(host =>
    nodes.state === 'observed' ? byHost.get(host)?.name ?? [] : host,
  );
}
