/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** What of a machine is down, as a person on call says it. */
const machineParts = [
  'node',
  'etcdMember',
  'apiServer',
  'controllerManager',
  'scheduler',
  'loadBalancer',
  'loadBalancerServer',
] as const;

/** See {@link machineParts}. */
export type MachinePart = (typeof machineParts)[number];

/** The checks that say of something that it does not run, with what that is. */
const partOfCheck: Readonly<Record<string, MachinePart | undefined>> = {
  'node-ready-ratio': 'node',
  'node-lease-fresh': 'node',
  'etcd-member-health': 'etcdMember',
  'etcd-quorum-fault-tolerance': 'etcdMember',
  'etcd-has-leader': 'etcdMember',
  'apiserver-readyz-each': 'apiServer',
  'apiserver-replica-count': 'apiServer',
  'kcm-up': 'controllerManager',
  'kcm-lease-fresh': 'controllerManager',
  'scheduler-up': 'scheduler',
  'scheduler-lease-fresh': 'scheduler',
  'lb-redundancy': 'loadBalancer',
  'lb-backends-up': 'loadBalancerServer',
};

/** What is down by the findings of a machine, each once, in the order of {@link machineParts}. Empty where they say something else of it. Pure. */
export function partsDown(checkIds: readonly string[]): MachinePart[] {
  const down = new Set(checkIds.map(id => partOfCheck[id]));
  return machineParts.filter(part => down.has(part));
}
