/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { machinesOfRole } from '../state/description';
import type { FaultContext, FaultParameter } from './fault';

/** The components of a control-plane machine, by the name of their program. */
export const components = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
] as const;

function names(
  { lab }: FaultContext,
  role: Parameters<typeof machinesOfRole>[1],
): string[] {
  return machinesOfRole(lab, role).map(({ name }) => name);
}

/** A control-plane machine; the second by default, so that the first stays a place to look from. */
export const controlPlaneMachine: FaultParameter = {
  name: 'machine',
  description: 'a control-plane machine',
  defaultValue: context => {
    const all = names(context, 'control-plane');
    return all[1] ?? all[0];
  },
  allowed: context => names(context, 'control-plane'),
};

/** A load-balancer machine; the first, which holds the virtual IP, by default. */
export const loadBalancerMachine: FaultParameter = {
  name: 'machine',
  description: 'a load-balancer machine',
  defaultValue: context => names(context, 'load-balancer')[0],
  allowed: context => names(context, 'load-balancer'),
};

export const anyMachine: FaultParameter = {
  name: 'machine',
  description: 'any machine of the lab',
  defaultValue: controlPlaneMachine.defaultValue,
  allowed: ({ lab }) => lab.machines.map(({ name }) => name),
};

export const component: FaultParameter = {
  name: 'component',
  description: 'a component of a control-plane machine',
  allowed: () => components,
};

/** A zone; the last by default. */
export const zone: FaultParameter = {
  name: 'zone',
  description: 'a zone',
  defaultValue: context => zonesOf(context).at(-1),
  allowed: context => zonesOf(context),
};

function zonesOf({ lab }: FaultContext): string[] {
  return [
    ...new Set([
      ...lab.machines.map(machine => machine.zone),
      ...lab.workers.map(worker => worker.zone),
    ]),
  ];
}

/** A whole number above zero, or an error that names the parameter. */
export function positiveNumber(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number <= 0) {
    throw new Error(
      `${name} is "${value}". Allowed: a whole number above zero.`,
    );
  }
  return number;
}
