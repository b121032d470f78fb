/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import type { Verdict } from '../checks/verdict';
import type { Message } from '../messages';
import { machinesByHost } from '../machinesByHost';
import type { Sections } from '../snapshot/clusterSnapshot';
import { byVerdict } from './headline';

/**
 * What several results follow from.
 * - `machines`: machines or members that are down, with what stands on them
 * - `source`: a section that cannot be read, for one reason
 * - `check`: a result by itself
 * @public
 */
export interface Cause {
  /** The same in every assessment while the cause lasts: `machines:cp-b`, `source:etcd:not-configured`, `check:etcd-fragmentation`. */
  id: string;
  kind: 'machines' | 'source' | 'check';
  verdict: Verdict;
  /** Of `machines`: their names, sorted. */
  machines?: readonly string[];
  /** Of `source`: the source that could not read, why, and what came back. */
  source?: { name: string; reason: string; detail?: string; why?: Message };
  /** Every result that follows from it, the most urgent first. */
  checkIds: readonly string[];
}

/**
 * Joins results under their causes, the most urgent first. Each result that
 * has a verdict is in exactly one. Pure; scores do not change by it.
 * @public
 */
export function causesOf(
  results: readonly CheckResult[],
  sections: Readonly<Sections>,
): Cause[] {
  const open = results.filter(({ verdict }) => verdict).sort(byVerdict);
  const machinesOf = machinesOfResults(open, sections);
  const groups = new Map<
    string,
    { cause: Omit<Cause, 'id' | 'checkIds'>; ids: string[] }
  >();
  for (const result of open) {
    const [id, cause] = causeOf(result, machinesOf.get(result.checkId));
    const group = groups.get(id);
    if (group) group.ids.push(result.checkId);
    else groups.set(id, { cause, ids: [result.checkId] });
  }
  return [...groups].map(([id, { cause, ids }]) => ({
    id,
    ...cause,
    checkIds: ids,
  }));
}

/** How many causes have each verdict. Pure. @public */
export function countByVerdict(
  causes: readonly Pick<Cause, 'verdict'>[],
): Record<Verdict, number> {
  const counts = { broken: 0, weak: 0, 'not-visible': 0 };
  for (const { verdict } of causes) counts[verdict] += 1;
  return counts;
}

function causeOf(
  result: CheckResult,
  machines: readonly string[] | undefined,
): [id: string, cause: Omit<Cause, 'id' | 'checkIds'>] {
  const verdict = result.verdict ?? 'not-visible';
  if (machines) {
    return [
      `machines:${machines.join(',')}`,
      { kind: 'machines', verdict, machines },
    ];
  }
  // What was broken when it was last seen is no mere lack of sight.
  const unread =
    verdict === 'not-visible'
      ? result.evidence.find(
          ({ state, reason }) =>
            state === 'unknown' && reason === result.reason,
        )
      : undefined;
  if (unread?.reason) {
    const { source: name, reason, detail, why } = unread;
    return [
      `source:${name}:${reason}`,
      {
        kind: 'source',
        verdict,
        source: {
          name,
          reason,
          ...(detail && { detail }),
          ...(why && { why }),
        },
      },
    ];
  }
  return [`check:${result.checkId}`, { kind: 'check', verdict }];
}

/**
 * The machines of each result that says of what belongs to machines that it is
 * broken. Results that have one in common have all of them in common: a zone
 * that is lost is one cause, whatever part of it each check sees.
 */
function machinesOfResults(
  results: readonly CheckResult[],
  sections: Readonly<Sections>,
): ReadonlyMap<string, readonly string[]> {
  const broken = results.filter(({ verdict }) => verdict === 'broken');
  const machineOf = machineOfSubjects(
    broken.flatMap(({ subjects = [] }) => subjects),
    sections,
  );
  const named = broken.flatMap(({ checkId, subjects = [] }) => {
    const machines = subjects.map(machineOf);
    // One that belongs to no machine is something else.
    return machines.length > 0 && machines.every(isString)
      ? [{ checkId, machines }]
      : [];
  });
  const together = new Map<string, Set<string>>();
  for (const { machines } of named) {
    const joined = new Set<string>();
    for (const machine of machines) {
      joined.add(machine);
      for (const other of together.get(machine) ?? []) joined.add(other);
    }
    for (const machine of joined) together.set(machine, joined);
  }
  return new Map(
    named.map(({ checkId, machines }) => [
      checkId,
      [...(together.get(machines[0]) ?? machines)].sort(),
    ]),
  );
}

function isString(value: string | undefined): value is string {
  return value !== undefined;
}

/**
 * The machine that a subject is or stands on: an API server, a member, a node
 * by its name; a server of a load balancer (`apiserver/cp-b`) and an address by
 * who is there; a mirror pod (`kube-scheduler-cp-b`) by its end.
 */
function machineOfSubjects(
  subjects: readonly string[],
  { nodes, etcd, apiServers }: Readonly<Sections>,
): (subject: string) => string | undefined {
  const listed = nodes.state === 'observed' ? nodes.value : [];
  const servers = apiServers.state === 'observed' ? apiServers.value : [];
  const members = etcd.state === 'observed' ? etcd.value.members : [];
  const known = new Set(listed.map(({ name }) => name));
  const others = [
    ...servers.flatMap(({ nodeName }) => nodeName ?? []),
    ...members.flatMap(({ name }) => name || []),
  ];
  const machines = [
    ...listed,
    ...[...new Set(others)]
      .filter(name => !known.has(name))
      .map(name => ({ name })),
  ];
  const byAddress = new Map(
    servers.flatMap(({ address, nodeName }) =>
      nodeName ? [[address, nodeName] as const] : [],
    ),
  );
  const lastPart = (subject: string) =>
    subject.slice(subject.lastIndexOf('/') + 1);
  const byHost = machinesByHost(subjects.map(lastPart), machines);
  const names = new Set(machines.map(({ name }) => name));
  return subject => {
    const name = lastPart(subject);
    return byHost.get(name)?.name ?? byAddress.get(name) ?? endOf(name, names);
  };
}

/** The longest of the names that a mirror pod ends in: of `kube-scheduler-cp-b` it is `cp-b`, also where there is a `b`. */
function endOf(pod: string, names: ReadonlySet<string>): string | undefined {
  const [, ...rest] = pod.split('-');
  return rest
    .map((_, at) => rest.slice(at).join('-'))
    .find(name => names.has(name));
}
