/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isIp } from './checks/hostPort';

/** The names that a machine has in the cluster. @public */
export interface NamedMachine {
  /** `metadata.name` of its Node. */
  name: string;
  /** `status.addresses` of type Hostname, or the label `kubernetes.io/hostname`. */
  hostname?: string;
}

/**
 * The machine of each host name, as processes give it in Lease holders, in
 * identity Leases and in peer URLs: the one that has it as a name, else the
 * one that shares its first label, where no other machine and no other host of
 * another domain does (a Node `ip-10-0-0-11.ec2.internal` and its process on
 * `ip-10-0-0-11`). Names are compared without case; an address has no labels.
 * A host that is no machine, or may be several, is left out.
 * Source: openshift/cluster-kube-scheduler-operator#412
 * @public
 */
export function machinesByHost<M extends NamedMachine>(
  hosts: Iterable<string>,
  machines: Iterable<M>,
): ReadonlyMap<string, M> {
  const given = [...new Set(hosts)].filter(host => host !== '');
  // Most clusters have none to be found, and hundreds of machines.
  if (given.length === 0) return new Map();
  const named = machinesByName(given, machines);
  return named.size === given.length ? named : machinesByLabel(given, machines);
}

/** By their very names, which is what hosts have nearly always. */
function machinesByName<M extends NamedMachine>(
  given: readonly string[],
  machines: Iterable<M>,
): Map<string, M> {
  const wanted = new Map(given.map(host => [host.toLowerCase(), host]));
  const found = new Map<string, M>();
  for (const machine of machines) {
    for (const name of [machine.name, machine.hostname ?? '']) {
      const host = wanted.get(name.toLowerCase());
      if (host !== undefined && !found.has(host)) found.set(host, machine);
    }
  }
  return found;
}

/** By their names, else by the first label. */
function machinesByLabel<M extends NamedMachine>(
  given: readonly string[],
  machines: Iterable<M>,
): Map<string, M> {
  const byName = new Map<string, M>();
  const byLabel = new Map<string, Set<M>>();
  for (const machine of machines) {
    for (const name of [machine.name, machine.hostname ?? '']) {
      if (name === '') continue;
      const lower = name.toLowerCase();
      if (!byName.has(lower)) byName.set(lower, machine);
      addTo(byLabel, firstLabel(lower), machine);
    }
  }
  const domains = new Map<string, Set<string>>();
  for (const host of given) {
    const lower = host.toLowerCase();
    // A name without a domain contradicts none.
    if (lower.includes('.')) addTo(domains, firstLabel(lower), lower);
  }
  const found = new Map<string, M>();
  for (const host of given) {
    const lower = host.toLowerCase();
    const machine =
      byName.get(lower) ??
      only(byLabel, domains, isIp(lower) ? undefined : firstLabel(lower));
    if (machine) found.set(host, machine);
  }
  return found;
}

function only<M>(
  byLabel: ReadonlyMap<string, ReadonlySet<M>>,
  domains: ReadonlyMap<string, ReadonlySet<string>>,
  label: string | undefined,
): M | undefined {
  if (label === undefined || (domains.get(label)?.size ?? 0) > 1) {
    return undefined;
  }
  const machines = byLabel.get(label);
  return machines?.size === 1 ? [...machines][0] : undefined;
}

function addTo<V>(map: Map<string, Set<V>>, key: string, value: V): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

/** `ip-10-0-0-11` of `ip-10-0-0-11.ec2.internal`; an address is its own label. */
function firstLabel(name: string): string {
  return isIp(name) ? name : name.split('.', 1)[0];
}
