/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ProcessIdentity } from '../host/processes';
import type { Layout } from '../profiles/profile';
import { labPaths } from './paths';

export type MachineRole = 'control-plane' | 'load-balancer' | 'workers';

export interface MachineDescription {
  name: string;
  /** Name of its Node where that is not its host name. */
  nodeName?: string;
  role: MachineRole;
  zone: string;
  /** Address on the lab's bridge. */
  address: string;
  /** Named network namespace. */
  namespace: string;
  /** The host's side of its network cable. */
  link: string;
}

export interface WorkerNode {
  name: string;
  address: string;
  zone: string;
}

export interface NetworkDescription {
  index: number;
  bridge: string;
  /** Derived from the data folder: tells this lab's bridge from another's of the same name. */
  mac: string;
  hostAddress: string;
  prefixLength: number;
}

/** What a lab is: written when it is planned, read by every later command. */
export interface LabDescription {
  schemaVersion: 1;
  name: string;
  profile: string;
  layout: Layout;
  createdAt: string;
  phase: 'starting' | 'ready';
  /** Set for labs of tests: when this process is gone, the lab is left over. */
  owner?: ProcessIdentity;
  network: NetworkDescription;
  machines: MachineDescription[];
  workers: WorkerNode[];
  /** Host and port of the path clients use. */
  endpoint: { host: string; port: number };
  /** The address keepalived moves, if the profile has one. */
  virtualIp?: string;
  apiPort: number;
  kubernetesVersion: string;
  /** Name of the release it is made of; the default one in descriptions that do not say. */
  release?: string;
}

/** The lab of that name, or undefined if there is none. */
export function readDescription(name: string): LabDescription | undefined {
  const path = labPaths(name).description;
  if (!existsSync(path)) {
    return undefined;
  }
  return JSON.parse(readFileSync(path, 'utf8')) as LabDescription;
}

export function writeDescription(lab: LabDescription): void {
  writeJson(labPaths(lab.name).description, lab);
}

/** Replaces a JSON file in one step, so that a killed writer leaves the old or the new one, never half. */
export function writeJson(path: string, value: unknown): void {
  writeText(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** As {@link writeJson}, for any text. */
export function writeText(path: string, text: string): void {
  const next = `${path}.next`;
  writeFileSync(next, text);
  renameSync(next, path);
}

export function machinesOfRole(
  lab: LabDescription,
  role: MachineRole,
): MachineDescription[] {
  return lab.machines.filter(machine => machine.role === role);
}

/** Name of the Node that a machine is, if it is one. */
export function nodeNameOf(machine: MachineDescription): string {
  return machine.nodeName ?? machine.name;
}

/** The machine of that name; an unknown name is an error that lists the known ones. */
export function machineByName(
  lab: LabDescription,
  name: string,
): MachineDescription {
  const found = lab.machines.find(machine => machine.name === name);
  if (!found) {
    throw new Error(
      `Lab ${lab.name} has no machine "${name}". Allowed: ${lab.machines
        .map(machine => machine.name)
        .join(', ')}.`,
    );
  }
  return found;
}
